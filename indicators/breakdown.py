"""What a score is made of: parts that do not overlap and sum to it exactly (method §4)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import residual
from indicators.framework import Framework
from indicators.record import BASIS_NAMES, Record

ROUNDING = "rounding"
COLUMNS = [
    "framework", "period", "universe", "province_code", "indicator", "max_points", "value", "points", "basis",
]  # fmt: skip


def breakdown(record: Record, *, points_total: float) -> pd.DataFrame:
    """BREAKDOWN rows of one record.

    Grain: framework, period, universe, province_code, indicator. Parts are the finest that are known:
    published leaves, else the derived block or the group; then `rounding` (max_points 0, no value), so that
    `points` sum to points_total · index. `points` = value × max_points. Units whose index is unknown or
    cannot be split have no rows. Where the points of the edition are unknown (`points_total` NaN: Decision
    405, ICT Index): the values of the indicators directly under the index, `max_points` and `points` empty,
    no rounding.
    """
    framework = record.framework
    if np.isnan(points_total) or framework.aggregation(framework.root) != "arithmetic":
        return _parts(record, _directly_below(record), pd.Series(np.nan, index=record.values.columns))
    index = record.values[framework.root]
    parts = partition(record.values, framework, node=framework.root).where(index.notna(), False, axis=0)
    rows = _parts(record, parts, max_points(framework, total=points_total))
    return pd.concat([rows, _rounding(record, rows, points_total * index)], ignore_index=True)


def _rounding(record: Record, rows: pd.DataFrame, total: pd.Series) -> pd.DataFrame:
    """What closes each unit's parts to its total."""
    reached = rows.groupby("province_code", sort=False)["points"].sum()
    return pd.DataFrame(
        {
            **record.keys(),
            "province_code": reached.index,
            "indicator": ROUNDING,
            "max_points": 0.0,
            "value": np.nan,
            # Tenth decimal: what is left below it is floating-point noise, not rounding of the source.
            "points": (total[reached.index] - reached).round(10) + 0.0,
            "basis": "derived",
        }
    )


def max_points(framework: Framework, *, total: float) -> pd.Series:
    """Maximum points of each node when the index has `total`: weights are shares among siblings.

    NaN where a weight is unknown; nodes beside the tree (derived block, overlapping pillars) keep theirs.
    """
    points = framework.nodes["weight"].copy()
    points[framework.root] = total
    for parent in reversed(framework.aggregates):
        children = framework.children(parent)
        weights = framework.weights(children)
        points[children] = points[parent] * weights / weights.sum()
    return points


def partition(values: pd.DataFrame, framework: Framework, *, node: str) -> pd.DataFrame:
    """The finest parts that make up `node`, by unit: units × codes, True where the code is a part.

    A row without any True: the node cannot be split for that unit. `values`: units × all codes, NaN unknown.
    """
    at = {code: column for column, code in enumerate(values.columns)}
    splits, coverable = _splits(values.notna().to_numpy(), at, framework)
    parts = np.zeros_like(coverable)
    for code in reversed(framework.aggregates):
        reached = parts[:, at[code]] | (code == node)
        for children, possible in splits[code]:
            parts[np.ix_(reached & possible, [at[child] for child in children])] = True
            parts[reached & possible, at[code]] = False
    return pd.DataFrame(parts, index=values.index, columns=values.columns)


def _splits(
    known: np.ndarray, at: dict[str, int], framework: Framework
) -> tuple[dict[str, list[tuple[list[str], np.ndarray]]], np.ndarray]:
    """For each aggregate node the ways to split it, each with the units for which it is the first that
    works; and, units × codes, where a node is known or can be split."""
    coverable = known.copy()
    splits: dict[str, list[tuple[list[str], np.ndarray]]] = {}
    for code in framework.aggregates:
        splits[code], open_still = [], np.ones(len(known), dtype=bool)
        for children in _ways_to_split(framework, code):
            possible = open_still & coverable[:, [at[child] for child in children]].all(axis=1)
            splits[code].append((children, possible))
            open_still &= ~possible
        coverable[:, at[code]] |= ~open_still
    return splits, coverable


def _ways_to_split(framework: Framework, node: str) -> list[list[str]]:
    """Sets of codes that make up a node without overlap, the finest first."""
    weighted = framework.weighted_children(node)
    ways = [weighted] if weighted else []
    if node == residual.GROUP and residual.applies(framework):
        ways.append([*residual.SHOWN, residual.BLOCK])
    return ways


def _directly_below(record: Record) -> pd.DataFrame:
    """Present values of the indicators under the index, those without weight (beside the index) left out."""
    framework = record.framework
    children = framework.children(framework.root)
    counted = [code for code, weight in zip(children, framework.weights(children), strict=True) if weight != 0]
    present = record.values.notna()
    present[present.columns.difference(counted)] = False
    return present


def _parts(record: Record, parts: pd.DataFrame, maximum: pd.Series) -> pd.DataFrame:
    rows, columns = np.nonzero(parts.to_numpy())
    codes = record.values.columns[columns]
    value = record.values.to_numpy()[rows, columns]
    points = maximum.reindex(codes).to_numpy()
    return pd.DataFrame(
        {
            **record.keys(),
            "province_code": record.values.index[rows],
            "indicator": codes,
            "max_points": points,
            "value": value,
            "points": value * points,
            "basis": BASIS_NAMES[record.basis.to_numpy()[rows, columns]],
        },
        columns=COLUMNS,
    )
