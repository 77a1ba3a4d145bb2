"""Copeland's rule: units compared pair by pair, not averaged: nothing compensates (Handbook, step 6)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.weights import scaled


def outranking(values: pd.DataFrame, *, weights: pd.Series) -> pd.DataFrame:
    """Unit x unit: weight share of the indicators in which the row is ahead of the column (ties count half).

    `values`: units x indicators, more is better. Only indicators that both units have count, re-scaled; NaN
    where they have none in common, 0.5 on the diagonal.
    """
    shares = scaled(weights[values.columns]).to_numpy()
    x = values.to_numpy(float)
    won = np.zeros((len(x), len(x)))
    both = np.zeros_like(won)
    for column, share in zip(x.T, shares, strict=True):
        present = ~np.isnan(column)
        won += share * ((column[:, None] > column) + 0.5 * (column[:, None] == column))
        both += share * (present[:, None] & present)
    matrix = np.where(both > 0, won / np.where(both > 0, both, 1.0), np.nan)
    return pd.DataFrame(matrix, index=values.index, columns=values.index)


def copeland(values: pd.DataFrame, *, weights: pd.Series) -> pd.Series:
    """Contests won less contests lost of each unit, from -(n - 1) to n - 1; drawn ones count nothing.

    A contest is won with more than half of the weight. Differences below 1e-9 from one half are draws.
    """
    lead = outranking(values, weights=weights) - 0.5
    return np.sign(lead.where(lead.abs() > 1e-9, 0.0)).sum(axis=1).astype(int).rename("copeland")
