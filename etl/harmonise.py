"""From a table to harmonised figures: unit and indicator by code, values as shares 0..1, ranks as whole numbers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.figures import Reading, read_column
from etl.findings import Findings
from etl.recognise import Edition
from etl.table_columns import FigureColumns
from etl.tables import Table
from etl.units import Unit


@dataclass(frozen=True)
class Batch:
    """The figures of one indicator in one table: one per unit that has a value or a rank.

    `table` counts the tables; `rows` and the columns are positions in the grid of its sheet, a column -1 where
    the table has none.
    """

    table: int
    edition: Edition
    indicator: str
    columns: FigureColumns
    codes: list[str]
    rows: list[int]
    values: list[float]
    ranks: list[int | None]
    decimals: list[int | None]


def read_indicator(
    table: Table,
    units: Sequence[Unit],
    columns: FigureColumns,
    *,
    number: int,
    edition: Edition,
    indicator: str,
    title: Mapping[str, str],
    findings: Findings,
) -> Batch:
    """The figures of one indicator (`title`: its name by language); units without any figure for it are
    `missing-value` and left out."""
    rows = [unit.row for unit in units]
    read = _read_both(table, columns, rows, findings)
    _report_missing(table, columns, rows, read, title, findings)
    kept = [at for at, rank in enumerate(read.ranks) if rank is not None or not math.isnan(read.values[at])]
    return Batch(
        table=number,
        edition=edition,
        indicator=indicator,
        columns=columns,
        codes=[units[at].code for at in kept],
        rows=[rows[at] for at in kept],
        values=[read.values[at] for at in kept],
        ranks=[read.ranks[at] for at in kept],
        decimals=[read.decimals[at] for at in kept],
    )


def figures(batches: Sequence[Batch]) -> pd.DataFrame:
    """One row per figure: framework, period, universe, province_code, indicator, value (share, NaN missing),
    rank_published, decimals (both Int64), table, row, value_column, rank_column (positions, -1 none)."""
    sizes = [len(batch.rows) for batch in batches]
    frame = pd.DataFrame(
        {
            "framework": _repeated([batch.edition.framework for batch in batches], sizes),
            "period": _repeated([batch.edition.period for batch in batches], sizes),
            "universe": _repeated([batch.edition.universe for batch in batches], sizes),
            "province_code": [code for batch in batches for code in batch.codes],
            "indicator": _repeated([batch.indicator for batch in batches], sizes),
            "value": np.array([value for batch in batches for value in batch.values], dtype=float),
            "rank_published": _whole([rank for batch in batches for rank in batch.ranks]),
            "decimals": _whole([decimals for batch in batches for decimals in batch.decimals]),
            "table": _repeated([batch.table for batch in batches], sizes),
            "row": np.array([row for batch in batches for row in batch.rows], dtype=int),
            "value_column": _repeated([_value_column(batch.columns) for batch in batches], sizes),
            "rank_column": _repeated([_rank_column(batch.columns) for batch in batches], sizes),
        }
    )
    return frame.assign(decimals=_with_decimals_of_numbers(frame))


def _repeated(values: list, sizes: list[int]) -> np.ndarray:
    return np.repeat(np.array(values, dtype=object if values and isinstance(values[0], str) else int), sizes)


def _whole(values: list[int | None]) -> pd.Series:
    return pd.Series([math.nan if value is None else value for value in values], dtype=float).astype("Int64")


def _value_column(columns: FigureColumns) -> int:
    return columns.value.index if columns.value else -1


def _rank_column(columns: FigureColumns) -> int:
    """Where the ranks are: their own column, else the one that holds both."""
    return columns.rank.index if columns.rank else _value_column(columns)


def _with_decimals_of_numbers(frame: pd.DataFrame) -> pd.Series:
    """Printed decimals; of a number cell, the most that any number cell of its column has ("0,65" there is
    0,6500); unknown when the numbers look computed rather than printed."""
    missing = (frame["decimals"].isna() & frame["value"].notna()).to_numpy()
    own = _decimals(frame["value"].to_numpy()[missing])
    widest = pd.Series(own).groupby([frame[c].to_numpy()[missing] for c in ("table", "value_column")]).transform("max")
    decimals = frame["decimals"].copy()
    decimals[missing] = widest.where(widest <= MOST_DECIMALS).astype("Int64").to_numpy()
    return decimals


MOST_DECIMALS = 6


def _decimals(values: np.ndarray) -> np.ndarray:
    """The fewest decimals that write each value; MOST_DECIMALS + 1 for more."""
    decimals = np.full(len(values), MOST_DECIMALS + 1)
    for places in range(MOST_DECIMALS, -1, -1):
        decimals[np.isclose(values, np.round(values, places), rtol=0, atol=1e-12)] = places
    return decimals


def _read_both(table: Table, columns: FigureColumns, rows: list[int], findings: Findings) -> Reading:
    """Value and rank side by side, wherever each stands."""
    n = len(rows)
    none = Reading([math.nan] * n, [None] * n, [None] * n, [True] * n)
    value = read_column(table.sheet, columns.value, rows, findings) if columns.value else none
    rank = read_column(table.sheet, columns.rank, rows, findings) if columns.rank else none
    if columns.rank is None:
        return value
    values = [b if math.isnan(a) else a for a, b in zip(value.values, rank.values, strict=True)]
    ranks = [a if b is None else b for a, b in zip(value.ranks, rank.ranks, strict=True)]
    decimals = [b if a is None else a for a, b in zip(value.decimals, rank.decimals, strict=True)]
    missing = value.missing if columns.value else rank.missing
    return Reading(values, ranks, decimals, missing)


def _report_missing(
    table: Table,
    columns: FigureColumns,
    rows: list[int],
    read: Reading,
    title: Mapping[str, str],
    findings: Findings,
) -> None:
    """One `missing-value` where a unit has no value (no rank, when the table has only ranks)."""
    if not any(read.missing):
        return
    column = columns.value or columns.rank
    assert column is not None
    for row, missing, value, rank in zip(rows, read.missing, read.values, read.ranks, strict=True):
        if missing and math.isnan(value) and (columns.value or rank is None):
            variant = "no_value" if rank is None else "rank_only"
            findings.problem(table.sheet, row, column.index, "missing-value", variant, indicator=title)
