"""Where the published figures contradict each other or our arithmetic. Nothing is corrected: it is shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import breakdown, residual
from indicators.lens import PILLARS
from indicators.record import PUBLISHED, Record

COLUMNS = ["rule", "framework", "period", "universe", "province_code", "indicator", "found", "expected", "note_key"]
# DTI tables print four decimals; assumed where a cell does not tell.
_USUAL_DECIMALS = 4


def infeasible_residual(record: Record, derived: pd.DataFrame, wrong: pd.DataFrame) -> pd.DataFrame:
    """`residual-infeasible`: a derived share below 0 or above 1. `found`: it; `expected`: the bound that it breaks."""
    return _rows("residual-infeasible", record, wrong, found=derived, expected=derived.clip(0, 1))


def value_differs(record: Record) -> pd.DataFrame:
    """`value-differs`: a published node is not what its published parts give, beyond the rounding of both.

    `found`: the published value; `expected`: the weighted mean of the finest published parts. Leaves and nodes that
    are only published are not checked.
    """
    framework, given = record.framework, record.given
    half_unit = _half_unit(record)
    expected = pd.DataFrame(np.nan, index=given.index, columns=given.columns)
    allowed = half_unit.copy()
    for node in framework.aggregates:
        if framework.aggregation(node) != "arithmetic" or given[node].isna().all():
            continue
        parts = breakdown.partition(given, framework, node=node)
        weights = breakdown.max_points(framework, total=1.0).fillna(0) * parts
        expected[node] = (given.fillna(0) * weights).sum(axis=1) / weights.sum(axis=1).replace(0, np.nan)
        allowed[node] += half_unit.where(parts, 0).max(axis=1)
    return _rows("value-differs", record, (given - expected).abs() > allowed + 1e-9, found=given, expected=expected)


def pillar_differs(record: Record, lens_score: pd.DataFrame) -> pd.DataFrame:
    """`pillar-differs`: a published pillar is not what the lens `pillars` computes for it, beyond rounding."""
    scores = lens_score[lens_score["lens"] == PILLARS].pivot(index="province_code", columns="category", values="value")
    scores = scores.reindex(index=record.values.index, columns=record.values.columns)
    slack = _half_unit(record) + residual.TOLERANCE_POINTS / record.framework.nodes["weight"]
    wrong = (record.given - scores).abs() > slack + 1e-9
    return _rows("pillar-differs", record, wrong, found=record.given, expected=scores)


def rank_mismatch(record: Record, ranks: pd.DataFrame) -> pd.DataFrame:
    """`rank-mismatch`: the printed rank is not ours, where all units have a value. `found`: printed; `expected`: ours."""
    ours = ranks.astype("Float64").astype(float)
    wrong = record.rank_published.notna() & ours.notna() & (record.rank_published != ours)
    return _rows("rank-mismatch", record, wrong, found=record.rank_published, expected=ours)


def rank_order(record: Record, ranks: pd.DataFrame) -> pd.DataFrame:
    """`rank-order`: in a table with gaps, a unit is ranked below (or level with) one that has a smaller value.

    Only printed values and ranks, and only differences beyond the printed precision. `found`: the unit's printed rank;
    `expected`: the best rank among the units that it should precede.
    """
    half_unit = _half_unit(record)
    both = record.given.notna() & record.rank_published.notna() & ranks.isna()
    expected = pd.DataFrame(np.nan, index=both.index, columns=both.columns)
    for code in both.columns[both.any()]:
        rows = both.index[both[code]]
        expected.loc[rows, code] = _first_smaller(
            record.rank_published.loc[rows, code], record.given.loc[rows, code], half_unit.loc[rows, code]
        )
    return _rows("rank-order", record, expected.notna(), found=record.rank_published, expected=expected)


def _first_smaller(printed: pd.Series, value: pd.Series, half_unit: pd.Series) -> pd.Series:
    """For each unit the best printed rank, not below its own, of a unit with a clearly smaller value; NaN if none."""
    low, high, place = (value - half_unit).to_numpy(), (value + half_unit).to_numpy(), printed.to_numpy()
    contradicts = (high[None, :] < low[:, None] - 1e-9) & (place[None, :] <= place[:, None])
    best = np.where(contradicts, place[None, :], np.inf).min(axis=1)
    return pd.Series(np.where(np.isinf(best), np.nan, best), index=value.index)


def _half_unit(record: Record) -> pd.DataFrame:
    """Half a unit of the last printed decimal of each value."""
    return 0.5 * 10.0 ** -record.decimals.fillna(_USUAL_DECIMALS)


def _rows(
    rule: str, record: Record, wrong: pd.DataFrame, *, found: pd.DataFrame, expected: pd.DataFrame
) -> pd.DataFrame:
    """FINDING rows where `wrong`; all three matrices are units × codes with the same labels."""
    rows, columns = np.nonzero(wrong.to_numpy())
    return pd.DataFrame(
        {
            "rule": rule,
            **record.keys(),
            "province_code": wrong.index[rows],
            "indicator": wrong.columns[columns],
            "found": found.to_numpy()[rows, columns],
            "expected": expected.to_numpy()[rows, columns],
            "note_key": f"findings.{rule.replace('-', '_')}",
        },
        columns=COLUMNS,
    )
