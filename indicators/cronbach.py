"""Cronbach's alpha (1951): do the indicators of a group go along with each other?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.framework import Framework


def alpha(values: pd.DataFrame) -> float:
    """k/(k-1) * (1 - sum of variances / variance of the sum) over the units that have all k indicators.

    At most 1, can be negative. NaN for one indicator, for fewer than two complete units, or when the sum does
    not vary. Values on different scales are to be standardised before (`zscore`), as the Handbook does.
    """
    x = values.dropna().to_numpy(float)
    k = x.shape[1]
    total = x.sum(axis=1).var(ddof=1) if len(x) > 1 else 0.0
    if k < 2 or total <= 0:
        return np.nan
    return float(k / (k - 1) * (1 - x.var(axis=0, ddof=1).sum() / total))


def alphas(values: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """Alpha of every aggregate over the leaves below it: columns group, alpha, alpha_standardised.

    `values`: units x leaves, direction already applied. `alpha` is of the values as they are;
    `alpha_standardised` gives each indicator the same spread first.
    """
    z = (values - values.mean()) / values.std(ddof=1).replace(0.0, np.nan)
    groups = {node: values.columns.intersection(framework.leaves(node)) for node in framework.aggregates}
    rows = [(node, alpha(values[leaves]), alpha(z[leaves])) for node, leaves in groups.items()]
    return pd.DataFrame(rows, columns=["group", "alpha", "alpha_standardised"])
