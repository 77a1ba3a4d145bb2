"""What follows from the published figures of Decision 922 by arithmetic (method §4).

For most provinces the source prints the index, infrastructure and the three activities (2022, 2023), or the
index and the three overlapping pillars (2021). The rest follows to ±0.08 points, the rounding of the printed
figures.
"""

from __future__ import annotations

import pandas as pd

from indicators.framework import Framework

GROUP = "common"
BLOCK = "other_common_indicators"
SHOWN = ("digital_infrastructure",)
TOLERANCE_POINTS = 0.08


def applies(framework: Framework) -> bool:
    """Whether the framework has the common group and the derived block of Decision 922."""
    return {GROUP, BLOCK} <= set(framework.nodes.index)


def members(framework: Framework) -> list[str]:
    """The indicators that the block stands for: those of the common group that are not printed."""
    return [code for code in framework.weighted_children(GROUP) if code not in SHOWN]


def stands_for(framework: Framework, code: str) -> list[str]:
    """The leaves that a part of a breakdown covers: the members of the block, else the node's own leaves."""
    if code == BLOCK and applies(framework):
        return members(framework)
    return framework.leaves(code)


def derive(values: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """The common group, the activities (2021) and the block, as far as they follow from `values`.

    `values`: units × codes, published shares 0..1, NaN missing. Result: units × derived codes, shares of the
    maximum; NaN where a figure that is needed is missing. Not clipped: see `infeasible`.
    """
    points = values * framework.weights(list(values.columns))
    by_pillar = activities(framework)
    pillars = points[list(by_pillar)].rename(columns=by_pillar)
    total = points[framework.root]
    by_pillars = (pillars.sum(axis=1, skipna=False) - total) / (len(by_pillar) - 1)
    common = (total - points[list(by_pillar.values())].sum(axis=1, skipna=False)).fillna(by_pillars)
    derived = pillars.sub(common, axis=0).mask(values[list(by_pillar.values())].notna())
    derived[GROUP] = common
    derived[BLOCK] = common - points[list(SHOWN)].sum(axis=1, skipna=False)
    return derived.div(framework.weights(list(derived.columns)), axis=1)


def infeasible(derived: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """Where a derived share lies below 0 or above 1 by more than rounding explains (same shape, bool).

    That happens when the figures are not what they are called: activities printed under the pillars' names,
    for one.
    """
    slack = pd.Series(TOLERANCE_POINTS, index=derived.columns) / framework.weights(list(derived.columns))
    return derived.lt(-slack, axis=1) | derived.gt(1 + slack, axis=1)


def activities(framework: Framework) -> dict[str, str]:
    """The activity of each pillar, by the pillar's code."""
    codes = framework.nodes.index
    return {code: f"{code}_activity" for code in codes if f"{code}_activity" in codes}
