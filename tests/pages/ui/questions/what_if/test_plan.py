"""The cheapest way to a wanted rank: sentences, caps and shares by hand; carried out, it gets where it says."""

from __future__ import annotations

import re

import pytest

from etl import text
from pages.ui.questions.what_if.scenario import Scenario
from tests.pages.ui.questions.what_if.small import answered, ground, planned

VI = text.load("vi")


def test_a_rank_within_the_gains_that_were_made() -> None:
    found = planned(ground(), Scenario(wanted=2), province="C")
    assert found.said == "Tỉnh C cần thêm 80,0 điểm để đạt hạng 2/4"
    assert found.steps == "Phương án ít tốn nhất: «Đường» từ 0,5000 lên 0,6333 (+80,0 điểm)."
    assert found.changes == (("roads", 0.6334),), "rounded up, or it would fall short"
    step = found.table.iloc[0]
    assert (step["part_name"], step["by_unit"], step["peers"]) == ("Đường", "Tỉnh A", 2)
    assert (step["cap"], step["headroom_share"]) == pytest.approx((0.3, 0.2667), abs=1e-4)


def test_without_a_year_before_gains_are_not_limited_and_it_says_so() -> None:
    found = planned(ground(before=False), Scenario(wanted=1), province="D")
    assert found.said.startswith("Tỉnh D cần thêm 740,0 điểm để đạt hạng 1/4")
    assert list(found.table.columns) == ["part_name", "value_from", "value_to", "points_gained", "headroom_share"]
    assert VI("what_if.plan.no_pace") in found.notes


def test_out_of_reach_names_the_best_that_can_be_had() -> None:
    found = planned(ground(), Scenario(wanted=1), province="D")
    assert found.said.startswith("Hạng 1/4 ngoài tầm của Tỉnh D trong một năm") and found.said.endswith("hạng 4/4")


def test_a_rank_that_is_held_needs_nothing() -> None:
    found = planned(ground(), Scenario(wanted=3), province="B")
    assert (found.said, found.steps, found.changes) == ("Tỉnh B đã ở hạng 2/4, không cần tăng thêm chỉ số nào", "", ())
    assert found.table is None and found.notes == ()


@pytest.mark.parametrize("drift", [False, True])
@pytest.mark.parametrize("weights", [(), (("roads", 300), ("schools", 700))])
@pytest.mark.parametrize(("province", "wanted"), [("B", 1), ("C", 2), ("C", 1), ("D", 2)])
def test_carried_out_it_reaches_the_rank_it_names(province: str, wanted: int, weights: tuple, drift: bool) -> None:
    stage = ground(before=drift)
    asked = Scenario(weights=weights, drift=drift, wanted=wanted)
    found = planned(stage, asked, province=province)
    reached = answered(stage, Scenario(found.changes, weights, drift), province=province).ranks[1]
    named = int(re.findall(r"hạng (\d)/4", found.said)[-1])
    assert reached <= named and (named == wanted or found.said.startswith(f"Hạng {wanted}/4 ngoài tầm"))
    assert all(value <= 1 for _, value in found.changes)
