"""Monte-Carlo over the choices of a method: weights, normalisation, aggregation, rounding (method §7).

This is uncertainty of method, not sampling error. Seeded: the same input gives the same result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.draws import Tree
from indicators.framework import Framework
from indicators.method_study import Method, MethodStudy, method_study
from indicators.rank_uncertainty import RankUncertainty, Tally

Array = np.ndarray
# Numbers in a block of draws: small enough for the processor's cache, whatever the number of draws.
BLOCK = 2**20


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


WEIGHTS_ONLY = Noise()
AS_GIVEN = (Method(),)


def monte_carlo(values: pd.DataFrame, weights: pd.Series | Framework, *, noise: Noise = WEIGHTS_ONLY,
                methods: Sequence[Method] = AS_GIVEN, draws: int = 10_000, seed: int = 1,
                min_coverage: float = MIN_COVERAGE, pairwise: bool = True) -> RankUncertainty:  # fmt: skip
    """Rank intervals and P(A ahead of B) of the rows of `values` (units x leaves, raw; NaN missing).

    `weights`: a Framework, or the weights of parts that do not overlap (index code, e.g. maximum points).
    `methods`: alternatives, drawn with equal chances; the first gives the nominal rank. `pairwise=False`
    spares the comparison of all pairs, which grows with the square of the units.
    Raises MissingScores, UnknownWeights, CannotNormalise, NonPositiveValues.
    """
    study = method_study(values, weights, methods=methods, min_coverage=min_coverage)
    tally = Tally(len(values), pairwise=pairwise)
    for _, scores in score_blocks(study, noise=noise, draws=draws, seed=seed):
        tally.add(scores)
    return tally.result(units=list(values.index), nominal=study.nominal_ranks())


def score_blocks(study: MethodStudy, *, noise: Noise, draws: int, seed: int) -> Iterator[tuple[Array, Array]]:
    """Weights (draws x nodes, not re-scaled) and index of each unit (units x draws), block by block.

    The same for the same seed.
    """
    half_units = study.half_units(noise.rounding)
    rng = np.random.default_rng(seed)
    per_draw = study.raw.size if half_units.any() else len(study.units) + len(study.tree.codes)
    for size in _block_sizes(draws, per_draw=per_draw):
        yield from _score_block(study, noise, half_units, size, rng)


def draw_weights(tree: Tree, *, noise: Noise, draws: int, rng: np.random.Generator) -> Array:
    """Weights of every node in every draw (draws x nodes), not yet re-scaled within their groups."""
    if noise.concentration is None:
        factors = 2 * rng.random((draws, len(tree.weights))) - 1
        return tree.weights * (1 + noise.weights * factors)
    shares = np.ones(len(tree.weights))
    for group in tree.groups:
        shares[group.children] = tree.weights[group.children] / tree.weights[group.children].sum()
    return rng.standard_gamma(noise.concentration * shares, (draws, len(shares)))


def _score_block(study: MethodStudy, noise: Noise, half_units: Array, draws: int,
                 rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:  # fmt: skip
    """Weights and scores (units x draws) of one block, a pair of arrays per method that was drawn."""
    weights = draw_weights(study.tree, noise=noise, draws=draws, rng=rng)
    chosen = rng.integers(len(study.prepared), size=draws)
    values = _noisy(study.raw, half_units, draws, rng) if half_units.any() else study.raw
    for method in range(len(study.prepared)):
        mine = chosen == method
        part = values if values.ndim == 2 or mine.all() else values[:, mine]
        if mine.any():
            yield weights[mine], study.scores(weights=weights[mine], values=part, method=method)


def _noisy(raw: Array, half_units: Array, draws: int, rng: np.random.Generator) -> Array:
    """Values with rounding noise, units x draws x leaves, in single precision for speed."""
    noise = rng.random((len(raw), draws, raw.shape[1]), dtype=np.float32)
    noise *= 2 * half_units.astype(np.float32)
    noise += (raw - half_units).astype(np.float32)[:, None, :]
    return noise


def _block_sizes(draws: int, *, per_draw: int) -> list[int]:
    size = max(1, BLOCK // per_draw)
    return [min(size, draws - start) for start in range(0, draws, size)]
