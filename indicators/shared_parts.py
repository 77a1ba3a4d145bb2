"""The parts of an index that all units have in common, as a matrix: what robustness, what-if and peers work on."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.breakdown import ROUNDING
from indicators.framework import Framework
from indicators.partition import NOT_COMMON, footprints, group_names


@dataclass(frozen=True, eq=False)
class SharedParts:
    """Parts that do not overlap, as fine as every unit of one edition has them.

    `values`: units × parts (0..1). `max_points`: by part, in the order of the framework. Both are empty where the
    points of the edition are unknown.
    """

    values: pd.DataFrame
    max_points: pd.Series

    def __bool__(self) -> bool:
        return not self.values.empty


def shared_parts(breakdown: pd.DataFrame, framework: Framework) -> SharedParts:
    """The common parts of BREAKDOWN rows of one edition (province_code, indicator, max_points, points).

    Where some units have the four common indicators and others only their block, all get the block. Units without
    rows are not in the result; the rounding that closes a breakdown is no part.
    """
    rows = breakdown[(breakdown["indicator"] != ROUNDING) & breakdown["points"].notna()]
    if rows.empty:
        return SharedParts(pd.DataFrame(), pd.Series(dtype=float))
    part = part_of_each(rows, framework)
    rows = rows.assign(part=part)[part != NOT_COMMON]
    sums = rows.groupby(["province_code", "part"], sort=False)[["points", "max_points"]].sum()
    most = sums["max_points"].groupby(level="part").max()
    order = [code for code in framework.nodes.index if code in most.index]
    points = sums["points"].unstack("part").reindex(rows["province_code"].unique())
    return SharedParts(points[order] / most[order], most[order])


def part_of_each(rows: pd.DataFrame, framework: Framework) -> pd.Series:
    """The part that all units have in common to which each row (province_code, indicator) belongs, else NOT_COMMON.

    Units with the same set of parts are looked at once.
    """
    patterns = rows.groupby("province_code", sort=False)["indicator"].agg(frozenset)
    parts = {pattern: footprints(sorted(pattern), framework) for pattern in patterns.unique()}
    names = group_names(list(parts.values()))
    part = {
        (pattern, code): next((names[group] for group in names if footprint <= group), NOT_COMMON)
        for pattern, covered in parts.items()
        for code, footprint in covered.items()
    }
    keys = zip(rows["province_code"].map(patterns), rows["indicator"], strict=True)
    return pd.Series([part[key] for key in keys], index=rows.index)
