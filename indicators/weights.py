"""Weights that follow from a choice or from the data (Handbook step 6). Each sums to 1.

The framework's own are `influence.effective_weights`; user's weights go through `scaled`.
Weights from data reward what is statistically convenient, not what matters: show them, never hide them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from indicators.correlation import correlations
from indicators.errors import IndicatorError
from indicators.influence import influence
from indicators.principal_components import principal_components


class UnusableWeights(IndicatorError):
    """Weights that are negative, missing or all zero: `codes` (all of them when the sum is zero)."""

    def __init__(self, *, reason: str, codes: list[str]) -> None:
        self.reason, self.codes = reason, codes
        super().__init__(f"weights {reason}: {', '.join(codes)}")


def scaled(weights: pd.Series) -> pd.Series:
    """Given weights (>= 0, any scale) as shares of their sum. Raises UnusableWeights naming what is wrong."""
    wrong = [str(code) for code in weights.index[~(weights >= 0)]]
    if wrong:
        raise UnusableWeights(reason="negative or missing", codes=wrong)
    if weights.sum() == 0:
        raise UnusableWeights(reason="all zero", codes=[str(code) for code in weights.index])
    return weights.astype(float) / weights.sum()


def rebalanced(weights: pd.Series, *, code: str, share: float) -> pd.Series:
    """`code` set to `share` (0..1) and the others scaled in proportion, so that the sum stays 1.

    When all the others are zero the rest is spread evenly over them.
    """
    others = scaled(weights).drop(code)
    spread = others / others.sum() if others.sum() > 0 else others + 1 / len(others)
    return pd.concat([spread * (1 - share), pd.Series({code: share})])[weights.index]


def equal(values: pd.DataFrame) -> pd.Series:
    """The same weight for every column."""
    return pd.Series(1 / values.shape[1], index=values.columns)


def from_components(values: pd.DataFrame) -> pd.Series:
    """Squared weights of the first principal component (they sum to 1); 0 for a constant column."""
    first = principal_components(values).loadings[1] ** 2
    return (first / first.sum()).reindex(values.columns, fill_value=0.0)


def entropy(values: pd.DataFrame) -> pd.Series:
    """Shannon: the more unevenly a column (>= 0) is spread over the units, the larger its weight.

    0 for a constant column; equal weights when no column varies. Raises UnusableWeights naming columns with negative
    values.
    """
    negative = [str(code) for code in values if (values[code] < 0).any()]
    if negative:
        raise UnusableWeights(reason="by entropy need values >= 0", codes=negative)
    shares = values / values.sum()
    terms = (shares * np.log(shares.where(shares > 0))).fillna(0.0)
    varies = values.nunique() > 1
    unevenness = 1 + terms.sum() / np.log(values.notna().sum().where(varies))
    return _shares_or_equal(unevenness.clip(lower=0.0), varies)


def critic(values: pd.DataFrame) -> pd.Series:
    """Diakoulaki et al. 1995: standard deviation x sum of (1 - correlation) with the others, after min-max.

    0 for a constant column; equal weights of those that vary where nothing conflicts, and when no column varies.
    """
    extent = (values.max() - values.min()).replace(0.0, np.nan)
    deviation = ((values - values.min()) / extent).std(ddof=1).fillna(0.0)
    conflict = (1 - correlations(values)).sum()
    return _shares_or_equal(deviation * conflict, values.nunique() > 1)


def equal_influence(values: pd.DataFrame) -> pd.Series:
    """Weights >= 0 under which the additive index follows every column alike (complete normalised values).

    Minimises the spread of the correlations with the index (Becker et al. 2017). Where the columns conflict,
    equal influence may be out of reach; `influence` of the result tells how near it came.
    """
    x = values.to_numpy(float)
    start = np.full(x.shape[1], 1 / x.shape[1])

    def spread(weights: np.ndarray) -> float:
        index = pd.Series(x @ weights, index=values.index)
        return float(influence(values, weights=equal(values), index=index)["correlation"].var(ddof=0))

    found = minimize(spread, start, method="SLSQP", bounds=[(0, 1)] * len(start), tol=1e-12,
                     constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1})  # fmt: skip
    return scaled(pd.Series(np.clip(found.x, 0, 1), index=values.columns))


def _shares_or_equal(amounts: pd.Series, varies: pd.Series) -> pd.Series:
    """Amounts of the columns that vary as shares; the same for each of them where all are zero."""
    counted = amounts.where(varies, 0.0)
    spread = counted if counted.sum() > 0 else varies if varies.any() else ~varies
    return spread / spread.sum()
