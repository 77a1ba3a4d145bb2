"""What an indicator weighs, and what it really moves (effective weights and effective influence).

A weight says how many points an indicator is worth; how far it decides the ranking depends on its spread and
on its company too (Paruolo, Saisana & Saltelli 2013; Becker et al. 2017). So both stand side by side.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.framework import Framework


def effective_weights(framework: Framework) -> pd.Series:
    """Share of the index of every node under the root (code -> 0..1; the root is 1; leaves sum to 1).

    NaN where a weight on the way up is unknown.
    """
    shares = {framework.root: 1.0}
    for node in reversed(framework.aggregates):
        children = framework.children(node)
        weights = framework.weights(children)
        for child, weight in zip(children, weights / weights.sum(), strict=True):
            shares[child] = shares[node] * float(weight)
    known = [code for code in framework.nodes.index if code in shares]
    return pd.Series({code: shares[code] for code in known}, name="weight").rename_axis("code")


def influence(values: pd.DataFrame, *, weights: pd.Series, index: pd.Series) -> pd.DataFrame:
    """Nominal weight beside effective influence. Grain: indicator (the columns of `values`, normalised).

    `weight`: share of the index. `correlation`: Pearson's, with the index. `influence`: squared correlation,
    scaled to sum to 1: whose spread does the ranking follow. `variance_share`: weight x covariance with the
    index / variance of the index, which sums to 1 for an additive index without gaps and is negative for an
    indicator that works against the rest. NaN where the indicator or the index does not vary.
    """
    correlation = values.corrwith(index)
    squared = correlation**2
    covariance = values.apply(lambda column: column.cov(index))
    share = weights.reindex(values.columns)
    frame = {
        "weight": share,
        "correlation": correlation,
        "influence": squared / squared.sum(),
        "variance_share": share * covariance / (index.var() or np.nan),
    }
    return pd.DataFrame(frame).rename_axis("code").reset_index()
