"""The finest parts that several breakdowns have in common (method §6).

One state may know the four common indicators, another only their block, a third only the group of five: what
is compared is the finest partition that all of them have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from indicators import residual
from indicators.framework import Framework

Footprint = frozenset[str]
NOT_COMMON = ""


def footprints(codes: Iterable[str], framework: Framework, *, shared: Iterable[str] = ()) -> dict[str, Footprint]:
    """The leaves that each part covers; a `shared` part is its own footprint, whatever lies under it.

    A code that the framework does not know covers itself.
    """
    whole = set(shared)
    return {code: frozenset([code]) if code in whole else _leaves(code, framework) for code in codes}


def coarsest(found: Iterable[Footprint]) -> list[Footprint]:
    """Footprints that overlap put together, until none overlap."""
    groups: list[Footprint] = []
    for footprint in found:
        touched = [group for group in groups if group & footprint]
        groups = [group for group in groups if not group & footprint] + [footprint.union(*touched)]
    return groups


def group_names(parts: Sequence[dict[str, Footprint]]) -> dict[Footprint, str]:
    """The common parts of several states: each group that every state covers exactly, named by the one part
    that covers it in some state (the later state first)."""
    names: dict[Footprint, str] = {}
    for group in coarsest(footprint for state in parts for footprint in state.values()):
        covered = [frozenset().union(*(each for each in state.values() if each <= group)) for state in parts]
        whole = [code for state in reversed(parts) for code, each in state.items() if each == group]
        if whole and all(each == group for each in covered):
            names[group] = whole[0]
    return names


def merged(breakdown: pd.DataFrame, parts: dict[str, Footprint], names: dict[Footprint, str]) -> pd.DataFrame:
    """`max_points` and `points` of one state summed to the common parts: a row per name, those it lacks left
    out.

    Parts of the state that belong to no common part are summed in the row NOT_COMMON.
    """
    name = {code: next((names[group] for group in names if each <= group), NOT_COMMON) for code, each in parts.items()}
    return breakdown.groupby(breakdown["indicator"].map(name), sort=False)[["max_points", "points"]].sum()


def _leaves(code: str, framework: Framework) -> Footprint:
    """Leaves without points (smart city) are in no breakdown and do not count."""
    if code not in framework.nodes.index:
        return frozenset([code])
    leaves = residual.stands_for(framework, code)
    return frozenset(leaf for leaf, points in zip(leaves, framework.weights(leaves), strict=True) if points != 0)
