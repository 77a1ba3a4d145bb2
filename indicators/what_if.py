"""What if: change some values of one unit, re-score everybody, see who is passed (method §8).

Either on an additive breakdown (parts that do not overlap, values 0..1, weights = maximum points) or on the raw
values of a whole framework. The same functions serve the page and the check of a plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.errors import UnknownNames
from indicators.framework import Framework
from indicators.method_study import Method, MissingScores
from indicators.normalise import normalise
from indicators.rank import competition
from indicators.scoring import score
from indicators.weights import scaled

AS_GIVEN = Method()


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


def what_if(values: pd.DataFrame, *, weights: pd.Series | Framework, unit: str, changes: Mapping[str, float],
            drift: pd.DataFrame | None = None, new_weights: pd.Series | Framework | None = None,
            method: Method = AS_GIVEN) -> Scenario:  # fmt: skip
    """Set parts of `unit` to `changes` (part -> value, on the scale of `values`) and re-score all units.

    `values`: units x parts; `weights`: points of the parts, or a Framework whose leaves the parts are, scored
    by `method`; `drift`: how far the other units move (units x parts, e.g. their last change), cut off at 0
    and 1; `new_weights`: other weights after the change. Raises UnknownNames, MissingScores, and what scoring
    raises.
    """
    _know(values, unit, changes)
    assumed = drifted(values, drift=drift, unit=unit) if drift is not None else values.astype(float)
    assumed.loc[unit, list(changes)] = list(changes.values())
    before = _index(values, weights, method)
    after = _index(assumed, weights if new_weights is None else new_weights, method)
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


def _index(values: pd.DataFrame, weights: pd.Series | Framework, method: Method) -> pd.Series:
    if isinstance(weights, Framework):
        normal = normalise(values, rule=method.rule, directions=weights.nodes["direction"])
        index = score(normal, weights, aggregation=method.aggregation).values[weights.root]
    else:
        index = additive(values, weights)
    if index.isna().any():
        raise MissingScores(units=list(index.index[index.isna()]))
    return index


def _others(values: pd.DataFrame, chosen: pd.Series, unit: str) -> list:
    return [other for other in values.index[chosen.to_numpy(bool)] if other != unit]


def _know(values: pd.DataFrame, unit: str, changes: Mapping[str, float]) -> None:
    if unit not in values.index:
        raise UnknownNames(kind="unit", names=[str(unit)])
    unknown = [code for code in changes if code not in values.columns]
    if unknown:
        raise UnknownNames(kind="indicator", names=unknown)
