"""How sure is the rank of one unit: the draws of `monte_carlo`, without putting all the others in order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import UnknownNames
from indicators.framework import Framework
from indicators.method_study import Method, method_study
from indicators.monte_carlo import WEIGHTS_ONLY, Noise, score_blocks
from indicators.rank import NOISE_DECIMALS


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


def unit_rank(values: pd.DataFrame, weights: pd.Series | Framework, *, unit: str, noise: Noise = WEIGHTS_ONLY,
              draws: int = 10_000, seed: int = 1) -> UnitRank:  # fmt: skip
    """The ranks of `unit` (a row of `values`) in the draws that `monte_carlo` makes of the same arguments.

    A third of its time, for a page that answers at each change. Raises UnknownNames, and what `monte_carlo` raises.
    """
    if unit not in values.index:
        raise UnknownNames(kind="unit", names=[str(unit)])
    study = method_study(values, weights, methods=[Method()])
    row, counts = values.index.get_loc(unit), np.zeros(len(values), np.int64)
    for scores in score_blocks(study, noise=noise, draws=draws, seed=seed):
        rounded = np.round(scores, NOISE_DECIMALS)
        ahead = np.count_nonzero(rounded > rounded[row], axis=0)
        counts += np.bincount(ahead, minlength=len(counts))
    return UnitRank(counts)
