"""How sure is the rank of one unit when its values change: the draws of `monte_carlo`, made once and kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.draws import flat_framework
from indicators.errors import UnknownNames
from indicators.method_study import Method, method_study
from indicators.monte_carlo import WEIGHTS_ONLY, Noise, score_blocks
from indicators.rank import NOISE_DECIMALS

Array = np.ndarray


@dataclass(frozen=True, eq=False)
class UnitRank:
    """`counts`: in how many draws the unit has each rank, 1 first (ties share the better rank)."""

    counts: np.ndarray

    def reached(self, share: float) -> int:
        """The smallest rank that at least `share` (0..1) of the draws do not exceed."""
        return 1 + int((np.cumsum(self.counts) < share * self.counts.sum()).sum())

    def p_at_least(self, rank: int) -> float:
        """Share of draws in which the unit ranks `rank` or better."""
        return float(self.counts[:rank].sum() / self.counts.sum())


@dataclass(frozen=True, eq=False)
class KeptDraws:
    """`values`: units x parts as drawn around; `shares`: of each part in each draw (draws x parts, rows sum to 1);
    `scores`: units x draws, with the rounding that was drawn, freed of floating-point noise."""

    values: pd.DataFrame
    shares: Array
    scores: Array

    def unit_rank(self, unit: str, values: pd.Series | None = None) -> UnitRank:
        """The ranks of `unit` in all draws, with `values` (by part) for its own; default: as they were drawn.

        Raises UnknownNames.
        """
        if unit not in self.values.index:
            raise UnknownNames(kind="unit", names=[str(unit)])
        row = self.values.index.get_loc(unit)
        own = self.scores[row]
        if values is not None:
            moved = (values[self.values.columns] - self.values.iloc[row]).to_numpy(float)
            own = own + (self.shares @ moved).astype(own.dtype)
        own = np.round(own, NOISE_DECIMALS)
        ahead = np.count_nonzero(self.scores > own, axis=0) - (self.scores[row] > own)
        return UnitRank(np.bincount(ahead, minlength=len(self.values)))


def kept_draws(values: pd.DataFrame, weights: pd.Series, *, noise: Noise = WEIGHTS_ONLY, draws: int = 10_000,
               seed: int = 1) -> KeptDraws:  # fmt: skip
    """The draws that `monte_carlo` makes of the same arguments; memory grows with units x draws.

    `weights`: of parts that do not overlap. Raises what `monte_carlo` raises.
    """
    study = method_study(values, flat_framework(weights), methods=[Method()])
    blocks = list(score_blocks(study, noise=noise, draws=draws, seed=seed))
    drawn = np.concatenate([weights[:, : len(study.leaves)] for weights, _ in blocks])
    shares = drawn / drawn.sum(axis=1, keepdims=True)
    scores = np.concatenate([np.round(scores, NOISE_DECIMALS) for _, scores in blocks], axis=1)
    return KeptDraws(values[list(study.leaves)], shares, scores)
