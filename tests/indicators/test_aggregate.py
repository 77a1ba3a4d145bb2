import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.aggregate import METHODS, combine
from indicators.errors import NonPositiveValues, Place, UnknownNames

NAN = float("nan")


def one(values: list[float], weights: list[float], **options) -> tuple[float, float]:
    found = combine(pd.DataFrame([values], index=["u"], columns=list("abcdefgh")[: len(values)]), weights=np.array(weights), **options)
    return found.value["u"], found.coverage["u"]


@pytest.mark.parametrize(
    ("method", "expected"), [("arithmetic", 0.45), ("geometric", 0.2**0.25 * 0.5**0.5 * 0.6**0.25), ("harmonic", 1 / (0.25 / 0.2 + 0.5 / 0.5 + 0.25 / 0.6))]
)  # fmt: skip
def test_weighted_means_by_hand(method, expected):
    value, coverage = one([0.2, 0.5, 0.6], [1, 2, 1], method=method)
    assert value == pytest.approx(expected, abs=1e-15) and coverage == 1


def test_weights_of_the_present_children_are_rescaled():
    assert one([0.2, NAN, 0.5], [1, 5, 2]) == (pytest.approx((0.2 + 2 * 0.5) / 3), pytest.approx(2 / 3))
    assert one([0.2, NAN, 0.8], [1, 5, 1], method="geometric")[0] == pytest.approx(0.4)


def test_two_of_three_is_enough_and_one_is_not():
    assert not math.isnan(one([0.2, NAN, 0.5], [1, 1, 1])[0])
    assert not math.isnan(one([0.2, NAN, 0.5], [1, 1, 1], min_coverage=0.6667)[0])
    assert math.isnan(one([0.2, NAN, NAN], [1, 1, 1])[0])


def test_coverage_counts_children_not_weights():
    assert one([NAN, 0.5, 0.5], [98, 1, 1])[1] == pytest.approx(2 / 3)


def test_threshold_nought_takes_any_one_child_but_not_none():
    assert one([NAN, NAN, 0.5], [1, 1, 1], min_coverage=0)[0] == 0.5
    assert math.isnan(one([NAN, NAN, NAN], [1, 1, 1], min_coverage=0)[0])


def test_a_child_of_weight_nought_counts_for_coverage_only():
    assert one([0.5, NAN], [1, 0], min_coverage=0.5) == (0.5, 0.5)
    assert math.isnan(one([NAN, 0.5], [1, 0], min_coverage=0.5)[0])


@pytest.mark.parametrize("method", ["geometric", "harmonic"])
def test_values_that_are_not_positive_are_refused_by_name(method):
    values = pd.DataFrame({"a": [0.1, 0.0], "b": [-0.2, NAN], "free": [0.0, 0.0]}, index=["u", "v"])
    with pytest.raises(NonPositiveValues) as raised:
        combine(values, weights=np.array([1, 1, 0]), method=method, node="x")
    assert raised.value.places == [Place("u", "b", -0.2), Place("v", "a", 0.0)]
    assert "'x'" in str(raised.value) and "u/b = -0.2" in str(raised.value)


def test_unknown_method_is_named():
    with pytest.raises(UnknownNames, match="median"):
        one([0.1], [1], method="median")


children = st.integers(1, 6).flatmap(
    lambda n: st.tuples(st.lists(st.floats(0.01, 1), min_size=n, max_size=n), st.lists(st.floats(0.1, 10), min_size=n, max_size=n))
)


@given(children, st.sampled_from(list(METHODS)))
def test_a_mean_lies_between_its_members(drawn, method):
    values, weights = drawn
    assert min(values) - 1e-12 <= one(values, weights, method=method)[0] <= max(values) + 1e-12


@given(children, st.sampled_from(list(METHODS)), st.data())
def test_raising_a_child_never_lowers_its_parent(drawn, method, data):
    values, weights = drawn
    which = data.draw(st.integers(0, len(values) - 1))
    raised = [*values[:which], values[which] + data.draw(st.floats(0, 1)), *values[which + 1 :]]
    assert one(raised, weights, method=method)[0] >= one(values, weights, method=method)[0] - 1e-12


@given(children, st.sampled_from(list(METHODS)), st.randoms())
def test_the_order_of_children_does_not_matter(drawn, method, random):
    pairs = list(zip(*drawn, strict=True))
    random.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    assert one(*shuffled, method=method)[0] == pytest.approx(one(*drawn, method=method)[0], abs=1e-12)


@given(children)
def test_harmonic_below_geometric_below_arithmetic(drawn):
    harmonic, geometric, arithmetic = (one(*drawn, method=m)[0] for m in ("harmonic", "geometric", "arithmetic"))
    assert harmonic <= geometric + 1e-12 and geometric <= arithmetic + 1e-12
