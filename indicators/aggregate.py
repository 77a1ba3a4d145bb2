"""Aggregation: children to parent by a weighted mean (method §2; OECD/JRC Handbook, step 7).

Missing children are left out and the weights of the present ones re-scaled; `coverage` says how many were
present, so that nobody mistakes a score that rests on less.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import NonPositiveValues, Place, UnknownNames

MIN_COVERAGE = 2 / 3
# 2 of 3 children is not "below 2/3"; without the slack a threshold typed as 0.6667 would say it is.
SLACK = 1e-4


@dataclass(frozen=True)
class Aggregated:
    """One node for all units. `value`: NaN where missing; `coverage`: 0..1, children present ÷ children."""

    value: pd.Series
    coverage: pd.Series


def arithmetic(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted arithmetic mean of each row (units × children); NaN are left out, all missing → NaN."""
    return _weighted_mean(values, weights)


def geometric(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted geometric mean of each row; values must be > 0 (NaN are left out)."""
    return np.exp(_weighted_mean(np.log(values), weights))


def harmonic(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted harmonic mean of each row; values must be > 0 (NaN are left out)."""
    return 1 / _weighted_mean(1 / values, weights)


METHODS: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
}


def combine(
    values: pd.DataFrame,
    *,
    weights: np.ndarray,
    method: str = "arithmetic",
    min_coverage: float = MIN_COVERAGE,
    node: str = "",
) -> Aggregated:
    """A parent from its children, for all units.

    `values`: units × direct children, NaN missing; `weights`: one per child, ≥ 0 (a child of weight 0 counts
    for coverage and for nothing else). Coverage = direct children present ÷ direct children, unweighted; the
    parent is missing where coverage is below `min_coverage` or no weighted child is present. Raises
    NonPositiveValues (geometric, harmonic) naming each value ≤ 0, and UnknownNames for another method;
    `node` is for the messages.
    """
    if method not in METHODS:
        raise UnknownNames(kind="aggregation", names=[method], where=node)
    weights = np.asarray(weights, dtype=float)
    if method != "arithmetic":
        _refuse_non_positive(values.loc[:, weights > 0], node=node, method=method)
    matrix = values.to_numpy(dtype=float)
    share = coverage(matrix)
    value = METHODS[method](matrix[:, weights > 0], weights[weights > 0])
    return Aggregated(
        value=pd.Series(np.where(share > min_coverage - SLACK, value, np.nan), index=values.index),
        coverage=pd.Series(share, index=values.index),
    )


def coverage(values: np.ndarray) -> np.ndarray:
    """Children present ÷ children, by row (units × children); 0 where there are no children."""
    return (~np.isnan(values)).sum(axis=1) / max(values.shape[1], 1)


def _weighted_mean(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    present = ~np.isnan(values)
    total = present @ weights
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(total > 0, np.where(present, values, 0.0) @ weights / total, np.nan)


def _refuse_non_positive(values: pd.DataFrame, *, node: str, method: str) -> None:
    numbers = values.to_numpy(dtype=float)
    rows, columns = np.nonzero(numbers <= 0)
    if len(rows):
        places = [
            Place(str(values.index[row]), str(values.columns[column]), float(numbers[row, column]))
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
        raise NonPositiveValues(node=node, method=method, places=places)
