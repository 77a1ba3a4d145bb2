"""What if: change some values of one unit, re-score everybody, see who is passed (method §8).

On an additive breakdown: parts that do not overlap, values 0..1 (share of the maximum), weights = maximum
points. The same functions serve the page and the check of a plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.errors import UnknownNames
from indicators.rank import competition
from indicators.weights import scaled


@dataclass(frozen=True)
class Scenario:
    """Before and after, for all units: `before`, `after` (index value by unit), `rank_before`, `rank_after`
    (Int64), `values` (units x parts as assumed). `passed`: units that were ahead of ours or level with it and
    now are behind; `passed_by`: the reverse."""

    before: pd.Series
    after: pd.Series
    rank_before: pd.Series
    rank_after: pd.Series
    values: pd.DataFrame
    passed: list
    passed_by: list


def what_if(values: pd.DataFrame, *, weights: pd.Series, unit: str, changes: Mapping[str, float],
            drift: pd.DataFrame | None = None, new_weights: pd.Series | None = None) -> Scenario:  # fmt: skip
    """Set parts of `unit` to `changes` (part -> value 0..1) and re-score all units.

    `values`: units x parts, none missing; `drift`: how far the other units move (units x parts, e.g. their
    last change), cut off at 0 and 1; `new_weights`: other weights after the change. Raises UnknownNames.
    """
    _know(values, unit, changes)
    assumed = drifted(values, drift=drift, unit=unit) if drift is not None else values.astype(float)
    assumed.loc[unit, list(changes)] = list(changes.values())
    before = additive(values, weights)
    after = additive(assumed, weights if new_weights is None else new_weights)
    ranks = competition(before), competition(after)
    ahead = ranks[0] <= ranks[0][unit], ranks[1] < ranks[1][unit]
    behind_after = ranks[1] > ranks[1][unit]
    return Scenario(before, after, *ranks, assumed,
                    passed=_others(values, ahead[0] & behind_after, unit),
                    passed_by=_others(values, (ranks[0] >= ranks[0][unit]) & ahead[1], unit))  # fmt: skip


def additive(values: pd.DataFrame, weights: pd.Series) -> pd.Series:
    """Index value of each unit: weighted mean of its parts (values 0..1); NaN if a part is missing."""
    shares = scaled(weights[values.columns])
    return pd.Series(values.to_numpy(float) @ shares.to_numpy(), index=values.index)


def drifted(values: pd.DataFrame, *, drift: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The other units moved by `drift` (missing = stand still), within 0..1; `unit` itself as it is."""
    moves = drift.reindex(index=values.index, columns=values.columns).fillna(0.0)
    moves.loc[unit] = 0.0
    return (values + moves).clip(0.0, 1.0).where(moves != 0, values.astype(float))


def _others(values: pd.DataFrame, chosen: pd.Series, unit: str) -> list:
    return [other for other in values.index[chosen.to_numpy(bool)] if other != unit]


def _know(values: pd.DataFrame, unit: str, changes: Mapping[str, float]) -> None:
    if unit not in values.index:
        raise UnknownNames(kind="unit", names=[str(unit)])
    unknown = [code for code in changes if code not in values.columns]
    if unknown:
        raise UnknownNames(kind="indicator", names=unknown)
