"""How far is each unit from the best of its region and of the country, indicator by indicator?"""

from __future__ import annotations

import numpy as np
import pandas as pd


def frontier(values: pd.DataFrame, *, regions: pd.Series, weights: pd.Series | None = None) -> pd.DataFrame:
    """Each value beside the best of its region and the best of all (units x parts, 0..1, NaN missing).

    Grain: unit x part (rows with a value only). Columns unit, part, value, region_best, region_leaders,
    national_best, national_leaders (all units level with the best, in the order of `values`), region_efficiency,
    national_efficiency (value / best, 0..1, NaN when the best is 0), closable (region_best - value, what a neighbour
    already shows to be possible), and with `weights` (maximum points) closable_points. `regions`: unit -> region ids,
    several |-separated: the best of any of them counts. A unit without region has no region figures.
    """
    long = values.rename_axis("unit").reset_index().melt("unit", var_name="part").dropna(ignore_index=True)
    table = _beside(long, long.assign(group=""), pd.DataFrame({"unit": values.index, "group": ""}), "national")
    members = regions.dropna().str.split("|").explode().rename_axis("unit").rename("group").reset_index()
    table = _beside(table, long.merge(members, on="unit"), members, "region")
    table["closable"] = table["region_best"] - table["value"]
    if weights is not None:
        table["closable_points"] = table["closable"] * table["part"].map(weights)
    return table


def _beside(table: pd.DataFrame, rows: pd.DataFrame, members: pd.DataFrame, who: str) -> pd.DataFrame:
    """`table` with the best of the groups of each unit: {who}_best, {who}_leaders, {who}_efficiency.

    `rows`: unit, part, value, group; `members`: unit, group.
    """
    best = rows[rows["value"] == rows.groupby(["group", "part"])["value"].transform("max")]
    leaders = best.groupby(["group", "part"], sort=False).agg(best=("value", "first"), leaders=("unit", tuple))
    seen = members.merge(leaders.reset_index(), on="group")
    seen = seen[seen["best"] == seen.groupby(["unit", "part"])["best"].transform("max")]
    of_unit = seen.groupby(["unit", "part"], sort=False).agg(best=("best", "first"), leaders=("leaders", _together))
    joined = table.merge(of_unit.add_prefix(f"{who}_").reset_index(), on=["unit", "part"], how="left")
    joined[f"{who}_efficiency"] = joined["value"] / joined[f"{who}_best"].replace(0.0, np.nan)
    return joined


def _together(leaders: pd.Series) -> tuple:
    return tuple(dict.fromkeys(unit for group in leaders for unit in group))
