"""Exact bridge for mixed methods: Shapley values over a few named factors (Shapley 1953; method §6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from math import factorial

import pandas as pd

from indicators.errors import IndicatorError

MOST_FACTORS = 12


class TooManyFactors(IndicatorError):
    """Every subset of the factors is evaluated: beyond `most` factors group them first."""

    def __init__(self, *, found: int, most: int = MOST_FACTORS) -> None:
        self.found, self.most = found, most
        super().__init__(f"{found} factors, at most {most}")


def shapley_bridge(result: Callable[[Mapping[str, object]], float], before: Mapping[str, object],
                   after: Mapping[str, object]) -> pd.DataFrame:  # fmt: skip
    """Parts of `result(after) - result(before)`, one per factor; they sum to it within 1e-12.

    `before`, `after`: state of each named factor (a value, a table, a method: whatever `result` reads);
    `result` is called once for each of the 2^n mixtures of the two states. A factor's part is its average
    effect over all orders of change, so equal roles get equal parts. Columns part, delta.
    Raises TooManyFactors.
    """
    factors = list(before)
    if len(factors) > MOST_FACTORS:
        raise TooManyFactors(found=len(factors))
    worth = {moved: result({f: after[f] if f in moved else before[f] for f in factors})
             for moved in _subsets(factors)}  # fmt: skip
    deltas = [_average_effect(factor, factors, worth) for factor in factors]
    return pd.DataFrame({"part": factors, "delta": deltas})


def _average_effect(factor: str, factors: list[str], worth: Mapping[frozenset, float]) -> float:
    others = [f for f in factors if f != factor]
    n = len(factors)
    orders = {size: factorial(size) * factorial(n - 1 - size) / factorial(n) for size in range(n)}
    return sum(orders[len(moved)] * (worth[moved | {factor}] - worth[moved]) for moved in _subsets(others))


def _subsets(factors: list[str]) -> list[frozenset]:
    return [frozenset(chosen) for size in range(len(factors) + 1) for chosen in combinations(factors, size)]
