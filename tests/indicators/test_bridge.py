import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.breakdown import breakdown
from indicators.bridge import COLUMNS, average, change, gap, overtaken
from indicators.completion import completed
from tests.indicators.small import ACTIVITIES, COMMON, decision_922, record_of, tree
from tests.indicators.test_breakdown import HUE_MAINS
from tests.indicators.test_residual import HUE_2021, HUE_2022

TREE = decision_922()
HUE_2023 = {
    "dti": 0.766, "digital_infrastructure": 0.7098, "digital_government_activity": 0.805,
    "digital_economy_activity": 0.7589, "digital_society_activity": 0.4048,
}  # fmt: skip


def parts_of(*units: dict[str, float], framework=TREE) -> pd.DataFrame:
    record, _ = completed(record_of(framework, {f"{n:02}": values for n, values in enumerate(units, 1)}), min_coverage=2 / 3)
    return breakdown(record, points_total=1000.0)


def made_of(**points: tuple[float, float]) -> pd.DataFrame:
    """A breakdown of code → (maximum points, points)."""
    rows = [(code, maximum, reached) for code, (maximum, reached) in points.items()]
    return pd.DataFrame(rows, columns=["indicator", "max_points", "points"])


def delta(bridge) -> dict[str, float]:
    return dict(zip(bridge.parts["part"], bridge.parts["delta"].round(6), strict=True))


def closes(bridge) -> bool:
    return abs(math.fsum(bridge.parts["delta"]) / 1000 - (bridge.to_value - bridge.from_value)) < 1e-12


def test_a_change_with_the_block_on_both_sides():
    bridge = change(parts_of(HUE_2022), parts_of(HUE_2023), framework_a=TREE, framework_b=TREE)
    assert (bridge.from_value, bridge.to_value) == (pytest.approx(0.6975), pytest.approx(0.766))
    assert delta(bridge) == {
        "digital_infrastructure": 2.75, "digital_government_activity": -4.24, "digital_economy_activity": 12.03,
        "digital_society_activity": 15.705, "other_common_indicators": 42.255, "rounding": 0.0,
    }  # fmt: skip
    assert bridge.comparable and bridge.common_share == 1.0 and closes(bridge)
    assert list(bridge.parts.columns) == COLUMNS and bridge.parts[["points_from", "points_to", "delta"]].dtypes.eq(float).all()


def test_four_indicators_against_the_block_are_put_together():
    bridge = change(parts_of(HUE_MAINS), parts_of(HUE_2023), framework_a=TREE, framework_b=TREE)
    assert delta(bridge)["other_common_indicators"] == pytest.approx(359.465 - 317.17)
    assert delta(bridge)["rounding"] == -0.04 and "cybersecurity" not in delta(bridge)
    assert closes(bridge)


def test_against_2021_the_five_common_indicators_are_put_together():
    bridge = change(parts_of(HUE_2021), parts_of(HUE_MAINS), framework_a=TREE, framework_b=TREE)
    assert delta(bridge) == {
        "common": 65.31, "digital_government_activity": 18.71, "digital_economy_activity": 36.965,
        "digital_society_activity": -10.725, "rounding": 0.04,
    }  # fmt: skip
    assert bridge.common_share == 1.0 and closes(bridge)


def test_a_gap_is_positive_where_the_rival_is_ahead():
    us, rival = parts_of(HUE_2022), parts_of(HUE_2022 | {"dti": 0.7075, "digital_infrastructure": 0.7823})
    assert delta(gap(us, rival, framework=TREE))["digital_infrastructure"] == 10.0
    assert delta(gap(rival, us, framework=TREE))["digital_infrastructure"] == -10.0


NEW = tree(("dti", "", 1000), ("a", "dti", 500), ("b", "dti", 300), ("new", "dti", 200), name="NEW")
OLD = tree(("dti", "", 1000), ("a", "dti", 400), ("b", "dti", 300), ("gone", "dti", 300), name="OLD")


def test_a_new_edition_is_a_bar_of_its_own():
    before = made_of(a=(400, 200), b=(300, 150), gone=(300, 90))
    after = made_of(a=(500, 300), b=(300, 180), new=(200, 20))
    bridge = change(before, after, framework_a=OLD, framework_b=NEW)
    # a: 450 points on the mean of both maxima × (0.6 − 0.5) = 45; the 100 points more × 0.55 = 55 go to the edition
    assert delta(bridge) == {"a": 45.0, "b": 30.0, "framework": 20 - 90 + 55.0, "rounding": 0.0}
    assert bridge.common_share == pytest.approx(0.7) and bridge.comparable and closes(bridge)


def test_less_than_half_in_common_is_not_comparable():
    before, after = made_of(a=(400, 200), gone=(600, 90)), made_of(a=(400, 300), new=(600, 20))
    bridge = change(before, after, framework_a=OLD, framework_b=NEW)
    assert not bridge.comparable and bridge.common_share == 0.4 and closes(bridge)


