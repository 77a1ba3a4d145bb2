"""Why a score changed, or why that cannot be said."""

from __future__ import annotations

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.factors.change import change
from tests.pages.ui.questions.conftest import Make

BEFORE = {"01": (0.5, 0.5), "02": (0.9, 0.8), "03": (0.4, 0.1)}
AFTER = {"01": (0.6, 0.4), "02": (0.9, 0.8), "03": (0.4, 0.1)}


def test_the_bars_sum_to_the_change(make: Make, vi: Texts) -> None:
    answer = change(make(BEFORE, period=2022), make(AFTER), province="01", texts=vi)
    assert answer.drawn is not None
    moved = answer.drawn.table.set_index("part_name")["delta"].round(9)
    assert (moved["Hạ tầng số"], moved["Nhân lực số"]) == (60.0, -40.0)
    assert moved.sum() == 20.0
    title = caption_of(answer.drawn.spec).title
    assert title.startswith("Từ năm 2022 đến năm 2023, giá trị của An tăng 0,0200 (từ 0,5000 lên 0,5200)")
    assert "hạ tầng số: tăng 60,0 điểm" in title and not title.endswith(".")


def test_unknown_points_are_named_with_their_decree_and_both_values(make: Make, vi: Texts) -> None:
    answer = change(make(BEFORE, period=2022), make(AFTER, name="G", points=False), province="01", texts=vi)
    assert answer.drawn is None
    assert "năm 2023 (Quyết định G)" in answer.said
    assert "0,5000 (năm 2022) và 0,5200 (năm 2023)" in answer.said


def test_a_unit_without_parts_is_named(make: Make, vi: Texts) -> None:
    answer = change(make({"02": (0.9, 0.8)}, period=2022), make(AFTER), province="01", texts=vi)
    assert answer.drawn is None
    assert "của An năm 2022" in answer.said and "0,5200" not in answer.said


def test_too_little_in_common_is_said_instead_of_drawn(make: Make, vi: Texts) -> None:
    before = make(BEFORE, name="G", period=2022)
    before.parts["indicator"] = before.parts["indicator"].replace({"a": "x", "b": "y"})
    answer = change(before, make(AFTER), province="01", texts=vi)
    assert answer.drawn is None
    assert answer.said.startswith("Không so sánh được năm 2022 (Quyết định G) với năm 2023 (Quyết định F)")


def test_the_rounding_is_no_derived_part(make: Make) -> None:
    edition = make({"01": (0.5, 0.75)})
    rounding = edition.parts.iloc[:1].assign(indicator="rounding", basis="derived")
    edition.parts.loc[len(edition.parts)] = rounding.iloc[0]
    assert edition.derived_parts("01") == set()
    edition.parts.loc[edition.parts["indicator"] == "a", "basis"] = "derived"
    assert edition.derived_parts("01") == {"a"}
