"""Where the published figures contradict each other or our arithmetic. Nothing is corrected: it is shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import breakdown, residual
from indicators.lens import PILLARS
from indicators.record import Record

COLUMNS = [
    "rule", "framework", "period", "universe", "province_code", "indicator", "found", "expected", "note_key",
]  # fmt: skip
# DTI tables print four decimals; assumed where a cell does not tell.
USUAL_DECIMALS = 4
_NOISE = 1e-9


def infeasible_residual(record: Record, derived: pd.DataFrame, wrong: pd.DataFrame) -> pd.DataFrame:
    """`residual-infeasible`: a derived share below 0 or above 1, which is then not used.

    `found`: the share; `expected`: the bound that it breaks.
    """
    return _rows("residual-infeasible", record, wrong, found=derived, expected=derived.clip(0, 1))


def value_differs(record: Record) -> pd.DataFrame:
    """`value-differs`: a published node is not what its published parts give, beyond the rounding of both.

    `found`: the published value; `expected`: the weighted mean of the finest published parts. Leaves and
    nodes that are only published are not checked.
    """
    given, half_unit = record.given, _half_unit(record)
    weights = breakdown.max_points(record.framework, total=1.0).reindex(given.columns).fillna(0).to_numpy()
    expected, allowed = np.full(given.shape, np.nan), half_unit.copy()
    for node in _checked_nodes(record):
        column = given.columns.get_loc(node)
        parts = breakdown.partition(given, record.framework, node=node).to_numpy()
        with np.errstate(invalid="ignore"):
            expected[:, column] = np.where(parts, given * weights, 0).sum(axis=1) / (parts @ weights)
        allowed[:, column] += np.where(parts, half_unit, 0).max(axis=1)
    wrong = (given - expected).abs() > allowed + _NOISE
    return _rows("value-differs", record, wrong, found=given, expected=_like(given, expected))


def pillar_differs(record: Record, lens_score: pd.DataFrame) -> pd.DataFrame:
    """`pillar-differs`: a published pillar is not what the lens `pillars` computes, beyond rounding."""
    scores = lens_score[lens_score["lens"] == PILLARS]
    scores = scores.pivot(index="province_code", columns="category", values="value")
    scores = scores.reindex(index=record.values.index, columns=record.values.columns)
    weights = record.framework.weights(list(record.values.columns))
    with np.errstate(divide="ignore"):
        allowed = _half_unit(record) + residual.TOLERANCE_POINTS / weights
    wrong = (record.given - scores).abs() > allowed + _NOISE
    return _rows("pillar-differs", record, wrong, found=record.given, expected=scores)


def backcast_differs(record: Record, cast: pd.DataFrame) -> pd.DataFrame:
    """`backcast-differs`: a value published for a new unit is not the mean of its constituents.

    Twice half a unit is allowed: the constituents are rounded too. `found`: published; `expected`: the mean.
    """
    expected = cast.reindex(index=record.values.index, columns=record.values.columns)
    wrong = (record.given - expected).abs() > 2 * _half_unit(record) + _NOISE
    return _rows("backcast-differs", record, wrong, found=record.given, expected=expected)


def rank_mismatch(record: Record, ranks: pd.DataFrame) -> pd.DataFrame:
    """`rank-mismatch`: the printed rank is not ours, where all units have a value.

    `found`: the printed rank; `expected`: ours.
    """
    printed = record.rank_published
    wrong = printed.notna() & ranks.notna() & (printed != ranks)
    return _rows("rank-mismatch", record, wrong, found=printed, expected=ranks)


def rank_order(record: Record, ranks: pd.DataFrame) -> pd.DataFrame:
    """`rank-order`: in a table with gaps, a unit is ranked below (or level with) one with a smaller value.

    Only printed values and ranks, and only differences beyond the printed precision. `found`: the unit's
    printed rank; `expected`: the best rank among the units that it should precede.
    """
    value, printed, half_unit = record.given.to_numpy(), record.rank_published.to_numpy(), _half_unit(record)
    both = ~np.isnan(value) & ~np.isnan(printed) & ranks.isna().to_numpy()
    expected = np.full(value.shape, np.nan)
    for column in np.nonzero(both.any(axis=0))[0]:
        rows = both[:, column]
        expected[rows, column] = _first_smaller(printed[rows, column], value[rows, column], half_unit[rows, column])
    wrong = _like(record.given, ~np.isnan(expected))
    found = record.rank_published
    return _rows("rank-order", record, wrong, found=found, expected=_like(found, expected))


def _first_smaller(printed: np.ndarray, value: np.ndarray, half_unit: np.ndarray) -> np.ndarray:
    """For each unit the best printed rank, not below its own, of one with a clearly smaller value; or NaN."""
    smaller = (value + half_unit)[None, :] < (value - half_unit)[:, None] - _NOISE
    contradicts = smaller & (printed[None, :] <= printed[:, None])
    best = np.where(contradicts, printed[None, :], np.inf).min(axis=1)
    return np.where(np.isinf(best), np.nan, best)


def _checked_nodes(record: Record) -> list[str]:
    """Aggregate nodes with published values that follow from their children by a weighted mean."""
    framework, published = record.framework, record.given.notna().any()
    return [node for node in framework.aggregates if published[node] and framework.aggregation(node) == "arithmetic"]


def _half_unit(record: Record) -> np.ndarray:
    """Half a unit of the last printed decimal of each value."""
    return 0.5 * 10.0 ** -record.decimals.fillna(USUAL_DECIMALS).to_numpy()


def _like(shape: pd.DataFrame, matrix: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(matrix, index=shape.index, columns=shape.columns)


def _rows(
    rule: str, record: Record, wrong: pd.DataFrame, *, found: pd.DataFrame, expected: pd.DataFrame
) -> pd.DataFrame:
    """FINDING rows where `wrong`; all three matrices are units × codes with the same labels."""
    rows, columns = np.nonzero(wrong.to_numpy())
    if not len(rows):
        return pd.DataFrame(columns=COLUMNS)
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
