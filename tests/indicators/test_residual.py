import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.residual import BLOCK, applies, derive, infeasible, members, stands_for
from tests.indicators.small import ACTIVITIES, COMMON, PILLARS, decision_922, tree

TREE = decision_922()
# Thừa Thiên Huế 2022 as published, and the four figures of 2021
HUE_2022 = {
    "dti": 0.6975, "digital_infrastructure": 0.6823, "digital_government_activity": 0.8262,
    "digital_economy_activity": 0.6787, "digital_society_activity": 0.3001,
}  # fmt: skip
HUE_2021 = {"dti": 0.5872, "digital_government": 0.6666, "digital_economy": 0.5922, "digital_society": 0.5782}


def derived(**values: float) -> dict[str, float]:
    frame = pd.DataFrame([values], index=["46"]).reindex(columns=TREE.nodes.index)
    return derive(frame, TREE).loc["46"].dropna().to_dict()


def test_the_block_is_what_the_index_leaves_over():
    # 697.5 − 165.24 − 101.805 − 45.015 = 385.44 for the common five; less 68.23: 317.21 of 400
    assert derived(**HUE_2022) == {"common": pytest.approx(385.44 / 500), BLOCK: pytest.approx(317.21 / 400)}


def test_2021_follows_from_the_overlapping_pillars():
    # (466.62 + 384.93 + 375.83 − 587.2) / 2 = 320.09; 466.62 − 320.09 = 146.53; 64.84; 55.74
    assert derived(**HUE_2021) == {
        "common": pytest.approx(320.09 / 500),
        "digital_government_activity": pytest.approx(146.53 / 200),
        "digital_economy_activity": pytest.approx(64.84 / 150),
        "digital_society_activity": pytest.approx(55.74 / 150),
    }


@pytest.mark.parametrize("lacking", ["dti", "digital_government", "digital_society"])
def test_nothing_follows_when_a_figure_is_missing(lacking):
    assert derived(**{code: value for code, value in HUE_2021.items() if code != lacking}) == {}


def test_no_block_without_infrastructure():
    assert set(derived(**{code: value for code, value in HUE_2022.items() if code != "digital_infrastructure"})) == {"common"}


def test_published_activities_are_believed_before_the_pillars():
    assert derived(**(HUE_2022 | HUE_2021))["common"] == pytest.approx((587.2 - 165.24 - 101.805 - 45.015) / 500)


def test_activities_printed_as_pillars_are_found_out():
    activities = {pillar: HUE_2022[f"{pillar}_activity"] for pillar in PILLARS}
    frame = pd.DataFrame([{"dti": 0.6975, **activities}], index=["46"]).reindex(columns=TREE.nodes.index)
    found = derive(frame, TREE)
    assert infeasible(found, TREE).loc["46"].any()


@pytest.mark.parametrize(("points", "expected"), [(500.05, False), (500.1, True), (-0.05, False), (-0.1, True)])
def test_rounding_is_not_infeasible(points, expected):
    assert infeasible(pd.DataFrame({"common": [points / 500]}), TREE).at[0, "common"] == expected


def test_what_the_block_stands_for():
    assert members(TREE) == [code for code in COMMON if code != "digital_infrastructure"]
    assert stands_for(TREE, BLOCK) == members(TREE)
    assert stands_for(TREE, "activity") == list(ACTIVITIES)
    assert applies(TREE) and not applies(tree(("x", "", 1), ("a", "x", 1)))


@given(st.lists(st.floats(0, 1), min_size=8, max_size=8))
def test_from_any_eight_values_the_pillars_and_the_block_are_recovered(eight):
    """Whatever the eight main indicators are: what is derived from index, pillars and activities is what they are."""
    main = dict(zip([*COMMON, *ACTIVITIES], eight, strict=True))
    common = 100 * sum(main[code] for code in COMMON)
    points = {code: weight * main[code] for code, weight in ACTIVITIES.items()}
    dti = (common + sum(points.values())) / 1000
    pillars = {pillar: (common + points[f"{pillar}_activity"]) / weight for pillar, weight in PILLARS.items()}
    from_pillars = derived(dti=dti, **pillars)
    assert from_pillars["common"] == pytest.approx(common / 500, abs=1e-12)
    assert np.allclose([from_pillars[code] for code in ACTIVITIES], [main[code] for code in ACTIVITIES], atol=1e-12)
    shown = {"digital_infrastructure": main["digital_infrastructure"], **{code: main[code] for code in ACTIVITIES}}
    assert derived(dti=dti, **shown)[BLOCK] == pytest.approx(sum(main[code] for code in members(TREE)) / 4, abs=1e-12)
