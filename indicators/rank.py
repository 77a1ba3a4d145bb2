"""Ranks: competition ranking, best = 1, and only where every unit of the universe has a value (method §3)."""

from __future__ import annotations

from typing import TypeVar

import pandas as pd

# Two computed values closer than this differ by floating-point noise only: they share a rank.
NOISE_DECIMALS = 9

Columns = TypeVar("Columns", pd.Series, pd.DataFrame)


def competition(values: Columns, *, decimals: int | None = None) -> Columns:
    """Competition rank (1-2-2-4) of each value within its column, the largest first; Int64, <NA> missing.

    `decimals`: values tie when equal at this many decimals (a source's own precision). By default values are
    ranked unrounded, except that differences below 1e-9 are taken for noise.
    """
    rounded = values.round(NOISE_DECIMALS if decimals is None else decimals)
    return rounded.rank(method="min", ascending=False).astype("Int64")


def of_all(values: pd.DataFrame, *, decimals: pd.Series | None = None) -> pd.DataFrame:
    """Ranks of units × columns, left empty in every column where some unit has no value.

    `values` must have one row per unit of the universe. `decimals`: per column the printed decimals where
    all its values are published, <NA> where they are to be ranked unrounded. Float matrix of the same shape,
    NaN = not ranked.
    """
    digits = pd.Series(pd.NA, index=values.columns, dtype="Int64") if decimals is None else decimals
    complete = values.columns[values.notna().all()]
    rounded = values[complete].round(digits[complete].fillna(NOISE_DECIMALS).astype(int).to_dict())
    return rounded.rank(method="min", ascending=False).reindex(columns=values.columns)
