"""One assumption at a time: between which ranks each unit moves when only that assumption changes (a tornado)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.framework import Framework
from indicators.method_study import Method, MethodStudy, method_study
from indicators.normalise import ascending_rank
from indicators.rank import NOISE_DECIMALS

COLUMNS = ["unit", "assumption", "rank", "best", "worst"]
NOTHING: Mapping[str, Method] = {}


def swings(values: pd.DataFrame, weights: pd.Series | Framework, *, width: float = 0.25,
           methods: Mapping[str, Method] = NOTHING, min_coverage: float = MIN_COVERAGE) -> pd.DataFrame:  # fmt: skip
    """Best and worst rank of each unit while one assumption changes and all others stay.

    `values`: units × leaves, raw. An assumption is the code of a weighted node that is not alone in its group (its
    weight × 1 − `width` and × 1 + `width`, the group re-scaled), or the name of one of `methods` (that way to
    normalise and aggregate instead). Grain: unit × assumption; columns COLUMNS; `rank` (nominal) lies within
    best..worst. Errors as `monte_carlo`.
    """
    study = method_study(values, weights, methods=[Method(), *methods.values()], min_coverage=min_coverage)
    moved = _moved_weights(study, width)
    ranks = {code: _ranks(study, rows) for code, rows in moved.items()}
    nominal = study.tree.weights[None]
    for position, name in enumerate(methods, start=1):
        ranks[name] = _ranks(study, nominal, method=position)
    at_rest = _ranks(study, nominal)
    tables = [_table(study, name, np.hstack([at_rest, found])) for name, found in ranks.items()]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)


def _moved_weights(study: MethodStudy, width: float) -> dict[str, np.ndarray]:
    """Two rows of weights per node whose weight matters: less of it, more of it."""
    found = {}
    for group in study.tree.groups:
        for child in group.children if len(group.children) > 1 else []:
            rows = np.tile(study.tree.weights, (2, 1))
            rows[:, child] *= [1 - width, 1 + width]
            found[study.tree.codes[child]] = rows
    return found


def _ranks(study: MethodStudy, weights: np.ndarray, *, method: int = 0) -> np.ndarray:
    """Ranks of units × rows of weights."""
    scores = study.scores(weights=weights, values=study.raw, method=method)
    return ascending_rank(-np.round(scores, NOISE_DECIMALS)).astype(int)


def _table(study: MethodStudy, name: str, ranks: np.ndarray) -> pd.DataFrame:
    columns = (study.units, name, ranks[:, 0], ranks.min(axis=1), ranks.max(axis=1))
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))
