"""How far is each unit from the best of its region and of the country, indicator by indicator?"""

from __future__ import annotations

import numpy as np
import pandas as pd


def frontier(values: pd.DataFrame, *, regions: pd.Series, weights: pd.Series | None = None) -> pd.DataFrame:
    """Each value beside the best of its region and the best of all (units x parts, 0..1, NaN missing).

    Grain: unit x part (rows with a value only). Columns unit, part, value, region_best, region_leader,
    national_best, national_leader, region_efficiency, national_efficiency (value / best, 0..1, NaN when the
    best is 0), closable (region_best - value, what a neighbour already shows to be possible), and with
    `weights` (maximum points) closable_points. `regions`: unit -> region ids, several |-separated: the best
    of any of them counts. A unit without region has no region figures.
    """
    long = values.rename_axis("unit").reset_index().melt("unit", var_name="part").dropna(ignore_index=True)
    members = regions.dropna().str.split("|").explode().rename_axis("unit").rename("region").reset_index()
    table = long.merge(_national(long), on="part", how="left")
    table = table.merge(_regional(long, members), on=["unit", "part"], how="left")
    table["region_efficiency"] = table["value"] / table["region_best"].replace(0.0, np.nan)
    table["national_efficiency"] = table["value"] / table["national_best"].replace(0.0, np.nan)
    table["closable"] = table["region_best"] - table["value"]
    if weights is not None:
        table["closable_points"] = table["closable"] * table["part"].map(weights)
    return table


def _national(long: pd.DataFrame) -> pd.DataFrame:
    best = long.loc[long.groupby("part")["value"].idxmax()]
    return best.rename(columns={"value": "national_best", "unit": "national_leader"})


def _regional(long: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Best of any of its regions, for each unit and part."""
    located = long.merge(members, on="unit")
    best = located.loc[located.groupby(["region", "part"])["value"].idxmax()]
    leaders = best.rename(columns={"value": "region_best", "unit": "region_leader"})
    seen = members.merge(leaders, on="region")
    chosen = seen.loc[seen.groupby(["unit", "part"])["region_best"].idxmax()]
    return chosen[["unit", "part", "region_best", "region_leader"]]
