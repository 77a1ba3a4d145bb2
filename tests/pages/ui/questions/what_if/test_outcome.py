"""What a scenario leads to, on four made-up units: numbers worked out by hand."""

from __future__ import annotations

import pytest

from etl import text
from pages.ui.questions.what_if.outcome import around, card, contributions
from pages.ui.questions.what_if.scenario import Scenario
from tests.pages.ui.questions.what_if.small import answered, ground

VI = text.load("vi")
UP = Scenario((("roads", 0.7),))


def test_a_change_moves_score_rank_and_who_is_passed() -> None:
    found = answered(ground(), UP, province="C")
    assert found.values == pytest.approx((0.54, 0.66))
    assert found.ranks == (3, 2)
    assert "▲ Lên 1 bậc so với thực tế (hạng 3)" in card(found, VI) and "Vượt: Tỉnh B." in card(found, VI)
    assert "0,6600; thực tế 0,5400 (+120,0 điểm)" in card(found, VI)


def test_who_moves_on_may_pass() -> None:
    found = answered(ground(), Scenario((("roads", 0.5), ("schools", 0.1)), drift=True), province="B")
    assert found.values[1] == pytest.approx(0.34)
    assert found.result.after["C"] == pytest.approx(0.6 * 0.7 + 0.4 * 0.6)
    assert "Bị vượt bởi: Tỉnh C." in card(found, VI)
    assert "từ năm 2022 đến năm 2023" in card(found, VI)


def test_the_bars_are_the_parts_by_the_decrees_weights_then_other_weights() -> None:
    scenario = Scenario((("roads", 0.7),), (("roads", 500), ("schools", 500)))
    drawn = contributions(answered(ground(), scenario, province="C"), VI)
    assert drawn is not None
    assert dict(zip(drawn.table["part_name"], drawn.table["delta"], strict=True)) == pytest.approx(
        {"Đường": 600 * 0.2, "Trường": 0.0, "Đổi trọng số": 1000 * (0.5 * 0.7 + 0.5 * 0.6) - (600 * 0.7 + 400 * 0.6)}
    )


def test_nothing_changed_draws_no_bars_and_keeps_the_published_range() -> None:
    found = answered(ground(), Scenario(), province="B")
    assert contributions(found, VI) is None
    assert (found.low, found.high) == tuple(ground().intervals.loc["B", ["p05", "p95"]])
    assert "Chưa có gì thay đổi" in card(found, VI)


def test_all_units_stand_in_the_table_best_first() -> None:
    table = around(answered(ground(), UP, province="C"), VI).table
    assert list(table["province"]) == ["Tỉnh A", "Tỉnh C", "Tỉnh B", "Tỉnh D"]
    assert list(table["rank_from"]) == [1, 3, 2, 4] and list(table["rank_to"]) == [1, 2, 3, 4]


def test_the_leader_is_told_how_far_ahead_it_is() -> None:
    drawn = around(answered(ground(), Scenario(), province="A"), VI)
    assert drawn.spec["usermeta"]["caption"]["title"] == "Tỉnh A dẫn đầu, hơn Tỉnh B 280,0 điểm"
