"""Variance-based sensitivity: which assumption moves the result, alone and with the others.

First-order and total indices by the design of Saltelli et al. 2010 with Jansen's estimators (1999): the
output is centred by construction (both work on differences), assumptions may be groups of columns, and
intervals come from a bootstrap over the rows of the design.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import qmc

Array = np.ndarray
Model = Callable[[Array], Array]
COLUMNS = ("assumption", "first", "first_low", "first_high", "total", "total_low", "total_high")
# Columns of the design by assumption.
Places = Mapping[str, Array]


@dataclass(frozen=True)
class Design:
    """Two independent samples `a`, `b` of the unit cube (rows x columns), and whose columns are whose."""

    a: Array
    b: Array
    columns: Places


def design(sizes: Mapping[str, int], *, rows: int, seed: int) -> Design:
    """Scrambled Sobol points (plain random ones where too many columns); `rows` is a power of two.

    `sizes`: how many columns each assumption has.
    """
    width, rng = sum(sizes.values()), np.random.default_rng(seed)
    sobol = 2 * width <= qmc.Sobol.MAXDIM
    points = qmc.Sobol(2 * width, rng=rng).random(rows) if sobol else rng.random((rows, 2 * width))
    ends = np.cumsum(list(sizes.values()))
    columns = {name: np.arange(end - sizes[name], end) for name, end in zip(sizes, ends, strict=True)}
    return Design(points[:, :width], points[:, width:], columns)


def indices(model: Model, plan: Design, *, bootstrap: int = 500, level: float = 0.90,
            seed: int = 1) -> pd.DataFrame:  # fmt: skip
    """First-order and total index of each assumption, with bootstrap intervals: one row each, COLUMNS.

    `model` maps points (rows x columns, 0..1) to one number per row. The first-order index is the share of
    the output's variance that fixing the assumption would remove on average, the total index the share that
    would remain if all others were fixed. NaN when the output does not vary.
    """
    at_a, at_b = model(plan.a), model(plan.b)
    mixed = np.column_stack([model(_mixed(plan, columns)) for columns in plan.columns.values()])
    resampled = np.random.default_rng(seed).integers(len(at_a), size=(bootstrap, len(at_a)))
    draws = [_estimate(at_a[rows], at_b[rows], mixed[rows]) for rows in resampled]
    low, high = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
    first, total = _estimate(at_a, at_b, mixed)
    numbers = (list(plan.columns), first, low[0], high[0], total, low[1], high[1])
    return pd.DataFrame(dict(zip(COLUMNS, numbers, strict=True)))


def _mixed(plan: Design, columns: Array) -> Array:
    """The first sample with one assumption's columns taken from the second."""
    points = plan.a.copy()
    points[:, columns] = plan.b[:, columns]
    return points


def _estimate(at_a: Array, at_b: Array, mixed: Array) -> Array:
    """Jansen's first-order and total estimates, 2 x assumptions."""
    variance = np.concatenate([at_a, at_b]).var()
    if variance == 0:
        return np.full((2, mixed.shape[1]), np.nan)
    first = 1 - np.mean((at_b[:, None] - mixed) ** 2, axis=0) / (2 * variance)
    total = np.mean((at_a[:, None] - mixed) ** 2, axis=0) / (2 * variance)
    return np.stack([first, total])
