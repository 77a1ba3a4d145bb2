import numpy as np
import pandas as pd
import pytest

from indicators import weights as w
from indicators.influence import influence


def test_scaled_and_what_cannot_be():
    assert w.scaled(pd.Series({"a": 1.0, "b": 3.0})).to_dict() == {"a": 0.25, "b": 0.75}
    with pytest.raises(w.UnusableWeights) as caught:
        w.scaled(pd.Series({"a": -1.0, "b": np.nan, "c": 1.0}))
    assert caught.value.codes == ["a", "b"]
    with pytest.raises(w.UnusableWeights) as caught:
        w.scaled(pd.Series({"a": 0.0, "b": 0.0}))
    assert caught.value.reason == "all zero"


def test_sliders_always_sum_to_one():
    moved = w.rebalanced(pd.Series({"a": 50.0, "b": 30.0, "c": 20.0}), code="a", share=0.75)
    assert moved.to_dict() == pytest.approx({"a": 0.75, "b": 0.15, "c": 0.10})
    assert w.rebalanced(pd.Series({"a": 1.0, "b": 0.0, "c": 0.0}), code="a", share=0.5).to_dict() == {"a": 0.5, "b": 0.25, "c": 0.25}


def test_equal():
    assert w.equal(pd.DataFrame(columns=list("abcd"))).tolist() == [0.25] * 4


def test_entropy_by_hand():
    # a is spread evenly (entropy 1, weight 0); b stands on one unit (entropy 0, weight 1).
    assert w.entropy(pd.DataFrame({"a": [1.0, 1.0], "b": [0.0, 5.0]})).to_dict() == pytest.approx({"a": 0, "b": 1})
    shares = np.array([0.25, 0.75])
    unevenness = 1 + (shares * np.log(shares)).sum() / np.log(2)
    other = 1 + (np.array([0.4, 0.6]) * np.log([0.4, 0.6])).sum() / np.log(2)
    both = w.entropy(pd.DataFrame({"a": [1.0, 3.0], "b": [4.0, 6.0]}))
    assert both["a"] == pytest.approx(unevenness / (unevenness + other))
    with pytest.raises(w.UnusableWeights):
        w.entropy(pd.DataFrame({"a": [-1.0, 1.0]}))
    assert w.entropy(pd.DataFrame({"a": [1.0, 1.0], "b": [2.0, 2.0]})).tolist() == [0.5, 0.5]


def test_what_does_not_vary_weighs_nothing():
    """A column of zeros or without values once took half of the weight by entropy, and a third by CRITIC."""
    values = pd.DataFrame({"a": [1.0, 2.0, 3.0], "zero": [0.0] * 3, "same": [2.0] * 3, "none": [np.nan] * 3})
    for found in (w.entropy(values), w.critic(values)):
        assert found.to_dict() == pytest.approx({"a": 1, "zero": 0, "same": 0, "none": 0})
    assert w.critic(values[["zero", "same"]]).tolist() == [0.5, 0.5]


def test_critic_by_hand():
    # Same spread after min-max; a and b go along (r = 1), c opposes both (r = -1).
    frame = pd.DataFrame({"a": [0.0, 1, 2], "b": [0.0, 5, 10], "c": [2.0, 1, 0], "constant": [7.0] * 3})
    found = w.critic(frame)
    assert found.to_dict() == pytest.approx({"a": 2 / 8, "b": 2 / 8, "c": 4 / 8, "constant": 0})


def test_from_components():
    frame = pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [1.0, 3, 2, 4], "constant": [1.0] * 4})
    assert w.from_components(frame).to_dict() == pytest.approx({"x": 0.5, "y": 0.5, "constant": 0})


def test_equal_influence_evens_out_what_equal_weights_do_not():
    rng = np.random.default_rng(4)
    frame = pd.DataFrame(rng.random((60, 3)) * [1, 2, 4], columns=list("abc"))
    found = w.equal_influence(frame)
    assert found.sum() == pytest.approx(1) and (found >= 0).all()
    even = influence(frame, weights=found, index=frame @ found)["influence"]
    plain = influence(frame, weights=w.equal(frame), index=frame.mean(axis=1))["influence"]
    assert even.to_numpy() == pytest.approx([1 / 3] * 3, abs=1e-3)
    assert plain.max() - plain.min() > 0.3
