import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.breakdown import COLUMNS, breakdown, max_points, partition
from indicators.completion import completed
from tests.indicators.small import ACTIVITIES, COMMON, decision_922, record_of, tree
from tests.indicators.test_residual import HUE_2021, HUE_2022

TREE = decision_922()
HUE_MAINS = HUE_2022 | {"digital_awareness": 0.95, "digital_institutions": 0.9, "digital_human_resources": 0.6794, "cybersecurity": 0.6423}


def rows_of(values: dict[str, float], framework=TREE, total: float = 1000.0) -> pd.DataFrame:
    record, _ = completed(record_of(framework, {"46": values}), min_coverage=2 / 3)
    return breakdown(record, points_total=total)


def points(values: dict[str, float]) -> dict[str, float]:
    rows = rows_of(values)
    return dict(zip(rows["indicator"], rows["points"].round(6), strict=True))


def test_published_leaves_where_all_are_known():
    assert points(HUE_MAINS) == {
        "digital_awareness": 95.0, "digital_institutions": 90.0, "digital_infrastructure": 68.23,
        "digital_human_resources": 67.94, "cybersecurity": 64.23, "digital_government_activity": 165.24,
        "digital_economy_activity": 101.805, "digital_society_activity": 45.015, "rounding": 0.04,
    }  # fmt: skip


def test_else_the_derived_block():
    found = rows_of(HUE_2022).set_index("indicator")
    assert found["points"].round(6).to_dict() == {
        "digital_infrastructure": 68.23, "digital_government_activity": 165.24, "digital_economy_activity": 101.805,
        "digital_society_activity": 45.015, "other_common_indicators": 317.21, "rounding": 0.0,
    }  # fmt: skip
    assert found["max_points"].to_dict() == {
        "digital_infrastructure": 100, "digital_government_activity": 200, "digital_economy_activity": 150,
        "digital_society_activity": 150, "other_common_indicators": 400, "rounding": 0,
    }  # fmt: skip
    assert found.at["other_common_indicators", "basis"] == "derived" and found.at["digital_infrastructure", "basis"] == "published"
    assert math.isnan(found.at["rounding", "value"])


def test_else_the_whole_common_group():
    assert points(HUE_2021) == {
        "common": 320.09, "digital_government_activity": 146.53, "digital_economy_activity": 64.84,
        "digital_society_activity": 55.74, "rounding": 0.0,
    }  # fmt: skip


def test_pillars_that_do_not_overlap():
    framework = tree(("dti", "", 1000), ("g", "dti", 400, "none"), ("e", "dti", 300, "none"), ("s", "dti", 300, "none"), ("g.1", "g", ""))
    rows = rows_of({"dti": 0.4097, "g": 0.522, "e": 0.304, "s": 0.3655}, framework)
    assert dict(zip(rows["indicator"], rows["points"].round(6), strict=True)) == {"g": 208.8, "e": 91.2, "s": 109.65, "rounding": 0.05}


def test_no_rows_where_the_index_cannot_be_split():
    assert rows_of({"dti": 0.5, "digital_government_activity": 0.5}).empty


def test_values_without_points_where_the_points_are_unknown():
    framework = tree(("dti", "", "", "none"), ("a", "dti", ""), ("b", "dti", ""), ("industry", "dti", 0), ("a.1", "a", 1))
    rows = rows_of({"dti": 0.5, "a": 0.4, "industry": 0.1, "a.1": 0.9}, framework, total=float("nan"))
    assert rows["indicator"].tolist() == ["a"] and rows["value"].tolist() == [0.4]
    assert rows[["max_points", "points"]].isna().all(axis=None)


def test_columns_and_keys():
    rows = rows_of(HUE_2022)
    assert list(rows.columns) == COLUMNS
    assert set(map(tuple, rows[["framework", "period", "universe", "province_code"]].to_numpy())) == {("QD922-2022", 2022, 63, "46")}


def test_maximum_points_follow_the_shares_among_siblings():
    relative = tree(("x", "", 1), ("a", "x", 3), ("b", "x", 1), ("a1", "a", 1), ("a2", "a", 4))
    assert max_points(relative, total=100).to_dict() == {"x": 100, "a": 75, "b": 25, "a1": 15, "a2": 60}


@pytest.mark.parametrize("node", ["x", "a"])
def test_a_leaf_hidden_under_a_known_node_leaves_the_node_whole(node):
    framework = tree(("x", "", 1), ("a", "x", 1), ("b", "x", 1), ("a1", "a", 1), ("a2", "a", 1))
    values = pd.DataFrame({"x": 0.5, "a": 0.5, "b": 0.5, "a1": 0.5, "a2": np.nan}, index=["u"])
    parts = partition(values, framework, node=node).loc["u"]
    assert list(parts.index[parts]) == (["a", "b"] if node == "x" else [])


@settings(max_examples=30)
@given(st.lists(st.floats(0, 1), min_size=8, max_size=8), st.sets(st.sampled_from([*COMMON, *ACTIVITIES])), st.floats(-4e-5, 4e-5))
def test_parts_never_overlap_and_sum_to_the_index(eight, hidden, error):
    main = dict(zip([*COMMON, *ACTIVITIES], eight, strict=True))
    total = (100 * sum(main[code] for code in COMMON) + sum(weight * main[code] for code, weight in ACTIVITIES.items())) / 1000
    dti = min(max(total + error, 0), 1)
    rows = rows_of({"dti": dti} | {code: value for code, value in main.items() if code not in hidden})
    if rows.empty:
        return
    assert rows["points"].sum() == pytest.approx(1000 * dti, abs=1e-9)
    assert rows["max_points"].sum() == 1000
    covered = [leaf for code in rows["indicator"] if code != "rounding" for leaf in _leaves(code)]
    assert sorted(covered) == sorted([*COMMON, *ACTIVITIES])


def _leaves(code: str) -> list[str]:
    from indicators.residual import stands_for

    return [leaf for leaf in stands_for(TREE, code) if leaf != "smart_city"]
