import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.flips import defensible_ranks, smallest_flip
from indicators.monte_carlo import monte_carlo

VALUES = pd.DataFrame({"p": [0.8, 0.4, 0.9], "q": [0.2, 0.5, 0.9]}, index=["a", "b", "top"])
WEIGHTS = pd.Series({"p": 50.0, "q": 50.0})


def test_the_smallest_flip_by_hand():
    # a - b is +0.4 in p and -0.3 in q: level at w_p = 3/7, so 1/2 - 3/7 of the weight moves.
    flip = smallest_flip(VALUES, weights=WEIGHTS, ahead="a", behind="b")
    assert flip.moved == pytest.approx(1 / 14) and flip.weights["p"] == pytest.approx(3 / 7)
    assert VALUES.loc["a"] @ flip.weights == pytest.approx(VALUES.loc["b"] @ flip.weights)


def test_nothing_moves_where_the_order_is_that_already_and_some_orders_cannot_be_had():
    assert smallest_flip(VALUES, weights=WEIGHTS, ahead="b", behind="a").moved == 0
    never = smallest_flip(VALUES, weights=WEIGHTS, ahead="top", behind="a")
    assert never.weights is None and never.moved is None


def test_defensible_ranks_by_hand():
    # w_p / w_q lies between 0.6 and 5/3; b passes a below 3/4.
    assert defensible_ranks(VALUES, weights=WEIGHTS, unit="b") .best == 2
    assert defensible_ranks(VALUES, weights=WEIGHTS, unit="b").worst == 3
    narrow = defensible_ranks(VALUES, weights=WEIGHTS, unit="b", width=0.1)
    assert (narrow.best, narrow.worst) == (3, 3)


def test_no_draw_leaves_the_defensible_ranks():
    values = pd.DataFrame(np.random.default_rng(0).random((25, 4)), columns=list("pqrs"))
    weights = pd.Series([100.0, 200, 300, 400], index=values.columns)
    shares = monte_carlo(values, weights, draws=3_000).rank_shares
    for unit in (0, 7, 19):
        occurred = shares.columns[shares.loc[unit] > 0]
        bounds = defensible_ranks(values, weights=weights, unit=unit)
        assert bounds.best <= occurred.min() and occurred.max() <= bounds.worst


def test_unknown_units_are_named():
    with pytest.raises(UnknownNames):
        smallest_flip(VALUES, weights=WEIGHTS, ahead="a", behind="z")
    with pytest.raises(UnknownNames):
        defensible_ranks(VALUES, weights=WEIGHTS, unit="z")
