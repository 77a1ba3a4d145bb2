"""What changed between two editions: who overtook whom, ranks where points are unknown."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.questions.overview import last_change
from tests.pages.ui.questions.conftest import Make

VI = text.load("vi")
BEFORE = {"01": (0.5, 0.5), "02": (0.6, 0.6), "03": (0.4, 0.4)}
AFTER = {"01": (0.7, 0.7), "02": (0.6, 0.6), "03": (0.4, 0.4)}


def test_who_overtook_whom_among_all(make: Make) -> None:
    told = last_change.overtaking(make(BEFORE, period=2022), make(AFTER), province="01", texts=VI)
    assert told == ["Từ năm 2022 đến năm 2023, An vượt 1 địa phương: Bình."]


def test_where_few_are_ranked_it_is_said_how_many(make: Make) -> None:
    before = make(BEFORE, period=2022)
    before.values.drop(before.values.index[before.values["province_code"] == "03"], inplace=True)
    told = last_change.overtaking(before, make(AFTER), province="01", texts=VI)
    assert told[1:] == ["Chỉ xét 2/3 đơn vị có thứ hạng ở cả hai năm."]


def test_an_unranked_unit_overtook_nobody_that_is_known(make: Make) -> None:
    few = make({"02": (0.6, 0.6)}, period=2022)
    assert (
        "Chưa biết thứ hạng của An ở cả hai năm" in last_change.overtaking(few, make(AFTER), province="01", texts=VI)[0]
    )


def test_ranks_that_moved_are_listed_largest_first() -> None:
    profile = pd.DataFrame(
        {
            "indicator": ["root", "a", "b", "c", "d"],
            "indicator_name": ["Gốc", "A", "B", "C", "D"],
            "rank": pd.array([1, None, None, 4, 9], dtype="Int64"),
            "rank_published": pd.array([1, 4, 9, 4, None], dtype="Int64"),
            "rank_change": pd.array([5, -3, -4, 0, None], dtype="Int64"),
        }
    )
    assert last_change.rank_moves(profile, root="root", texts=VI) == [
        "Giảm hạng: B (5 → 9); A (1 → 4).",
        "Giữ nguyên hạng: C (4 → 4).",
    ]
