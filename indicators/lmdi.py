"""Exact bridge of a weighted geometric mean: logarithmic mean Divisia index I (Ang 2005; method §6)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.aggregate import geometric
from indicators.errors import NonPositiveValues, Place


def log_mean(a: float, b: float) -> float:
    """(b - a) / ln(b / a) for positive a, b; a itself when they are equal. Lies between the two."""
    gap = b / a - 1
    return a if abs(gap) < 1e-12 else (b - a) / np.log1p(gap)


def lmdi_bridge(before: pd.Series, after: pd.Series, *, weights_before: pd.Series,
                weights_after: pd.Series | None = None) -> pd.DataFrame:  # fmt: skip
    """Parts of the change of a weighted geometric mean; they sum to it within 1e-12.

    `before`, `after`: values > 0 by indicator (two years, or a rival and us); weights on any scale,
    `weights_after` where they changed too. One row per indicator, columns part, value_from, value_to,
    by_value, by_weight, delta (= by_value + by_weight), in units of the index.
    Raises NonPositiveValues naming each value <= 0.
    """
    _refuse_non_positive(before, after)
    w0 = weights_before / weights_before.sum()
    w1 = w0 if weights_after is None else weights_after / weights_after.sum()
    size = log_mean(_mean(before, w0), _mean(after, w1))
    middle = (w0 + w1) / 2
    by_value = size * middle * np.log(after / before)
    by_weight = size * (w1 - w0) * (np.log(before) + np.log(after)) / 2
    parts = {"value_from": before, "value_to": after, "by_value": by_value, "by_weight": by_weight}
    return pd.DataFrame(parts).assign(delta=by_value + by_weight).rename_axis("part").reset_index()


def _mean(values: pd.Series, shares: pd.Series) -> float:
    return float(geometric(values.to_numpy(float)[None], shares[values.index].to_numpy(float))[0])


def _refuse_non_positive(before: pd.Series, after: pd.Series) -> None:
    places = [Place(state, str(code), float(value))
              for state, values in (("before", before), ("after", after))
              for code, value in values.items() if not value > 0]  # fmt: skip
    if places:
        raise NonPositiveValues(node="(bridge)", method="geometric", places=places)
