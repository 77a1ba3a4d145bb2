"""From a table to harmonised figures: unit and indicator by code, values as shares, ranks as whole numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from etl.figures import Reading, read_column
from etl.findings import Findings
from etl.indicator_names import IndicatorMatch
from etl.recognise import Edition
from etl.table_columns import FigureColumns
from etl.tables import Table
from etl.units import Units


@dataclass(frozen=True)
class Batch:
    """The figures of one indicator in one table: one per unit that has a value or a rank.

    `table` counts the tables; `rows` are positions in the grid of its sheet.  `values` shares (NaN none, out of
    0..1 as found), `ranks` and printed `decimals` NaN where not known.
    """

    table: int
    edition: Edition
    match: IndicatorMatch
    columns: FigureColumns
    codes: list[str]
    rows: list[int]
    values: list[float]
    ranks: list[float]
    decimals: list[float]

    @property
    def value_column(self) -> int:
        """Where the values stand, -1 for nowhere."""
        return self.columns.value.index if self.columns.value else -1

    @property
    def rank_column(self) -> int:
        """Where the ranks stand: their own column, else the one of the values, which may hold both."""
        return self.columns.rank.index if self.columns.rank else self.value_column


def read_indicator(
    table: Table,
    units: Units,
    columns: FigureColumns,
    *,
    number: int,
    edition: Edition,
    match: IndicatorMatch,
    title: Mapping[str, str],
    findings: Findings,
) -> Batch:
    """The figures of one indicator (`title`: its name by language).

    Units without a value are `missing-value`, and left out unless they have a rank.
    """
    rows, codes = units
    read = _read_both(table, columns, rows, findings)
    values, ranks, decimals = read.values, read.ranks, read.decimals
    if any(map(math.isnan, values)):
        _report_missing(table, columns, rows, read, title, findings)
        kept = [at for at, value in enumerate(values) if not (math.isnan(ranks[at]) and math.isnan(value))]
        codes, rows = [codes[at] for at in kept], [rows[at] for at in kept]
        values, ranks = [values[at] for at in kept], [ranks[at] for at in kept]
        decimals = [decimals[at] for at in kept]
    return Batch(number, edition, match, columns, codes, rows, values, ranks, decimals)


def check_unnamed(table: Table, rows: list[int], columns: FigureColumns, findings: Findings) -> None:
    """Tell what is wrong with the figures of rows whose unit is not known, so that all is told at once.

    The figures themselves are dropped: nobody knows whose they are.
    """
    read = _read_both(table, columns, rows, findings)
    for row, value in zip(rows, read.values, strict=True):
        if not math.isnan(value) and not 0 <= value <= 1 and columns.value is not None:
            findings.problem(table.sheet, row, columns.value.index, "out-of-range", "value")


def _read_both(table: Table, columns: FigureColumns, rows: list[int], findings: Findings) -> Reading:
    """Value and rank side by side, wherever each stands."""
    value, rank = (
        read_column(table.sheet, column, rows, findings) if column else None for column in (columns.value, columns.rank)
    )
    if value is None or rank is None:
        return value or rank or Reading([], [], [], [])
    return Reading(
        values=_first_known(value.values, rank.values),
        ranks=_first_known(rank.ranks, value.ranks),
        decimals=_first_known(value.decimals, rank.decimals),
        missing=value.missing,
    )


def _first_known(these: list[float], others: list[float]) -> list[float]:
    """Each of `these`, where it is NaN the other."""
    return [other if math.isnan(this) else this for this, other in zip(these, others, strict=True)]


def _report_missing(
    table: Table,
    columns: FigureColumns,
    rows: list[int],
    read: Reading,
    title: Mapping[str, str],
    findings: Findings,
) -> None:
    """One `missing-value` where a unit has no value (no rank, when the table has only ranks).

    A column that is empty from top to bottom, as in a template filled in part, says nothing.
    """
    column = columns.value or columns.rank
    assert column is not None
    if all(table.sheet.cells[row][column.index] is None for row in rows):
        return
    for row, missing, value, rank in zip(rows, read.missing, read.values, read.ranks, strict=True):
        if missing and math.isnan(value) and (columns.value or math.isnan(rank)):
            variant = "no_value" if math.isnan(rank) else "rank_only"
            findings.problem(table.sheet, row, column.index, "missing-value", variant, indicator=title)
