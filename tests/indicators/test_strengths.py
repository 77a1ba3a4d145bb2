"""Strongest and weakest indicators: how many, in which order, and what stands aside."""

import pandas as pd
import pytest

from indicators import framework
from indicators.strengths import Extremes, extremes, finest

TREE = """
dti,,1000,index
common,dti,500,group
digital_awareness,common,100,main
digital_institutions,common,100,main
digital_infrastructure,common,100,main
digital_human_resources,common,100,main
cybersecurity,common,100,main
activity,dti,500,group
digital_government_activity,activity,200,main
digital_economy_activity,activity,150,main
digital_society_activity,activity,150,main
digital_government,,700,lens_category
digital_economy,,650,lens_category
digital_society,,650,lens_category
other_common_indicators,,400,residual
"""


@pytest.fixture(scope="module")
def decision_922():
    rows = [line.split(",") for line in TREE.split()]
    frame = pd.DataFrame(rows, columns=["code", "parent", "weight", "level"]).assign(direction=1)
    return framework.from_frame(frame, id="F")


def test_five_ranked_parts_give_two_and_two(decision_922):
    """Thừa Thiên Huế 2023: the two groups repeat what is below them, the derived block counts."""
    ranks = {
        "dti": 3, "common": 2, "activity": 7, "digital_infrastructure": 25, "digital_government_activity": 15,
        "digital_economy_activity": 3, "digital_society_activity": 33, "other_common_indicators": 2,
    }  # fmt: skip
    assert extremes(ranks, decision_922) == Extremes(
        ["other_common_indicators", "digital_economy_activity"],
        ["digital_society_activity", "digital_infrastructure"],
        5,
    )


def test_never_more_than_three_each_and_none_in_both(decision_922):
    codes = list(decision_922.leaves())
    found = extremes({code: rank for rank, code in enumerate(codes, start=1)}, decision_922)
    assert found == Extremes(codes[:3], codes[:-4:-1], 8)


def test_the_block_stands_aside_only_where_all_that_it_stands_for_is_ranked(decision_922):
    four = ["digital_awareness", "digital_institutions", "digital_human_resources", "cybersecurity"]
    ranks = dict.fromkeys([*four, "other_common_indicators"], 1)
    assert finest(ranks, decision_922) == four
    del ranks["cybersecurity"]
    assert finest(ranks, decision_922) == [*four[:3], "other_common_indicators"]


def test_overlapping_pillars_count_only_where_nothing_else_does(decision_922):
    pillars = {"digital_government": 28, "digital_economy": 26, "digital_society": 53}
    assert extremes(pillars | {"dti": 31}, decision_922) == Extremes(["digital_economy"], ["digital_society"], 3)
    assert finest(pillars | {"cybersecurity": 53}, decision_922) == ["cybersecurity"]


def test_what_ranks_alike_is_neither_strong_nor_weak(decision_922):
    alike = {"digital_government": 2, "digital_economy": 2, "digital_society": 2}
    assert extremes(alike, decision_922) == Extremes([], [], 3)


def test_nothing_is_weak_that_ranks_like_a_strength(decision_922):
    ranks = {
        "digital_awareness": 1, "digital_institutions": 1, "digital_human_resources": 1, "cybersecurity": 1,
        "digital_infrastructure": 1, "digital_economy_activity": 6,
    }  # fmt: skip
    found = extremes(ranks, decision_922)
    assert found.weakest == ["digital_economy_activity"] and len(found.strongest) == 3


@pytest.mark.parametrize("ranks", [{}, {"dti": 5}, {"dti": 5, "cybersecurity": 9}])
def test_fewer_than_two_indicators_are_not_compared(decision_922, ranks):
    assert extremes(ranks, decision_922).strongest == []
