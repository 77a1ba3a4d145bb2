import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.framework import from_frame
from indicators.influence import effective_weights, influence


def tree(rows):
    return from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight", "direction"]), id="t")


def test_effective_weights_by_hand():
    shares = effective_weights(tree([("i", "", 1, 1), ("A", "i", 6, 1), ("B", "i", 4, 1), ("a1", "A", 1, 1), ("a2", "A", 3, 1)]))
    assert shares.to_dict() == pytest.approx({"i": 1, "A": 0.6, "B": 0.4, "a1": 0.15, "a2": 0.45})


def test_an_unknown_weight_makes_what_is_below_unknown():
    nodes = pd.DataFrame([("i", "", 1, 1, ""), ("A", "i", 1, 1, "none"), ("a1", "A", "", 1, "")],
                         columns=["code", "parent", "weight", "direction", "aggregation"])  # fmt: skip
    shares = effective_weights(from_frame(nodes, id="t"))
    assert shares["A"] == 1 and np.isnan(shares["a1"])


@settings(deadline=None)
@given(st.lists(st.floats(0.1, 9), min_size=2, max_size=8), st.lists(st.floats(0.1, 9), min_size=1, max_size=8))
def test_leaves_share_the_whole_index(first, second):
    rows = [("i", "", 1, 1), ("A", "i", 2, 1), ("B", "i", 3, 1)]
    rows += [(f"a{n}", "A", w, 1) for n, w in enumerate(first)] + [(f"b{n}", "B", w, 1) for n, w in enumerate(second)]
    framework = tree(rows)
    assert effective_weights(framework)[framework.leaves()].sum() == pytest.approx(1)


def test_influence_by_hand():
    # x and y are uncorrelated with variances 1 and 4: the index (x + y) / 2 follows y four times as closely.
    values = pd.DataFrame({"x": [-1.0, 1, -1, 1], "y": [-2.0, -2, 2, 2], "c": [5.0] * 4})
    weights = pd.Series({"x": 0.5, "y": 0.5, "c": 0.0})
    table = influence(values, weights=weights, index=values[["x", "y"]].mean(axis=1)).set_index("code")
    assert table["influence"].to_dict() == pytest.approx({"x": 0.2, "y": 0.8, "c": np.nan}, nan_ok=True)
    assert table["variance_share"].to_dict() == pytest.approx({"x": 0.2, "y": 0.8, "c": 0.0}, nan_ok=True)
    assert table["weight"].to_dict() == {"x": 0.5, "y": 0.5, "c": 0.0}


def test_shares_of_variance_sum_to_one_and_an_index_that_does_not_vary_has_none():
    values = pd.DataFrame(np.random.default_rng(0).random((30, 4)), columns=list("abcd"))
    weights = pd.Series([0.1, 0.2, 0.3, 0.4], index=values.columns)
    table = influence(values, weights=weights, index=values @ weights)
    assert table["variance_share"].sum() == pytest.approx(1)
    flat = influence(values, weights=weights, index=pd.Series(1.0, index=values.index))
    assert flat["variance_share"].isna().all() and flat["influence"].isna().all()
