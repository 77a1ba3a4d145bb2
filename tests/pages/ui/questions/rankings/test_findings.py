"""What a ranking says and what must be known about it."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text
from pages.ui.questions.rankings.findings import finding, notes

VI = text.load("vi")


def rows(**columns: list) -> pd.DataFrame:
    plain = {
        "province_code": ["a", "b", "c"],
        "province": ["A", "B", "C"],
        "place": [1, 2, 3],
        "value": [0.8, 0.7, 0.6],
        "printed": [False] * 3,
        "basis": ["published"] * 3,
        "coverage": [None] * 3,
        "rank_range": [None] * 3,
        "unsure": [False] * 3,
        "on_secondary": [False] * 3,
        "regions": [["north"]] * 3,
    }
    frame = pd.DataFrame(plain | columns)
    return frame.assign(place=frame["place"].astype("Int64"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "A đứng đầu; B xếp hạng 2/3"),
        ({"place": [2, 1, 3]}, "B dẫn đầu trong 3 tỉnh, thành phố"),
        ({"place": [1, None, None]}, "A đứng đầu; B đạt 0,7000, chưa xếp hạng"),
        ({"place": [1, None, None], "value": [0.8, None, None]}, "A đứng đầu; chưa có số liệu của B"),
        ({"place": [None] * 3}, "B đạt 0,7000, chưa xếp hạng"),
        ({"place": [None] * 3, "value": [0.8, None, None]}, "Chưa có số liệu của B"),
        ({"place": [1, 3, 1]}, "A, C đứng đầu; B xếp hạng 3/3"),
    ],
)
def test_who_leads_and_where_the_chosen_unit_stands(changed: dict, words: str) -> None:
    assert finding(rows(**changed), province="b", of=3, texts=VI) == words


@pytest.mark.parametrize(
    ("changed", "begins"),
    [
        ({}, []),
        ({"value": [0.8, 0.7, None], "place": [1, 2, None]}, ["Mới tìm được số liệu của 2/3"]),
        ({"printed": [True, False, False]}, ["Thứ hạng do nguồn công bố"]),
        ({"place": [None] * 3}, ["Chưa xếp hạng"]),
        ({"basis": ["derived", "computed", "published"]}, ["«Suy ra»", "«Tính từ chỉ số con»"]),
        ({"rank_range": ["1", "2–3", "2–3"], "unsure": [False, True, False]}, ["Khoảng hạng", "~ Tăng, giảm bậc"]),
        ({"coverage": [0.5, 0.5, 1.0]}, ["Độ phủ"]),
        ({"on_secondary": [True, False, None]}, ["° Chỉ có nguồn thứ cấp"]),
        ({"regions": [["north"], ["north", "coast"], ["coast"]]}, ["Liên vùng"]),
    ],
)
def test_notes_say_only_what_is_unusual(changed: dict, begins: list[str]) -> None:
    said = notes(rows(**changed), of=3, texts=VI)
    assert len(said) == len(begins)
    assert all(note.startswith(start) for note, start in zip(said, begins, strict=True))
