import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indicators import normalise as n

NAN = np.nan
X = np.array([2.0, NAN, 4.0, 10.0, 4.0])


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (n.minmax, [0, NAN, 0.25, 1, 0.25]),
        (lambda x: n.minmax(x, low=1, high=100), [1, NAN, 25.75, 100, 25.75]),
        (n.zscore, [-3 / np.sqrt(12), NAN, -1 / np.sqrt(12), 5 / np.sqrt(12), -1 / np.sqrt(12)]),
        (n.ascending_rank, [1, NAN, 2, 4, 2]),
        (n.percentile_rank, [0, NAN, 1 / 3, 1, 1 / 3]),
        (lambda x: n.goalposts(x, lower=3, upper=8), [0, NAN, 0.2, 1, 0.2]),
        (lambda x: n.distance_to_target(x, target=6), [0, NAN, 0.5, 1, 0.5]),
        (lambda x: n.distance_to_target(x, target=1), [1, NAN, 1, 1, 1]),
        (lambda x: n.distance_to_reference(x, reference=4), [0, NAN, 1, 4, 1]),
        (n.fraction_of_max, [0.2, NAN, 0.4, 1, 0.4]),
        (n.fraction_of_min, [1, NAN, 0.5, 0.2, 0.5]),
    ],
)
def test_rule_by_hand(rule, expected):
    assert rule(X) == pytest.approx(np.array(expected, float), nan_ok=True)


@pytest.mark.parametrize("rule", [n.minmax, n.zscore, lambda x: n.distance_to_reference(x, reference=3.0)])
def test_a_constant_column_cannot_be_told_apart(rule):
    assert np.isnan(rule(np.array([3.0, 3.0, NAN]))).all()


def test_a_constant_column_by_rank_is_the_lowest():
    assert n.percentile_rank(np.array([3.0, 3.0])).tolist() == [0, 0]
    assert np.isnan(n.percentile_rank(np.array([3.0])))


@pytest.mark.parametrize("rule", [n.minmax, n.zscore, n.ascending_rank, n.percentile_rank, n.fraction_of_max])
def test_an_empty_column_stays_empty(rule):
    assert np.isnan(rule(np.array([NAN, NAN]))).all()


def test_fractions_of_a_maximum_that_is_not_positive_are_unknown():
    assert np.isnan(n.fraction_of_max(np.array([-1.0, 0.0]))).all()
    assert np.isnan(n.fraction_of_min(np.array([0.0, 2.0]))).all()


def frame(**columns):
    return pd.DataFrame(columns, index=[f"u{i}" for i in range(len(next(iter(columns.values()))))])


def test_direction_comes_first():
    values = frame(up=[1.0, 2.0, 5.0], down=[1.0, 2.0, 5.0])
    signs = pd.Series({"up": 1, "down": -1})
    normal = n.normalise(values, rule=n.Rule("minmax", low=0, high=1), directions=signs)
    assert normal["up"].tolist() == [0, 0.25, 1]
    assert normal["down"].tolist() == [1, 0.75, 0]
    assert n.normalise(values, rule=n.Rule("none"), directions=signs)["down"].tolist() == [-1, -2, -5]
    assert n.normalise(values, rule=n.Rule("fraction-of-max"), directions=signs)["down"].tolist() == [1, 0.5, 0.2]
    bounds = pd.DataFrame({"lower": [1.0, 2.0], "upper": [3.0, 4.0]}, index=["up", "down"])
    posts = n.normalise(values, rule=n.Rule("goalposts", low=0, high=1, bounds=bounds), directions=signs)
    assert posts["up"].tolist() == [0, 0.5, 1] and posts["down"].tolist() == [1, 1, 0]
    targets = pd.Series({"up": 3.0, "down": 3.0})
    reached = n.normalise(values, rule=n.Rule("distance-to-target", targets=targets), directions=signs)
    assert reached["up"].tolist() == [0, 0.5, 1] and reached["down"].tolist() == [1, 1, 0]
    ours = n.normalise(values, rule=n.Rule("distance-to-reference", reference="u1"), directions=signs)
    assert ours["up"].tolist() == [0, 1, 4] and ours["down"].tolist() == pytest.approx([4 / 3, 1, 0])


def test_within_a_period_or_over_all_are_two_questions():
    index = pd.MultiIndex.from_product([[2021, 2022], ["a", "b"]])
    panel = pd.DataFrame({"x": [1.0, 3.0, 2.0, 5.0]}, index=index)
    within = n.normalise(panel, rule=n.Rule("minmax", high=1), directions=pd.Series({"x": 1}))
    over = n.normalise(panel, rule=n.Rule("minmax", high=1), directions=pd.Series({"x": 1}), over="all_periods")
    assert within["x"].tolist() == [0, 1, 0, 1]
    assert over["x"].tolist() == [0, 0.5, 0.25, 1]


@pytest.mark.parametrize(
    ("rule", "signs", "named"),
    [
        (n.Rule("median"), {"x": 1, "y": 1}, ["median"]),
        (n.Rule("minmax"), {"x": 0}, ["x", "y"]),
        (n.Rule("goalposts"), {"x": 1, "y": 1}, ["x", "y"]),
        (n.Rule("goalposts", bounds=pd.DataFrame({"lower": [1, 2], "upper": [2, 2]}, index=["x", "y"])), {"x": 1, "y": 1}, ["y"]),
        (n.Rule("distance-to-target", targets=pd.Series({"x": 1.0})), {"x": 1, "y": 1}, ["y"]),
        (n.Rule("distance-to-reference", reference="u9"), {"x": 1, "y": 1}, ["x", "y"]),
        (n.Rule("distance-to-reference", reference="u0"), {"x": 1, "y": 1}, ["y"]),
    ],
)
def test_what_a_rule_cannot_be_used_on_is_named(rule, signs, named):
    with pytest.raises(n.CannotNormalise) as caught:
        n.normalise(frame(x=[1.0, 2.0], y=[NAN, 2.0]), rule=rule, directions=pd.Series(signs))
    assert caught.value.codes == named


columns = arrays(float, st.integers(2, 12), elements=st.floats(-1e6, 1e6, width=32) | st.just(np.nan))


@settings(deadline=None)
@given(columns)
def test_bounds_order_and_permutation(x):
    for rule, low, high in ((n.minmax, 0, 1), (n.percentile_rank, 0, 1), (lambda v: n.goalposts(v, lower=-1, upper=1), 0, 1)):
        y = rule(x)
        known = ~np.isnan(y)
        assert (y[known] >= low).all() and (y[known] <= high).all()
        assert (np.isnan(y) | ~np.isnan(x)).all()
        order = np.argsort(x[known], kind="stable")
        assert (np.diff(y[known][order]) >= -1e-12).all()
        assert rule(x[::-1]) == pytest.approx(y[::-1], nan_ok=True)


def test_three_axes_agree_with_one():
    rng = np.random.default_rng(3)
    block = rng.random((7, 4, 3)).round(1)
    block[2, 1, 1] = NAN
    for rule in (n.minmax, n.zscore, n.ascending_rank, n.percentile_rank, n.fraction_of_max):
        whole = rule(block)
        for draw in range(4):
            for code in range(3):
                assert whole[:, draw, code] == pytest.approx(rule(block[:, draw, code]), nan_ok=True)
