"""Why a score changed, and why one unit is behind another: exact bridges (method §6).

Points are per thousand of the index. Parts always sum to the whole: what arithmetic cannot give to an
indicator stands in a bar of its own (change of framework, coverage, merger, rounding).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import pandas as pd

from indicators.breakdown import ROUNDING
from indicators.framework import Framework
from indicators.partition import NOT_COMMON, footprints, group_names, merged
from indicators.shared_parts import part_of_each
from indicators.trend import shown_rank

SCALE = 1000.0
LEAST_COMMON_SHARE = 0.5
COLUMNS = ["part", "kind", "points_from", "points_to", "delta"]


@dataclass(frozen=True)
class Bridge:
    """From one state to another.

    `parts`: one row per bar: `part` (indicator code, or the kind itself), `kind` (indicator | framework |
    coverage | merger | rounding), `points_from`, `points_to`, `delta` (points; they sum to 1000 · (to_value
    − from_value)). `from_value`, `to_value`: the index, 0..1; NaN where the points are unknown.
    `comparable`: at least half of the points are common; otherwise say so and draw nothing. `common_share`:
    that share, 0..1.
    """

    parts: pd.DataFrame
    from_value: float
    to_value: float
    comparable: bool
    common_share: float


def change(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    framework_a: Framework,
    framework_b: Framework,
    merged_before: pd.DataFrame | None = None,
) -> Bridge:
    """Why one unit's index changed between two periods.

    `before` (under `framework_a`), `after` (under `framework_b`): BREAKDOWN rows of the unit, one period
    each. Compared at the finest parts that both have; what they do not share, and what changed maximum
    points move, stands in the bar `framework` where the editions differ, else in `coverage`.
    `merged_before`: the earlier period on the new units (the back-cast), where the unit has been merged
    since: the bar `merger` leads there first.
    """
    start = before if merged_before is None else merged_before
    rest = "coverage" if framework_a.id == framework_b.id else "framework"
    bridge = _bridge(start, after, framework_a=framework_a, framework_b=framework_b, rest=rest)
    return bridge if merged_before is None or not bridge.comparable else _from_before_merger(before, bridge)


def gap(us: pd.DataFrame, rival: pd.DataFrame, *, framework: Framework) -> Bridge:
    """Why `rival` stands where it does against `us`: from our index to theirs, + where they are ahead.

    Both are BREAKDOWN rows of one unit and period under `framework` (`average` makes such rows of many
    units).
    """
    return _bridge(us, rival, framework_a=framework, framework_b=framework, rest="coverage")


def average(breakdown: pd.DataFrame, *, framework: Framework) -> pd.DataFrame:
    """The breakdown of the unweighted mean of units: `indicator`, `max_points`, `value`, `points`.

    `breakdown`: BREAKDOWN rows of several units, one period; the parts are as fine as all of them have.
    """
    rows, units = _without_rounding(breakdown), breakdown["province_code"].nunique()
    mean = rows.groupby(part_of_each(rows, framework), sort=False)[["max_points", "points"]].sum() / units
    mean.loc[ROUNDING] = [0.0, _rounding(breakdown) / units]
    value = mean["points"] / mean["max_points"].where(mean["max_points"] > 0)
    return mean.assign(value=value).rename_axis("indicator").reset_index()


def overtaken(before: pd.DataFrame, after: pd.DataFrame, province_code: str) -> tuple[list[str], list[str]]:
    """Who overtook us and whom we overtook: two lists of province codes, best rank now first.

    `before`, `after`: RANKING rows of one indicator, one period each, same universe; units without a rank in
    one of them are left out. Overtook us = ahead of us now and not before, so that with all units ranked
    rank before − rank after = len(we_overtook) − len(overtook_us).
    """
    ranks = pd.DataFrame({"before": _ranks(before), "after": _ranks(after)}).dropna().sort_values("after")
    if province_code not in ranks.index:
        return [], []
    ahead = ranks < ranks.loc[province_code]
    overtook_us = ranks.index[ahead["after"] & ~ahead["before"]]
    we_overtook = ranks.index[ahead["before"] & ~ahead["after"]]
    return list(overtook_us), list(we_overtook)


def _bridge(
    before: pd.DataFrame, after: pd.DataFrame, *, framework_a: Framework, framework_b: Framework, rest: str
) -> Bridge:
    if before["points"].isna().all() or after["points"].isna().all():
        return Bridge(pd.DataFrame(columns=COLUMNS), float("nan"), float("nan"), False, 0.0)
    before, after = _per_thousand(before), _per_thousand(after)
    pairs = _paired(before, after, framework_a=framework_a, framework_b=framework_b)
    common = pairs.drop(index=NOT_COMMON, errors="ignore")
    share = float(common[["max_from", "max_to"]].min(axis=1).sum() / SCALE)
    start, end = math.fsum(before["points"]), math.fsum(after["points"])
    bars = pd.concat([_indicator_bars(common), *_rest_bars(pairs, kind=rest)], ignore_index=True)
    closing = end - start - math.fsum(bars["delta"])
    bars = pd.concat([bars, _bar(ROUNDING, _rounding(before), _rounding(after), closing)], ignore_index=True)
    return Bridge(bars, start / SCALE, end / SCALE, share >= LEAST_COMMON_SHARE, share)


def _paired(
    before: pd.DataFrame, after: pd.DataFrame, *, framework_a: Framework, framework_b: Framework
) -> pd.DataFrame:
    """Maximum points and points of both states by common part, in the order of the later framework."""
    states = [_without_rounding(before), _without_rounding(after)]
    shared = set(states[0]["indicator"]) & set(states[1]["indicator"])
    parts = [
        footprints(rows["indicator"], framework, shared=shared)
        for rows, framework in zip(states, (framework_a, framework_b), strict=True)
    ]
    names = group_names(parts)
    sums = [merged(rows, part, names) for rows, part in zip(states, parts, strict=True)]
    pairs = pd.concat(sums, axis=1).set_axis(["max_from", "points_from", "max_to", "points_to"], axis=1).fillna(0.0)
    order = [code for code in framework_b.nodes.index if code in pairs.index]
    return pairs.loc[order + [code for code in pairs.index if code not in order]]


def _reweighted(common: pd.DataFrame) -> pd.Series:
    """Points that a part moves because its maximum changed, at the mean of both values."""
    values = common["points_from"] / common["max_from"] + common["points_to"] / common["max_to"]
    return (common["max_to"] - common["max_from"]) * values / 2


def _indicator_bars(common: pd.DataFrame) -> pd.DataFrame:
    """Maximum points × change of value of each common part (at the mean of both maxima where they differ)."""
    delta = common["points_to"] - common["points_from"] - _reweighted(common)
    bars = common[["points_from", "points_to"]].assign(part=common.index, kind="indicator", delta=delta)
    return bars[COLUMNS]


def _rest_bars(pairs: pd.DataFrame, *, kind: str) -> list[pd.DataFrame]:
    """What is not common, and what changed maximum points move; none where there is neither."""
    common = pairs.drop(index=NOT_COMMON, errors="ignore")
    if NOT_COMMON not in pairs.index and (common["max_from"] == common["max_to"]).all():
        return []
    rest = pairs.reindex([NOT_COMMON]).fillna(0.0).iloc[0]
    delta = rest["points_to"] - rest["points_from"] + _reweighted(common).sum()
    return [_bar(kind, rest["points_from"], rest["points_to"], delta)]


def _from_before_merger(before: pd.DataFrame, bridge: Bridge) -> Bridge:
    """The bridge with the bar `merger` in front: from the unit as it was to the same period, new units."""
    start = math.fsum(_per_thousand(before)["points"])
    middle = bridge.from_value * SCALE
    bars = [_bar("merger", start, middle, middle - start), bridge.parts]
    return replace(bridge, parts=pd.concat(bars, ignore_index=True), from_value=start / SCALE)


def _bar(kind: str, start: float, end: float, delta: float) -> pd.DataFrame:
    """A bar of its own: not of an indicator."""
    return pd.DataFrame([[kind, kind, start, end, delta]], columns=COLUMNS)


def _per_thousand(breakdown: pd.DataFrame) -> pd.DataFrame:
    factor = SCALE / breakdown["max_points"].sum()
    return breakdown.assign(max_points=breakdown["max_points"] * factor, points=breakdown["points"] * factor)


def _without_rounding(breakdown: pd.DataFrame) -> pd.DataFrame:
    return breakdown[breakdown["indicator"] != ROUNDING]


def _rounding(breakdown: pd.DataFrame) -> float:
    return float(breakdown.loc[breakdown["indicator"] == ROUNDING, "points"].sum())


def _ranks(ranking: pd.DataFrame) -> pd.Series:
    ranks = shown_rank(ranking).to_numpy(dtype=float, na_value=math.nan)
    return pd.Series(ranks, index=ranking["province_code"])
