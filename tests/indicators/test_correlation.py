import numpy as np
import pandas as pd
import pytest
from scipy import stats

from indicators.correlation import correlation_table, correlations, flag, misplaced
from indicators.framework import from_frame

ROWS = [("i", "", 1, 1), ("A", "i", 1, 1), ("B", "i", 1, 1), ("a1", "A", 1, 1), ("a2", "A", 1, 1), ("b1", "B", 1, 1), ("b2", "B", 1, 1)]
TREE = from_frame(pd.DataFrame(ROWS, columns=["code", "parent", "weight", "direction"]), id="t")


def random_frame(seed=0, units=20):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(rng.random((units, 4)).round(1), columns=["a1", "a2", "b1", "b2"])
    frame.iloc[3, 1] = frame.iloc[5, 2] = np.nan
    return frame


@pytest.mark.parametrize("method", ["pearson", "spearman", "kendall"])
def test_agrees_with_scipy_pair_by_pair(method):
    frame = random_frame()
    rule = {"pearson": stats.pearsonr, "spearman": stats.spearmanr, "kendall": stats.kendalltau}[method]
    matrix = correlations(frame, method=method)
    for a in frame:
        for b in frame:
            both = frame[[a, b]].dropna().to_numpy() if a != b else frame[[a, a]].dropna().to_numpy()
            assert matrix.at[a, b] == pytest.approx(rule(both[:, 0], both[:, 1]).statistic, abs=1e-12)


def test_a_constant_column_has_no_correlation():
    frame = pd.DataFrame({"x": [1.0, 2.0, 3.0], "c": [4.0, 4.0, 4.0]})
    for method in ("pearson", "spearman", "kendall"):
        assert np.isnan(correlations(frame, method=method).at["x", "c"])


def test_every_pair_once_with_its_relation_and_band():
    frame = pd.DataFrame({"a1": [1.0, 2, 3, 4], "a2": [4.0, 3, 2, 1], "b1": [1.0, 2, 3, 5], "b2": [1.0, -1, -1, 1]})
    frame["i"] = frame.mean(axis=1)
    frame["A"], frame["B"] = frame[["a1", "a2"]].mean(axis=1), frame[["b1", "b2"]].mean(axis=1)
    table = correlation_table(frame, TREE).set_index(["code_a", "code_b"])
    assert len(table) == 21
    assert table.loc[("a1", "a2"), ["relation", "flag", "n"]].tolist() == ["siblings", "negative", 4]
    assert table.at[("a1", "a2"), "pearson"] == pytest.approx(-1)
    assert table.at[("a1", "b1"), "relation"] == "other" and table.at[("a1", "b1"), "flag"] == "redundant"
    assert table.at[("b1", "B"), "relation"] == "parent" and table.at[("b1", "i"), "relation"] == "ancestor"
    assert table.at[("a1", "A"), "flag"] == "unknown"  # A does not vary
    assert table.at[("A", "B"), "relation"] == "siblings"


@pytest.mark.parametrize(("r", "band"), [(-0.5, "negative"), (-0.4, "weak"), (0.29, "weak"), (0.3, ""), (0.92, ""), (0.93, "redundant"), (np.nan, "unknown")])
def test_bands(r, band):
    assert flag(r) == band


def test_an_indicator_closer_to_another_group_is_named():
    rng = np.random.default_rng(1)
    common = rng.random(40)
    frame = pd.DataFrame({"a1": common + 0.1 * rng.random(40), "a2": rng.random(40), "b1": common, "b2": common})
    frame["A"], frame["B"] = frame["a2"] + 0.2 * frame["a1"], frame[["b1", "b2"]].mean(axis=1)
    frame["i"] = frame[["A", "B"]].mean(axis=1)
    found = misplaced(frame, TREE).set_index("code")
    assert list(found.index) == ["a1"]
    assert found.at["a1", "closer_to"] == "B" and found.at["a1", "r_closer"] > found.at["a1", "r_parent"]
