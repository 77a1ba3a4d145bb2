import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.partition import NOT_COMMON, coarsest, footprints, group_names, merged
from tests.indicators.small import ACTIVITIES, COMMON, decision_922

TREE = decision_922()
LEAVES, BLOCK, GROUP = COMMON, ["digital_infrastructure", "other_common_indicators"], ["common"]


def names(*states: list[str]) -> set[str]:
    return set(group_names([footprints(state, TREE) for state in states]).values())


def test_the_finest_parts_that_both_have():
    assert names(LEAVES, LEAVES) == set(LEAVES)
    assert names(LEAVES, BLOCK) == set(BLOCK) == names(BLOCK, LEAVES)
    assert names(BLOCK, GROUP) == {"common"} == names(GROUP, LEAVES)
    assert names(LEAVES, BLOCK, GROUP) == {"common"}


def test_what_only_one_state_covers_is_not_common():
    assert names([*BLOCK, *ACTIVITIES], BLOCK) == set(BLOCK)
    assert names(["common"], ["digital_infrastructure"]) == set()


def test_indicators_without_points_do_not_count():
    assert "smart_city" not in footprints(["common"], TREE)["common"]


def test_a_shared_code_is_its_own_footprint():
    assert footprints(["common", "new"], TREE, shared=["common"]) == {"common": frozenset(["common"]), "new": frozenset(["new"])}


def test_points_are_summed_to_the_common_parts():
    rows = pd.DataFrame({"indicator": LEAVES, "max_points": 100.0, "points": [10.0, 20.0, 30.0, 40.0, 50.0]})
    parts = footprints(LEAVES, TREE)
    summed = merged(rows, parts, group_names([parts, footprints(BLOCK, TREE)]))
    assert summed.loc["other_common_indicators"].tolist() == [400, 120] and summed.loc["digital_infrastructure"].tolist() == [100, 30]
    assert merged(rows, parts, {}).loc[NOT_COMMON].tolist() == [500, 150]


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=4), max_size=8))
def test_coarse_parts_do_not_overlap_and_hold_every_part(found):
    groups = coarsest(found)
    assert sum(len(group) for group in groups) == len(frozenset().union(*groups)) if groups else not found
    assert all(any(part <= group for group in groups) for part in found)
