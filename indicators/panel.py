"""From the published record to results: derive, score, rank, break down, look through lenses, find faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import breakdown, findings, lens, rank, record, trend
from indicators.aggregate import MIN_COVERAGE
from indicators.completion import completed
from indicators.framework import Framework
from indicators.lens import Lenses
from indicators.recasting import NEW_UNIVERSE, Recast, with_backcasts
from indicators.record import BASIS_NAMES, Record

RANKING_COLUMNS = [
    "framework", "period", "universe", "indicator", "rank", "of", "province_code", "value", "basis",
    "rank_published", "rank_change",
]  # fmt: skip


@dataclass(frozen=True)
class Results:
    """What the published record says, ready to be stored; grain and columns of each frame as named there."""

    ranking: pd.DataFrame
    breakdown: pd.DataFrame
    lens_score: pd.DataFrame
    finding: pd.DataFrame


def assemble(
    observations: pd.DataFrame,
    *,
    frameworks: Mapping[str, Framework],
    editions: pd.DataFrame,
    lenses: Lenses,
    provinces: pd.DataFrame,
    mergers: pd.DataFrame,
    min_coverage: float = MIN_COVERAGE,
) -> Results:
    """All results of the published record.

    `observations`: OBSERVATION rows (only those of the assessor `published` count here). `editions`: one row
    per framework with `points_total` (empty = points unknown). `provinces`: one row per universe and
    province_code: they are the units that must all have a value before anything is ranked. `mergers`:
    old_code → new_code. `ranking`: framework, period, universe, indicator, province_code, wherever a value
    or a rank is known; a published value stands, else one computed from its children or derived. Raises
    UnknownNames for names that the reference does not have.
    """
    places = {
        int(size): pd.Index(rows["province_code"])
        for size, rows in provinces.groupby(provinces["universe"].astype(int))
    }
    points = pd.to_numeric(editions.set_index("framework")["points_total"], errors="coerce").astype(float)
    published = record.from_observations(observations, frameworks=frameworks, units=places)
    recasts = with_backcasts(published, mergers=mergers, new_units=places[NEW_UNIVERSE], min_coverage=min_coverage)
    parts = [
        _results(each, points_total=points[each.record.framework.id], lenses=lenses, min_coverage=min_coverage)
        for each in recasts
    ]
    ranking = _stacked([part.ranking for part in parts], RANKING_COLUMNS)
    return Results(
        ranking=ranking.assign(rank_change=trend.rank_change(ranking)),
        breakdown=_stacked([part.breakdown for part in parts], breakdown.COLUMNS),
        lens_score=_stacked([part.lens_score for part in parts], lens.COLUMNS),
        finding=_stacked([part.finding for part in parts], findings.COLUMNS),
    )


def _results(given: Recast, *, points_total: float, lenses: Lenses, min_coverage: float) -> Results:
    whole, infeasible = completed(given.record, min_coverage=min_coverage)
    ranks = rank.of_all(whole.values, decimals=_printed_decimals(whole))
    lens_score = lens.scores(whole, lenses)
    found = [
        infeasible,
        findings.value_differs(whole),
        findings.pillar_differs(whole, lens_score),
        findings.rank_mismatch(whole, ranks),
        findings.rank_order(whole, ranks),
    ]
    if given.cast is not None:
        found.append(findings.backcast_differs(whole, given.cast))
    return Results(
        ranking=_ranking(whole, ranks),
        breakdown=breakdown.breakdown(whole, points_total=points_total),
        lens_score=lens_score,
        finding=_stacked(found, findings.COLUMNS),
    )


def _printed_decimals(whole: Record) -> pd.Series:
    """Per indicator the decimals printed where all values are published; <NA> where ranked unrounded."""
    all_published = whole.given.notna().all() & whole.decimals.notna().all()
    return whole.decimals.max().where(all_published).astype("Int64")


def _ranking(whole: Record, ranks: pd.DataFrame) -> pd.DataFrame:
    """RANKING rows of one record, but for the change: one per indicator and unit with a value or a rank."""
    shown = whole.values.notna() | whole.rank_published.notna()
    columns, rows = np.nonzero(shown.to_numpy().T)
    return pd.DataFrame(
        {
            **whole.keys(),
            "indicator": whole.values.columns[columns],
            "rank": _picked(ranks, rows, columns),
            "of": len(whole.values),
            "province_code": whole.values.index[rows],
            "value": whole.values.to_numpy()[rows, columns],
            "basis": BASIS_NAMES[whole.basis.to_numpy()[rows, columns]],
            "rank_published": _picked(whole.rank_published, rows, columns),
        }
    )


def _picked(matrix: pd.DataFrame, rows: np.ndarray, columns: np.ndarray) -> pd.Series:
    return pd.Series(matrix.to_numpy()[rows, columns]).astype("Int64")


def _stacked(frames: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    """The frames one under the other, with exactly these columns even when all are empty."""
    filled = [frame for frame in frames if not frame.empty] or [pd.DataFrame(columns=columns)]
    return pd.concat(filled, ignore_index=True).reindex(columns=columns)
