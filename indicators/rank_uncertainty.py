"""How sure is a rank: what many draws of the scores say about each unit and about each pair (method §7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import IndicatorError
from indicators.normalise import ascending_rank
from indicators.rank import NOISE_DECIMALS

Array = np.ndarray
FLIP_SHARE = 0.2


class PairsNotCompared(IndicatorError):
    """Pairs were asked of a study that was run with pairwise=False."""

    def __init__(self) -> None:
        super().__init__("the draws were made without comparing pairs")


@dataclass(frozen=True)
class RankUncertainty:
    """What `draws` draws gave.

    `intervals`: one row per unit: unit, rank (nominal), p05, p50, p95 (ranks that really occurred: the
    smallest that at least 5, 50, 95 % of draws do not exceed), p_top10 (share of draws, 0..1).
    `rank_shares`: unit x rank, share of draws. `ahead`: unit x unit, share of draws in which the row is
    strictly ahead of the column; None when pairs were not asked for.
    """

    intervals: pd.DataFrame
    rank_shares: pd.DataFrame
    ahead: pd.DataFrame | None
    draws: int

    def p_top(self, k: int) -> pd.Series:
        """Share of draws in which each unit is among the first k (ties share a rank)."""
        return self.rank_shares.loc[:, :k].sum(axis=1)

    def pairs(self) -> pd.DataFrame:
        """`ahead` in long form: unit_a, unit_b, p_a_ahead, one row per ordered pair; or PairsNotCompared."""
        ahead = self._compared()
        units, shares = ahead.index.to_numpy(), ahead.to_numpy()
        a, b = np.nonzero(~np.eye(len(units), dtype=bool))
        return pd.DataFrame({"unit_a": units[a], "unit_b": units[b], "p_a_ahead": shares[a, b]})

    def not_distinguishable(self, unit: str, *, flip_share: float = FLIP_SHARE) -> list:
        """Units whose order with `unit` is reversed or tied in more than `flip_share` of the draws.

        Raises PairsNotCompared.
        """
        ahead = self._compared()
        surest = pd.concat([ahead.loc[unit], ahead[unit]], axis=1).max(axis=1)
        return [other for other, share in surest.items() if other != unit and 1 - share > flip_share]

    def _compared(self) -> pd.DataFrame:
        if self.ahead is None:
            raise PairsNotCompared
        return self.ahead


class Tally:
    """Counts ranks and pairs block by block, so that memory does not grow with the number of draws."""

    def __init__(self, units: int, *, pairwise: bool) -> None:
        self._ranks = np.zeros((units, units), np.int64)
        self._ahead = np.zeros((units, units), np.int64) if pairwise else None

    def add(self, scores: Array) -> None:
        """Take in a block of scores, units x draws, none missing."""
        scores = np.round(scores, NOISE_DECIMALS)
        units = len(scores)
        places = ascending_rank(-scores).astype(np.int64) - 1 + units * np.arange(units)[:, None]
        self._ranks += np.bincount(places.ravel(), minlength=units * units).reshape(units, units)
        if self._ahead is not None:
            for row, own in zip(self._ahead, scores, strict=True):
                row += np.count_nonzero(own > scores, axis=1)

    def result(self, *, units: Sequence, nominal: Iterable[int]) -> RankUncertainty:
        """The shares, beside the nominal rank of each unit."""
        draws = int(self._ranks[0].sum())
        names, places = list(units), range(1, len(self._ranks) + 1)
        ahead = self._ahead
        return RankUncertainty(
            intervals=_intervals(self._ranks, units=units, nominal=nominal),
            rank_shares=pd.DataFrame(self._ranks / draws, index=names, columns=places),
            ahead=None if ahead is None else pd.DataFrame(ahead / draws, index=names, columns=names),
            draws=draws,
        )


def _intervals(counts: Array, *, units: Sequence, nominal: Iterable[int]) -> pd.DataFrame:
    reached = np.cumsum(counts, axis=1)
    draws = reached[:, -1]
    frame = pd.DataFrame({"unit": list(units), "rank": pd.array(list(nominal), dtype="Int64")})
    for name, share in (("p05", 0.05), ("p50", 0.50), ("p95", 0.95)):
        frame[name] = 1 + (reached < share * draws[:, None]).sum(axis=1)
    return frame.assign(p_top10=reached[:, min(10, counts.shape[1]) - 1] / draws)