def test_an_edition_without_points_is_not_comparable():
    unknown = pd.DataFrame({"indicator": ["a"], "max_points": [float("nan")], "points": [float("nan")]})
    bridge = change(made_of(a=(1000, 500)), unknown, framework_a=OLD, framework_b=NEW)
    assert not bridge.comparable and bridge.parts.empty and math.isnan(bridge.to_value)


def test_another_coverage_of_the_same_edition_is_a_bar_of_its_own():
    bridge = gap(made_of(a=(700, 350), b=(300, 150)), made_of(a=(400, 300), b=(300, 150), gone=(300, 90)), framework=OLD)
    assert bridge.parts["kind"].tolist() == ["indicator", "indicator", "coverage", "rounding"] and closes(bridge)


def test_other_totals_are_brought_to_a_thousand():
    half = gap(made_of(a=(250, 100), b=(250, 100)), made_of(a=(500, 300), b=(500, 200)), framework=OLD)
    assert delta(half) == {"a": 100.0, "b": 0.0, "rounding": 0.0} and half.from_value == pytest.approx(0.4)


def test_a_merger_comes_first():
    alone, merged, after = made_of(a=(1000, 800)), made_of(a=(1000, 690)), made_of(a=(1000, 750))
    bridge = change(alone, after, framework_a=OLD, framework_b=OLD, merged_before=merged)
    assert bridge.parts["kind"].tolist() == ["merger", "indicator", "rounding"]
    assert delta(bridge) == {"merger": -110.0, "a": 60.0, "rounding": 0.0} and bridge.from_value == 0.8 and closes(bridge)


def test_the_mean_of_units_at_the_parts_that_all_have():
    mean = average(parts_of(HUE_MAINS, HUE_2023), framework=TREE).set_index("indicator")
    assert mean.at["other_common_indicators", "points"] == pytest.approx((317.17 + 359.465) / 2)
    assert mean.at["digital_infrastructure", "value"] == pytest.approx((0.6823 + 0.7098) / 2)
    assert mean["points"].sum() == pytest.approx((697.5 + 766) / 2) and mean["max_points"].sum() == 1000
    assert closes(gap(parts_of(HUE_MAINS), mean.reset_index(), framework=TREE))


mains = st.lists(st.floats(0, 1), min_size=8, max_size=8).map(lambda eight: dict(zip([*COMMON, *ACTIVITIES], eight, strict=True)))
shown = st.sets(st.sampled_from([code for code in COMMON if code != "digital_infrastructure"]))


@settings(max_examples=30)
@given(mains, mains, shown, shown, st.floats(-4e-5, 4e-5))
def test_bars_always_sum_to_the_whole_and_there_and_back_is_nothing(first, second, hide_first, hide_second, error):
    states = []
    for main, hidden in ((first, hide_first), (second, hide_second)):
        total = sum(100 * main[code] for code in COMMON) + sum(w * main[code] for code, w in ACTIVITIES.items())
        dti = min(max(total / 1000 + error, 0.0), 1.0)
        states.append(parts_of({"dti": dti} | {code: value for code, value in main.items() if code not in hidden}))
    if any(state.empty for state in states):
        return
    there, back = gap(*states, framework=TREE), gap(*reversed(states), framework=TREE)
    assert closes(there) and closes(back) and there.common_share == pytest.approx(1.0)
    assert delta(there) == pytest.approx({part: -value for part, value in delta(back).items()}, abs=1e-9)


def ranking(**ranks: int | None) -> pd.DataFrame:
    frame = pd.DataFrame({"province_code": list(ranks), "rank": list(ranks.values())}).astype({"rank": "Int64"})
    return frame.assign(rank_published=pd.Series(pd.NA, index=frame.index, dtype="Int64"))


def test_who_overtook_whom():
    before, after = ranking(a=1, b=2, us=3, c=4, d=5), ranking(a=1, c=2, d=3, us=4, b=5)
    assert overtaken(before, after, "us") == (["c", "d"], ["b"])


def test_units_without_a_rank_overtake_nobody():
    assert overtaken(ranking(a=1, us=2, b=None), ranking(a=None, us=2, b=1), "us") == ([], [])
    assert overtaken(ranking(a=1), ranking(a=1), "us") == ([], [])


@given(st.lists(st.integers(1, 6), min_size=6, max_size=6), st.lists(st.integers(1, 6), min_size=6, max_size=6))
def test_the_lists_explain_the_change_of_rank(before, after):
    from indicators.rank import competition

    first, last = (dict(zip("abcdef", competition(-pd.Series(scores, dtype=float)), strict=True)) for scores in (before, after))
    overtook_us, we_overtook = overtaken(ranking(**first), ranking(**last), "a")
    assert first["a"] - last["a"] == len(we_overtook) - len(overtook_us)
