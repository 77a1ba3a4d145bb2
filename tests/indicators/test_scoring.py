import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import NonPositiveValues, UnknownNames
from indicators.scoring import score
from tests.indicators.small import tree

NAN = float("nan")
PAIR = tree(("x", "", 1), ("a", "x", 2), ("b", "x", 1), ("a1", "a", 1), ("a2", "a", 3))


def frame(**columns: list[float]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=[f"u{n}" for n in range(len(next(iter(columns.values()))))])


def test_three_levels_by_hand():
    scores = score(frame(a1=[0.4], a2=[0.8], b=[0.1]), PAIR)
    assert scores.values.loc["u0"].to_dict() == {"a": pytest.approx(0.7), "x": pytest.approx(0.5)}
    assert scores.coverage.loc["u0"].to_dict() == {"a": 1.0, "x": 1.0}


def test_a_leaf_without_a_column_is_missing():
    scores = score(frame(a2=[0.8], b=[0.1]), PAIR, min_coverage=0.5)
    assert scores.values.at["u0", "a"] == pytest.approx(0.8) and scores.coverage.at["u0", "a"] == 0.5
    assert math.isnan(score(frame(a2=[0.8], b=[0.1]), PAIR).values.at["u0", "x"])


def test_a_given_value_stands_and_feeds_its_parent_while_the_children_speak_beside():
    scores = score(frame(a=[0.9, NAN], a1=[0.4, 0.4], a2=[0.8, 0.8], b=[0.1, 0.1]), PAIR)
    assert scores.values["a"].tolist() == [0.9, pytest.approx(0.7)]
    assert scores.computed["a"].tolist() == [pytest.approx(0.7)] * 2
    assert scores.values["x"].tolist() == [pytest.approx((2 * 0.9 + 0.1) / 3), pytest.approx(0.5)]


def test_given_values_can_be_left_out():
    scores = score(frame(a=[0.9], a1=[0.4], a2=[0.8], b=[0.1]), PAIR, keep_given=False)
    assert scores.values.at["u0", "x"] == pytest.approx(0.5)


def test_a_node_that_is_only_published_is_not_computed_from_below():
    published = tree(("x", "", 1), ("a", "x", 1, "none"), ("a1", "a", 1), ("b", "x", 1))
    scores = score(frame(a1=[0.4], b=[0.2]), published, min_coverage=0.5)
    assert math.isnan(scores.values.at["u0", "a"]) and scores.coverage.at["u0", "a"] == 1.0
    assert scores.values.at["u0", "x"] == pytest.approx(0.2)


def test_aggregation_by_level_and_overridden():
    mixed = tree(("x", "", 1, "geometric"), ("a", "x", 1), ("b", "x", 1), ("a1", "a", 1), ("a2", "a", 1))
    values = frame(a1=[0.2], a2=[0.6], b=[0.9])
    assert score(values, mixed).values.at["u0", "x"] == pytest.approx(math.sqrt(0.4 * 0.9))
    assert score(values, mixed, aggregation="arithmetic").values.at["u0", "x"] == pytest.approx(0.65)


def test_refusals_name_what_is_wrong():
    with pytest.raises(UnknownNames, match="c"):
        score(frame(c=[0.1]), PAIR)
    with pytest.raises(NonPositiveValues, match="u0/a1 = 0"):
        score(frame(a1=[0.0], a2=[0.8], b=[0.1]), PAIR, aggregation="geometric")


# --- the whole tree once more, with plain loops ---

TREE = {"x": {"a": 2.0, "b": 1.0, "c": 3.0}, "a": {"a1": 1.0, "a2": 4.0}, "b": {"b1": 1.0}, "c": {"c1": 2.0, "c2": 2.0, "c3": 1.0}}
WIDE = tree(("x", "", 1), *((code, parent, weight) for parent, below in TREE.items() for code, weight in below.items()))
LEAVES = ["a1", "a2", "b1", "c1", "c2", "c3"]


def plain(node: str, leaves: dict[str, float], threshold: float) -> float:
    if node not in TREE:
        return leaves[node]
    below = {child: plain(child, leaves, threshold) for child in TREE[node]}
    present = [child for child in below if not math.isnan(below[child])]
    if not present or len(present) / len(below) < threshold:
        return NAN
    total = sum(TREE[node][child] for child in present)
    return sum(TREE[node][child] * below[child] for child in present) / total


units = st.lists(st.lists(st.one_of(st.just(NAN), st.floats(0, 1)), min_size=6, max_size=6), min_size=1, max_size=5)


@given(units, st.sampled_from([0.0, 0.5, 2 / 3, 1.0]))
def test_agrees_with_plain_loops(rows, threshold):
    scores = score(pd.DataFrame(rows, columns=LEAVES), WIDE, min_coverage=threshold)
    for unit, row in enumerate(rows):
        for node in TREE:
            expected = plain(node, dict(zip(LEAVES, row, strict=True)), threshold)
            assert scores.values.at[unit, node] == pytest.approx(expected, abs=1e-12, nan_ok=True)


@given(units)
def test_scores_stay_within_bounds_and_units_do_not_influence_each_other(rows):
    values = pd.DataFrame(rows, columns=LEAVES)
    scores = score(values, WIDE).values
    assert scores.stack().dropna().between(-1e-12, 1 + 1e-12).all()
    alone = pd.concat([score(values.iloc[[unit]], WIDE).values for unit in range(len(values))])
    assert np.allclose(scores, alone, atol=1e-12, equal_nan=True)
