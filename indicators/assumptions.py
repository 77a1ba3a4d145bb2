"""Which assumption moves the ranking: sensitivity of the mean rank shift to each choice (method §7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.framework import Framework
from indicators.method_study import Method, MethodStudy, method_study
from indicators.monte_carlo import AS_GIVEN, WEIGHTS_ONLY, Noise
from indicators.normalise import ascending_rank
from indicators.rank import NOISE_DECIMALS
from indicators.sensitivity import Design, design, indices

Array = np.ndarray
METHOD, ROUNDING = "(method)", "(rounding)"


def rank_shift_sensitivity(values: pd.DataFrame, weights: pd.Series | Framework, *,
                           noise: Noise = WEIGHTS_ONLY, methods: Sequence[Method] = AS_GIVEN,
                           min_coverage: float = MIN_COVERAGE, rows: int = 1024,
                           seed: int = 1) -> pd.DataFrame:  # fmt: skip
    """Share of the variance of the mean absolute rank shift that each assumption explains.

    One row per assumption, largest total first: the code of every weighted node (its weight, uniform within
    -/+ `noise.weights`), `(rounding)` for all rounding errors together, `(method)` for the choice among
    `methods`; columns as `sensitivity.indices`. Arguments and errors as `monte_carlo`; `rows` is a power of
    two; Dirichlet weights are not independent assumptions and are not offered here.
    """
    study = method_study(values, weights, methods=methods, min_coverage=min_coverage)
    half_units = study.half_units(noise.rounding)
    plan = design(_sizes(study, half_units), rows=rows, seed=seed)
    nominal = study.nominal_ranks().to_numpy(float)

    def mean_shift(points: Array) -> Array:
        return np.abs(_ranks(study, plan, points, noise.weights, half_units) - nominal[:, None]).mean(axis=0)

    found = indices(mean_shift, plan, seed=seed)
    return found.sort_values("total", ascending=False, kind="stable", ignore_index=True)


def _sizes(study: MethodStudy, half_units: Array) -> Mapping[str, int]:
    """Columns of the design per assumption; a weight alone in its group changes nothing and is none."""
    groups = [group.children for group in study.tree.groups if len(group.children) > 1]
    sizes = {study.tree.codes[child]: 1 for child in sorted(child for group in groups for child in group)}
    if half_units.any():
        sizes[ROUNDING] = study.raw.size
    if len(study.prepared) > 1:
        sizes[METHOD] = 1
    return sizes


def _ranks(study: MethodStudy, plan: Design, points: Array, width: float, half_units: Array) -> Array:
    """Competition ranks (units x rows) at points of the unit cube."""
    weights = _weights(study, plan, points, width)
    values = _values(study, plan, points, half_units)
    chosen = _methods(study, plan, points)
    ranks = np.empty((len(study.raw), len(points)))
    for method in np.unique(chosen):
        mine = chosen == method
        part = values if values.ndim == 2 else values[:, mine]
        scores = study.scores(weights=weights[mine], values=part, method=method)
        ranks[:, mine] = ascending_rank(-np.round(scores, NOISE_DECIMALS))
    return ranks


def _weights(study: MethodStudy, plan: Design, points: Array, width: float) -> Array:
    weights = np.tile(study.tree.weights, (len(points), 1))
    for position, code in enumerate(study.tree.codes):
        if code in plan.columns:
            weights[:, position] *= 1 + width * (2 * points[:, plan.columns[code][0]] - 1)
    return weights


def _values(study: MethodStudy, plan: Design, points: Array, half_units: Array) -> Array:
    if ROUNDING not in plan.columns:
        return study.raw
    errors = (2 * points[:, plan.columns[ROUNDING]] - 1).reshape(len(points), *study.raw.shape)
    return study.raw[:, None, :] + errors.transpose(1, 0, 2) * half_units


def _methods(study: MethodStudy, plan: Design, points: Array) -> Array:
    if METHOD not in plan.columns:
        return np.zeros(len(points), int)
    return (points[:, plan.columns[METHOD][0]] * len(study.prepared)).astype(int)
