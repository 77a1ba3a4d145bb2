"""Profiles in words: titles, the ends of rows, tables."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import instruments, text
from indicators.assessment import AGREED, dimensions, profile
from pages.ui.questions.assess import profile as told

KNOWN = instruments.load()
FIVE = KNOWN["provincial_five"]


def profiled(*answers: tuple[str, str, float], wanted: int = 5) -> pd.DataFrame:
    frame = pd.DataFrame(answers, columns=["item", "assessor", "value"])
    return profile(FIVE.answerable, frame, wanted=wanted)


def title(rows: pd.DataFrame, lang: str = "vi") -> str:
    drawn = told.drawn(FIVE, rows, {}, wanted=5, who="Huế, 2025", texts=text.load(lang))
    return drawn.spec["usermeta"]["caption"]["title"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([("institutions", "Lan", 2.0), ("leadership", "Lan", 4.0)], "Huế, 2025: đã trả lời 2/5; xa mức mong muốn nhất là thể chế, còn 3 bậc"),
        ([("institutions", "Lan", 2.0), ("leadership", "Lan", 2.0), ("human_resources", "Lan", 5.0)], "Huế, 2025: đã trả lời 3/5; xa mức mong muốn nhất là thể chế và 1 nội dung khác, còn 3 bậc"),
        ([("institutions", "Lan", 2.0), ("leadership", "Lan", 2.0)], "Huế, 2025: đã trả lời 2/5; mọi nội dung đều còn cách mức mong muốn 3 bậc"),
        ([("institutions", "Lan", 5.0)], "Huế, 2025: đã trả lời 1/5, tất cả đều đạt mức mong muốn"),
    ],
)
def test_the_title_is_the_finding(answers: list[tuple[str, str, float]], said: str) -> None:
    assert title(profiled(*answers)) == said
    assert title(profiled(*answers), "en").startswith("Huế, 2025: ")


def test_the_end_of_a_row_tells_the_level_and_how_far_people_are_apart() -> None:
    rows = profiled(("institutions", "Lan", 1.0), ("institutions", "Minh", 4.0), ("leadership", "Lan", 3.0), ("leadership", "Minh", 3.0), ("human_resources", AGREED, 2.0))
    drawn = told.drawn(FIVE, rows, {"leadership": "QĐ 1"}, wanted=5, who="Huế", texts=text.load("vi"))
    ends = [row["text"] for row in drawn.spec["datasets"]["rows"]]
    assert ends == ["mức 2,5\n2 người: 1–4", "mức 3", "mức 2", "chưa trả lời", "chưa trả lời"]
    assert drawn.table["evidence"].tolist()[1] == "QĐ 1" and drawn.table["level_gap"].tolist()[:3] == [2.5, 2.0, 3.0]
    assert drawn.table["answer_basis"].tolist()[:3] == ["trung vị của nhiều người", "trung vị của nhiều người", "cả nhóm thống nhất"]


def test_dimensions_mean_something_only_where_the_instrument_says_so() -> None:
    programme, figures = KNOWN["programme"], KNOWN["going_digital"]
    for instrument, means in ((programme, True), (figures, False)):
        first = instrument.answerable["item"].iloc[0]
        rows = profile(instrument.answerable, pd.DataFrame([(first, "Lan", 2.0)], columns=["item", "assessor", "value"]), wanted=3)
        table = told.dimension_rows(instrument, dimensions(rows, averaged=instrument.averaged), text.load("en"))
        assert ("level_mean" in table) == means and table["n_answered"].tolist()[0] == 1
    assert told.figure_rows(figures, rows, {}, text.load("en"))["figure_value"].tolist()[0] == 2.0
