import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import NonPositiveValues
from indicators.lmdi import lmdi_bridge, log_mean


def test_log_mean_by_hand():
    assert log_mean(1.0, math.e) == pytest.approx(math.e - 1)
    assert log_mean(2.0, 2.0) == 2.0
    assert log_mean(2.0, 2.0 + 1e-9) == pytest.approx(2.0, abs=1e-8)


def test_bridge_by_hand():
    # sqrt(1 * 4) = 2 becomes sqrt(4 * 4) = 4: all of it from x.
    bridge = lmdi_bridge(pd.Series({"x": 1.0, "y": 4.0}), pd.Series({"x": 4.0, "y": 4.0}), weights_before=pd.Series({"x": 1.0, "y": 1.0}))
    assert bridge.set_index("part")["delta"].to_dict() == pytest.approx({"x": 2.0, "y": 0.0})


positive = st.lists(st.floats(0.01, 100), min_size=3, max_size=3)


@settings(deadline=None)
@given(positive, positive, positive, positive)
def test_parts_sum_to_the_change(before, after, w0, w1):
    codes = list("abc")
    start, end, first, second = (pd.Series(numbers, index=codes) for numbers in (before, after, w0, w1))
    bridge = lmdi_bridge(start, end, weights_before=first, weights_after=second)
    mean = lambda values, weights: math.prod(v ** (w / weights.sum()) for v, w in zip(values, weights, strict=True))  # noqa: E731
    change = mean(end, second) - mean(start, first)
    assert bridge["delta"].sum() == pytest.approx(change, abs=1e-12 * max(1, *before, *after))
    back = lmdi_bridge(end, start, weights_before=second, weights_after=first)
    assert (bridge["delta"] + back["delta"]).abs().max() < 1e-9


def test_values_that_have_no_logarithm_are_named():
    with pytest.raises(NonPositiveValues) as caught:
        lmdi_bridge(pd.Series({"x": 0.0, "y": 1.0}), pd.Series({"x": 1.0, "y": -1.0}), weights_before=pd.Series({"x": 1.0, "y": 1.0}))
    assert [(place.unit, place.code) for place in caught.value.places] == [("before", "x"), ("after", "y")]
