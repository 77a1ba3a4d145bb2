"""How sure the ranks of a published record are: every edition that allows it, in one go (method §7).

An edition allows it where the maximum points are known and every unit of the universe can be split into the same
parts, two at least: one part alone leaves no weights to shift. What is uncertain is the method (the weights) and the
rounding of what is printed; it is no sampling error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from indicators import residual, trend
from indicators.draws import compile_tree, flat_framework, score_draws
from indicators.framework import Framework
from indicators.monte_carlo import WEIGHTS_ONLY, Noise, draw_weights, monte_carlo
from indicators.normalise import ascending_rank
from indicators.rank import NOISE_DECIMALS
from indicators.rank_uncertainty import FLIP_SHARE, RankUncertainty
from indicators.shared_parts import SharedParts, shared_parts

DRAWS, SEED = 10_000, 1
Key = tuple[str, int, int]
EDITION = ["framework", "period", "universe"]
INTERVALS = [*EDITION, "province_code", "rank", "p05", "p50", "p95", "p_top3", "p_top10", "p_rose", "p_fell"]
PAIRS = [*EDITION, "province_code", "other_code", "p_reversed"]


@dataclass(frozen=True, eq=False)
class Certainty:
    """`intervals`: one row per edition and unit (INTERVALS): the rank as ranked, the smallest ranks that 5, 50 and 95 %
    of draws do not exceed, the shares of draws in which it is among the first 3 and 10; and, where the preceding
    period of the framework has the same parts, in which it is better (p_rose) or worse (p_fell) than then under the
    same weights, else NaN.

    `pairs`: one row per edition and pair that is not clearly distinguishable (PAIRS), the one ranked better first;
    p_reversed: share of draws in which the order is reversed or level, above FLIP_SHARE.
    """

    intervals: pd.DataFrame
    pairs: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Study:
    """One edition that allows it: its ranks by unit, and half a unit of the last printed decimal by part."""

    key: Key
    parts: SharedParts
    ranks: pd.Series
    rounding: pd.Series


def certainty(breakdown: pd.DataFrame, ranking: pd.DataFrame, observations: pd.DataFrame, *,
              frameworks: Mapping[str, Framework], draws: int = DRAWS, seed: int = SEED) -> Certainty:  # fmt: skip
    """Intervals and doubtful pairs of all editions of BREAKDOWN and RANKING rows.

    `observations`: OBSERVATION rows, for the decimals that were printed. Each weight is drawn independently within
    ±25 % and re-scaled; the same `seed` gives the same result.
    """
    found = studies(breakdown, ranking, observations, frameworks=frameworks)
    before = _preceding(found, ranking)
    intervals, pairs = [], []
    for key, study in found.items():
        drawn = drawn_ranks(study, draws=draws, seed=seed)
        moves = _moves(before[key], study, draws=draws, seed=seed) if key in before else None
        intervals.append(_intervals(study, drawn, moves))
        pairs.append(_pairs(study, drawn))
    return Certainty(_stacked(intervals, INTERVALS), _stacked(pairs, PAIRS))


def studies(breakdown: pd.DataFrame, ranking: pd.DataFrame, observations: pd.DataFrame, *,
            frameworks: Mapping[str, Framework]) -> dict[Key, Study]:  # fmt: skip
    """Every edition that allows a study, in order of framework, period and universe."""
    found = {}
    for key, rows in breakdown[breakdown["points"].notna()].groupby(EDITION):
        tree, edition = frameworks[key[0]], _of_edition(ranking, key)
        index = edition[edition["indicator"] == tree.root].set_index("province_code")
        parts = shared_parts(rows, tree)
        several = len(parts.max_points) > 1
        complete = several and len(parts.values) == len(index) == index["of"].max() and index["rank"].notna().all()
        if complete and parts.values.notna().all(axis=None):
            rounding = printed_rounding(_of_edition(observations, key[:2]), parts.max_points)
            found[key] = Study(key, parts, index["rank"][parts.values.index], rounding)
    return found


def drawn_ranks(study: Study, *, draws: int = DRAWS, seed: int = SEED) -> RankUncertainty:
    """What `draws` draws of weights and rounding errors say about the ranks of one edition."""
    noise = Noise(rounding=study.rounding)
    return monte_carlo(study.parts.values, study.parts.max_points, noise=noise, draws=draws, seed=seed)


def printed_rounding(printed: pd.DataFrame, max_points: pd.Series) -> pd.Series:
    """Half a unit of the last printed decimal of each part (0..1); 0 where none is printed.

    `printed`: rows with indicator and decimals (NA unknown); `max_points`: by part. The derived block has the rounding
    of all the figures that it rests on.
    """
    decimals = printed.dropna(subset=["decimals"]).groupby("indicator")["decimals"].max().astype(float)
    half = 0.5 * 10.0 ** -decimals.reindex(max_points.index)
    if residual.BLOCK in half.index:
        half[residual.BLOCK] = residual.TOLERANCE_POINTS / max_points[residual.BLOCK]
    return half.fillna(0.0)


def exceeds_noise(rank_change: Any, *, p_rose: Any, p_fell: Any) -> bool | None:
    """Whether a change of rank (+ is better) goes the same way in nearly all draws, else it is inside the noise.

    None where it is not known, or where nothing changed. The shares are those of one row of `Certainty.intervals`; the
    share of draws that may say otherwise is that of two units that cannot be told apart.
    """
    places = 0 if pd.isna(rank_change) else int(rank_change)
    share = p_rose if places > 0 else p_fell if places < 0 else None
    return None if share is None or pd.isna(share) else bool(share >= 1 - FLIP_SHARE)


def _of_edition(frame: pd.DataFrame, key: tuple) -> pd.DataFrame:
    mine = [frame[column] == value for column, value in zip(EDITION, key, strict=False)]
    return frame[np.logical_and.reduce(mine)]


def _preceding(found: Mapping[Key, Study], ranking: pd.DataFrame) -> dict[Key, Study]:
    """The study of the preceding period by key, where there is one with the same parts."""
    before: dict[Key, Study] = {}
    for row in trend.preceding(ranking).dropna().itertuples(index=False):
        after = found.get((row.framework, row.period, row.universe))
        earlier = found.get((row.framework, row.preceding, row.universe))
        if after and earlier and after.parts.max_points.equals(earlier.parts.max_points):
            before[after.key] = earlier
    return before


def _moves(before: Study, after: Study, *, draws: int, seed: int) -> pd.DataFrame:
    """p_rose and p_fell by unit: both periods ranked under the same weights in every draw."""
    units = after.parts.values.index
    ranks = [_ranks(each.parts, units, draws=draws, seed=seed) for each in (before, after)]
    shares = {"p_rose": (ranks[1] < ranks[0]).mean(axis=1), "p_fell": (ranks[1] > ranks[0]).mean(axis=1)}
    return pd.DataFrame(shares, index=units)


def _ranks(parts: SharedParts, units: pd.Index, *, draws: int, seed: int) -> np.ndarray:
    """Ranks of units × draws under weights that depend on `max_points` and `seed` alone."""
    tree = compile_tree(flat_framework(parts.max_points))
    weights = draw_weights(tree, noise=WEIGHTS_ONLY, draws=draws, rng=np.random.default_rng(seed))
    values = parts.values.loc[units, list(tree.codes[: tree.n_leaves])].to_numpy()
    known = np.ones((len(units), len(tree.codes)), bool)
    scores = score_draws(tree, values, weights=weights, known=known, aggregation=None)
    return ascending_rank(-np.round(scores, NOISE_DECIMALS))


def _intervals(study: Study, drawn: RankUncertainty, moves: pd.DataFrame | None) -> pd.DataFrame:
    frame = drawn.intervals.set_index("unit")
    frame = frame.assign(rank=study.ranks, p_top3=drawn.p_top(3), p_rose=np.nan, p_fell=np.nan)
    if moves is not None:
        frame.update(moves)
    return _keyed(study, frame.rename_axis("province_code").reset_index())


def _pairs(study: Study, drawn: RankUncertainty) -> pd.DataFrame:
    pairs = drawn.pairs().assign(p_reversed=lambda pair: 1 - pair["p_a_ahead"])
    place = {unit: position for position, unit in enumerate(study.ranks.sort_values(kind="stable").index)}
    first = pairs["unit_a"].map(place) < pairs["unit_b"].map(place)
    doubtful = pairs[first & (pairs["p_reversed"] > FLIP_SHARE)]
    return _keyed(study, doubtful.rename(columns={"unit_a": "province_code", "unit_b": "other_code"}))


def _keyed(study: Study, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**dict(zip(EDITION, study.key, strict=True)))


def _stacked(frames: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [frame[columns] for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=columns)
