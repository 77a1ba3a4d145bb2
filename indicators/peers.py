"""Who is like us: nearest units by context, and by where they start, with the reasons (fair comparison)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.errors import UnknownNames

# Sizes differ by multiples, so they are compared by their logarithm.
ON_LOG_SCALE = ("population", "grdp_per_head")
# A neighbour counts as this much nearer: same markets, programmes and climate (our choice).
SAME_REGION = 0.75


def context_peers(context: pd.DataFrame, *, unit: str, regions: pd.Series | None = None,
                  count: int = 5) -> pd.DataFrame:  # fmt: skip
    """The `count` units nearest to `unit` by context, nearest first.

    `context`: unit x feature (e.g. population, grdp_per_head, urban_share; NaN unknown). Each feature is put
    in standard deviations (ON_LOG_SCALE by logarithm); the distance is the root mean square over the
    features that both have, times SAME_REGION for a unit of the same region (`regions`: unit ->
    id, or several |-separated). Columns: unit, distance, same_region, features (how many could be compared),
    then one per feature: its difference in standard deviations (peer - unit), the reasons. Raises
    UnknownNames for a unit without context.
    """
    _know(context, unit)
    table = _distances(_standard(context.astype(float)), unit)
    same = _same_region(regions, unit, table.index)
    table.insert(1, "same_region", same)
    table["distance"] *= np.where(same, SAME_REGION, 1.0)
    return _nearest(table, count)


def profile_peers(values: pd.DataFrame, *, unit: str, weights: pd.Series | None = None,
                  count: int = 5) -> pd.DataFrame:  # fmt: skip
    """The `count` units whose profile (units x parts, 0..1) is nearest to that of `unit`, nearest first.

    The distance is the weighted root mean square of the differences, so it is on the scale of the values.
    Columns: unit, distance, features, then one per part: the difference (peer - unit).
    """
    _know(values, unit)
    return _nearest(_distances(values.astype(float), unit, weights), count)


def risers(before: pd.Series, after: pd.Series, *, peers: Sequence) -> pd.DataFrame:
    """Of `peers`, those whose index value rose, largest rise first: was like us, and rose.

    `before`, `after`: index value by unit at the two ends. Columns unit, value_from, value_to, rise.
    """
    table = pd.DataFrame({"value_from": before.reindex(list(peers)), "value_to": after.reindex(list(peers))})
    table["rise"] = table["value_to"] - table["value_from"]
    rose = table[table["rise"] > 0].sort_values("rise", ascending=False, kind="stable")
    return rose.rename_axis("unit").reset_index()


def _standard(features: pd.DataFrame) -> pd.DataFrame:
    sizes = features.columns.intersection(list(ON_LOG_SCALE))
    features[sizes] = np.log(features[sizes].where(features[sizes] > 0))
    return features / features.std(ddof=1).replace(0.0, np.nan)


def _distances(features: pd.DataFrame, unit: str, weights: pd.Series | None = None) -> pd.DataFrame:
    differences = (features - features.loc[unit]).drop(index=unit)
    share = pd.Series(1.0, index=features.columns) if weights is None else weights[features.columns]
    weight = differences.notna() * share
    distance = np.sqrt((differences**2 * share).sum(axis=1) / weight.sum(axis=1).replace(0.0, np.nan))
    differences.insert(0, "distance", distance)
    differences.insert(1, "features", differences.drop(columns="distance").notna().sum(axis=1))
    return differences


def _nearest(table: pd.DataFrame, count: int) -> pd.DataFrame:
    known = table[table["distance"].notna()].sort_values("distance", kind="stable")
    return known.head(count).rename_axis("unit").reset_index()


def _same_region(regions: pd.Series | None, unit: str, others: pd.Index) -> np.ndarray:
    if regions is None:
        return np.zeros(len(others), bool)
    own = set(str(regions.get(unit, "")).split("|")) - {""}
    return np.array([bool(own & set(str(regions.get(other, "")).split("|"))) for other in others])


def _know(table: pd.DataFrame, unit: str) -> None:
    if unit not in table.index:
        raise UnknownNames(kind="unit", names=[str(unit)])
