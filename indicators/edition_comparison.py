"""Two editions of a framework side by side, and a series bridged over what they share (method §6)."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.framework import Framework
from indicators.influence import effective_weights
from indicators.what_if import additive

ADDED, REMOVED, REWEIGHTED, RENAMED, SAME = "added", "removed", "reweighted", "renamed", "same"


@dataclass(frozen=True)
class Bridged:
    """A series on the indicators that both editions have: `values` (period x unit, index value of the common
    part under one edition's weights), `common` (codes) and `share`: of that edition's points that they
    carry (0..1). Below one half the editions are not comparable."""

    values: pd.DataFrame
    common: list[str]
    share: float

    @property
    def comparable(self) -> bool:
        """True when at least half of the points are common (method §6)."""
        return self.share >= 0.5


def compare_editions(old: Framework, new: Framework, *, name_column: str = "name_vi") -> pd.DataFrame:
    """What became of each indicator, matched by code.

    Grain: code of either edition, newer order first; columns code, change (added, removed, reweighted,
    renamed, same; reweighted wins over renamed), renamed (bool), name_old, name_new, parent_old, parent_new,
    share_old, share_new (of the index, 0..1; NaN unknown or outside the tree), share_change.
    """
    table = pd.DataFrame(index=new.nodes.index.union(old.nodes.index, sort=False))
    for side, framework in (("old", old), ("new", new)):
        nodes = framework.nodes.reindex(table.index)
        table[f"name_{side}"] = nodes.get(name_column)
        table[f"parent_{side}"] = nodes["parent"]
        table[f"share_{side}"] = effective_weights(framework).reindex(table.index)
    table["share_change"] = table["share_new"] - table["share_old"]
    both = table.index.isin(old.nodes.index) & table.index.isin(new.nodes.index)
    table["renamed"] = both & (table["name_old"].fillna("") != table["name_new"].fillna(""))
    table.insert(0, "change", [_change(str(code), row, old, new) for code, row in table.iterrows()])
    return table.rename_axis("code").reset_index()


def bridged_series(old_values: pd.DataFrame, new_values: pd.DataFrame, *, weights_of: Framework) -> Bridged:
    """One series over a change of edition, on the leaves of `weights_of` that both editions have values of.

    `old_values`, `new_values`: rows by (period, unit), columns by code, values 0..1. A unit without all the
    common leaves in a period is NaN there.
    """
    shares = effective_weights(weights_of)[weights_of.leaves()].dropna()
    common = [code for code in shares.index[shares > 0] if code in old_values and code in new_values]
    if not common:
        return Bridged(pd.DataFrame(), [], 0.0)
    rows = pd.concat([old_values[common], new_values[common]])
    series = additive(rows, shares[common]).unstack(level=1)
    return Bridged(series.sort_index(), common, float(shares[common].sum()))


def _change(code: str, row: pd.Series, old: Framework, new: Framework) -> str:
    if code not in old.nodes.index:
        return ADDED
    if code not in new.nodes.index:
        return REMOVED
    if abs(row["share_change"]) > 1e-9:
        return REWEIGHTED
    return RENAMED if row["renamed"] else SAME
