"""Correlations of indicators within their group, with what they feed, and across groups (Handbook step 4).

Every matrix is over the units that both columns have. Bands of the JRC COIN Tool: below -0.4 negative
(members cancel out), -0.4..0.3 weak, 0.3..0.92 fine, above 0.92 redundant (counted twice).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from indicators.framework import Framework

Array = np.ndarray
Method = Literal["pearson", "spearman", "kendall"]
METHODS: tuple[Method, ...] = ("pearson", "spearman", "kendall")
NEGATIVE, WEAK, REDUNDANT = -0.4, 0.3, 0.92
COLUMNS = ("code_a", "code_b", "relation", "n", "pearson", "spearman", "kendall", "flag")


def correlations(values: pd.DataFrame, *, method: Method = "pearson") -> pd.DataFrame:
    """Square matrix of the columns of `values`; `method` pearson, spearman or kendall (tau-b).

    NaN where a column is constant, or where fewer than two units have both.
    """
    if method == "kendall":
        return pd.DataFrame(_kendall(values.to_numpy(float)), index=values.columns, columns=values.columns)
    return values.corr(method=method, min_periods=2)


def correlation_table(values: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """All pairs of the columns of `values` (units x leaves and aggregates), once each, with COLUMNS.

    `relation`: siblings (one parent), parent (b is a's parent), ancestor (b is further up), other. `n`: units
    that have both. `flag` follows pearson: negative, weak, redundant, "" (fine), and "unknown" where NaN.
    """
    present = values.notna().to_numpy(float)
    a, b = np.triu_indices(values.shape[1], k=1)
    first, second = _lower_first(values.columns.to_numpy()[a], values.columns.to_numpy()[b], framework)
    frame = pd.DataFrame({"code_a": first, "code_b": second})
    frame["relation"] = [_relation(x, y, framework) for x, y in zip(first, second, strict=True)]
    frame["n"] = (present.T @ present)[a, b].astype(int)
    for method in METHODS:
        frame[method] = correlations(values, method=method).to_numpy()[a, b]
    return frame.assign(flag=[flag(r) for r in frame["pearson"]])


def flag(r: float) -> str:
    """Band of one correlation: negative, weak, "" (fine), redundant; "unknown" for NaN."""
    if np.isnan(r):
        return "unknown"
    if r < NEGATIVE:
        return "negative"
    return "weak" if r < WEAK else "redundant" if r > REDUNDANT else ""


def misplaced(values: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """Indicators that go along more with another group at their parent's level than with their own parent.

    Grain: indicator; columns code, parent, r_parent, closer_to, r_closer (Pearson).
    """
    r = correlations(values)
    rows = [row for code in values.columns for row in _uncles(code, r, framework)]
    table = pd.DataFrame(rows, columns=["code", "parent", "r_parent", "closer_to", "r_closer"])
    closest = table.sort_values("r_closer", ascending=False, kind="stable").drop_duplicates("code")
    return closest[closest["r_closer"] > closest["r_parent"]].sort_index().reset_index(drop=True)


def _uncles(code: str, r: pd.DataFrame, framework: Framework) -> list[tuple]:
    """Correlation of one indicator with its parent, beside that with each of the parent's siblings."""
    parent, *further = framework.ancestors(code) or [""]
    siblings = framework.children(further[0]) if further else []
    others = [other for other in siblings if other != parent and other in r]
    return [(code, parent, r.at[code, parent], other, r.at[code, other]) for other in others if parent in r]


def _lower_first(a: Array, b: Array, framework: Framework) -> tuple[list[str], list[str]]:
    swapped = [x in framework.ancestors(y) for x, y in zip(a, b, strict=True)]
    return (
        [y if swap else x for x, y, swap in zip(a, b, swapped, strict=True)],
        [x if swap else y for x, y, swap in zip(a, b, swapped, strict=True)],
    )


def _relation(lower: str, upper: str, framework: Framework) -> str:
    above = framework.ancestors(lower)
    if upper in above:
        return "parent" if above[0] == upper else "ancestor"
    return "siblings" if above[:1] == framework.ancestors(upper)[:1] else "other"


def _kendall(x: Array) -> Array:
    """Tau-b of all columns: signs of the differences of every two units, summed one unit at a time.

    Signs and counts are small whole numbers, exact in single precision.
    """
    agree = np.zeros((x.shape[1], x.shape[1]))
    apart = np.zeros_like(agree)
    gaps = np.isnan(x).any()
    for unit in range(len(x) - 1):
        signs = np.sign(x[unit] - x[unit + 1 :]).astype(np.float32)
        known = ~np.isnan(signs)
        signs = np.where(known, signs, np.float32(0)) if gaps else signs
        agree += signs.T @ signs
        apart += np.abs(signs).T @ known.astype(np.float32) if gaps else np.abs(signs).sum(axis=0)[:, None]
    scale = np.sqrt(apart * apart.T)
    return np.where(scale > 0, agree / np.where(scale > 0, scale, 1.0), np.nan)
