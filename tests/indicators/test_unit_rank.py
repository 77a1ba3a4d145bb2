"""The rank of one unit in the draws of the Monte-Carlo study: the same ranks, counted for that unit alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.monte_carlo import Noise, monte_carlo
from indicators.unit_rank import UnitRank, kept_draws

WEIGHTS = pd.Series({"a": 100.0, "b": 200.0, "c": 700.0})
ROUNDING = pd.Series({"a": 0.005, "b": 0.005, "c": 0.0})


def some_values() -> pd.DataFrame:
    shares = np.random.default_rng(3).random((30, 3)).round(2)
    return pd.DataFrame(shares, index=[f"u{i}" for i in range(30)], columns=list("abc"))


@pytest.mark.parametrize("noise", [Noise(), Noise(rounding=ROUNDING)], ids=["weights", "weights and rounding"])
def test_it_equals_the_study_of_all_units(noise: Noise) -> None:
    values = some_values()
    everybody = monte_carlo(values, WEIGHTS, noise=noise, draws=3_000, seed=5).rank_shares
    kept = kept_draws(values, WEIGHTS, noise=noise, draws=3_000, seed=5)
    for unit in ("u0", "u17"):
        assert np.allclose(kept.unit_rank(unit).counts / 3_000, everybody.loc[unit])


@pytest.mark.parametrize("noise", [Noise(), Noise(rounding=ROUNDING)], ids=["weights", "weights and rounding"])
def test_changed_values_give_what_a_study_of_them_gives(noise: Noise) -> None:
    values, changed = some_values(), pd.Series({"c": 0.9, "a": 0.4, "b": 0.05})
    kept = kept_draws(values, WEIGHTS, noise=noise, draws=3_000, seed=5)
    values.loc["u3", changed.index] = changed
    anew = monte_carlo(values, WEIGHTS, noise=noise, draws=3_000, seed=5).rank_shares.loc["u3"]
    assert np.abs(kept.unit_rank("u3", changed).counts / 3_000 - anew).max() <= 1 / 3_000  # single precision at ties


def test_without_noise_the_rank_is_the_rank() -> None:
    values = pd.DataFrame({"a": [0.1, 0.5, 0.5, 0.9]}, index=list("wxyz"))
    kept = kept_draws(values, pd.Series({"a": 1.0}), draws=50)
    ranks = {unit: kept.unit_rank(unit) for unit in values.index}
    assert {unit: found.reached(0.5) for unit, found in ranks.items()} == {"w": 4, "x": 2, "y": 2, "z": 1}


def test_shares_by_hand() -> None:
    found = UnitRank(np.array([6, 90, 3, 1]))
    assert [found.reached(share) for share in (0.05, 0.06, 0.07, 0.5, 0.95, 0.97, 1.0)] == [1, 1, 2, 2, 2, 3, 4]
    assert [found.p_at_least(rank) for rank in (1, 2, 4)] == [0.06, 0.96, 1.0]


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(UnknownNames, match="nobody"):
        kept_draws(some_values(), WEIGHTS, draws=10).unit_rank("nobody")
