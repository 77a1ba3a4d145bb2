"""Monte-Carlo over the choices of a method: weights, normalisation, aggregation, rounding (method §7).

This is uncertainty of method, not sampling error. Seeded: the same input gives the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.draws import Tree, compile_tree, flat_framework, score_draws
from indicators.errors import IndicatorError
from indicators.framework import Framework
from indicators.normalise import Rule, normalise, normalise_array
from indicators.rank import competition
from indicators.rank_uncertainty import RankUncertainty, Tally
from indicators.scoring import score

Array = np.ndarray
# Numbers held at once in a block of draws: 64 MB in single precision.
BLOCK = 2**24


class MissingScores(IndicatorError):
    """Ranks need every unit's index: `units` have none, for want of values."""

    def __init__(self, *, units: Sequence) -> None:
        self.units = [str(unit) for unit in units]
        super().__init__(f"no index, hence no rank, for: {', '.join(self.units)}")


@dataclass(frozen=True)
class Noise:
    """What is drawn.

    `weights`: each weight is multiplied by an independent uniform factor in 1 -/+ `weights`, then re-scaled
    in its group; with `concentration` instead by Dirichlet draws around the nominal shares (larger = closer).
    `rounding`: half a unit of the last published decimal per leaf (index code; absent = exact), added
    uniformly in -/+ that to the values before normalising.
    """

    weights: float = 0.25
    concentration: float | None = None
    rounding: pd.Series | None = None


@dataclass(frozen=True)
class Method:
    """One way to score: how to normalise, and how to aggregate (None: as the framework says)."""

    rule: Rule = Rule()
    aggregation: str | None = None


@dataclass(frozen=True)
class _Prepared:
    method: Method
    known: Array
    nominal: pd.Series


@dataclass(frozen=True)
class _Study:
    tree: Tree
    units: pd.Index
    raw: Array
    directions: Array
    half_unit: Array
    noise: Noise
    prepared: tuple[_Prepared, ...]


def monte_carlo(values: pd.DataFrame, weights: pd.Series | Framework, *, noise: Noise = Noise(),
                methods: Sequence[Method] = (Method(),), draws: int = 10_000, seed: int = 1,
                min_coverage: float = MIN_COVERAGE, pairwise: bool = True) -> RankUncertainty:  # fmt: skip
    """Rank intervals and P(A ahead of B) of the rows of `values` (units x leaves, raw; NaN missing).

    `weights`: a Framework, or the weights of parts that do not overlap (index code, e.g. maximum points).
    `methods`: alternatives, drawn with equal chances; the first gives the nominal rank. `pairwise=False`
    spares the comparison of all pairs, which grows with the square of the units.
    Raises MissingScores, UnknownWeights, CannotNormalise, NonPositiveValues.
    """
    framework = weights if isinstance(weights, Framework) else flat_framework(weights)
    study = _study(values, framework, noise=noise, methods=methods, min_coverage=min_coverage)
    tally = Tally(len(values), pairwise=pairwise)
    rng = np.random.default_rng(seed)
    size = _block_size(study)
    for start in range(0, draws, size):
        for block in _score_block(study, min(size, draws - start), rng):
            tally.add(block)
    return tally.result(units=values.index, nominal=competition(study.prepared[0].nominal))


def draw_weights(tree: Tree, *, noise: Noise, draws: int, rng: np.random.Generator) -> Array:
    """Weights of every node in every draw (draws x nodes), not yet re-scaled within their groups."""
    if noise.concentration is None:
        factors = rng.random((draws, len(tree.weights)), dtype=np.float32) * 2 - 1
        return tree.weights * (1 + noise.weights * factors)
    shares = np.ones(len(tree.weights))
    for group in tree.groups:
        shares[group.children] = tree.weights[group.children] / tree.weights[group.children].sum()
    return rng.standard_gamma(noise.concentration * shares, (draws, len(shares)))


def _study(values: pd.DataFrame, framework: Framework, *, noise: Noise, methods: Sequence[Method],
           min_coverage: float) -> _Study:  # fmt: skip
    tree = compile_tree(framework)
    leaves = list(tree.codes[: tree.n_leaves])
    raw = values.reindex(columns=leaves).astype(float)
    directions = framework.nodes.loc[leaves, "direction"]
    prepared = tuple(_prepare(raw, framework, tree, method, min_coverage) for method in methods)
    rounding = pd.Series(dtype=float) if noise.rounding is None else noise.rounding
    half_unit = rounding.reindex(leaves).fillna(0.0).to_numpy(float)
    return _Study(tree, values.index, raw.to_numpy(), directions.to_numpy(float), half_unit, noise, prepared)


def _prepare(raw: pd.DataFrame, framework: Framework, tree: Tree, method: Method,
             min_coverage: float) -> _Prepared:  # fmt: skip
    """Nominal scores of one method, which also tell what is missing and refuse what cannot be scored."""
    normal = normalise(raw, rule=method.rule, directions=framework.nodes["direction"])
    scores = score(normal, framework, min_coverage=min_coverage, aggregation=method.aggregation).values
    index = scores[framework.root]
    if index.isna().any():
        raise MissingScores(units=list(index.index[index.isna()]))
    known = pd.concat([normal, scores], axis=1)[list(tree.codes)].notna().to_numpy()
    return _Prepared(method, known, index)


def _score_block(study: _Study, draws: int, rng: np.random.Generator) -> list[Array]:
    """Scores (units x draws) of one block, one array per method that was drawn."""
    weights = draw_weights(study.tree, noise=study.noise, draws=draws, rng=rng)
    chosen = rng.integers(len(study.prepared), size=draws)
    values = _noisy(study, draws, rng) if study.half_unit.any() else study.raw
    blocks = []
    for number, prepared in enumerate(study.prepared):
        mine = chosen == number
        part = values if values.ndim == 2 or mine.all() else values[:, mine]
        if mine.any():
            blocks.append(_score(study, prepared, part, weights[mine]))
    return blocks


def _score(study: _Study, prepared: _Prepared, values: Array, weights: Array) -> Array:
    codes = study.tree.codes[: study.tree.n_leaves]
    signs = study.directions.astype(values.dtype)
    normal = normalise_array(values, rule=prepared.method.rule, directions=signs, codes=codes,
                             units=study.units)  # fmt: skip
    return score_draws(study.tree, normal, weights=weights.astype(values.dtype, copy=False),
                       known=prepared.known, aggregation=prepared.method.aggregation)  # fmt: skip


def _noisy(study: _Study, draws: int, rng: np.random.Generator) -> Array:
    """Values with rounding noise, units x draws x leaves, in single precision."""
    noise = rng.random((len(study.raw), draws, study.raw.shape[1]), dtype=np.float32)
    noise *= 2 * study.half_unit.astype(np.float32)
    noise += (study.raw - study.half_unit).astype(np.float32)[:, None, :]
    return noise


def _block_size(study: _Study) -> int:
    per_draw = len(study.units) * (study.raw.shape[1] if study.half_unit.any() else 1)
    return max(1, BLOCK // max(per_draw, 1))
