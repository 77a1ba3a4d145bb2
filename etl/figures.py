"""The figures of one column: shares 0..1 and ranks, converted where the cell or the header states the measure."""

import math
from dataclasses import dataclass
from datetime import datetime

from etl import numbers
from etl.column_labels import BOTH, RANK
from etl.findings import Findings
from etl.numbers import Written
from etl.table_columns import Column
from etl.workbooks import Cell, Sheet

_NOTHING = Written(numbers.MISSING)
_UNREADABLE = Written(numbers.NOT_A_NUMBER)
FEWEST_POINTS = 10
"""Under a smaller maximum, figures up to 1 may well be points."""


@dataclass(frozen=True)
class Reading:
    """A column row by row: `values` as shares (NaN: none), `ranks` (NaN: none), `decimals` printed (NaN: not
    known), and `missing`: the cell has no figure (one that cannot be read is not missing, but a problem)."""

    values: list[float]
    ranks: list[float]
    decimals: list[float]
    missing: list[bool]


def read_column(sheet: Sheet, column: Column, rows: list[int], findings: Findings) -> Reading:
    """What the column says in each of `rows`.

    Cells that cannot be read, and formulas without a stored value, are problems at the cell.  Values outside
    0..1 are kept as they are.
    """
    grid, index = sheet.cells, column.index
    cells = [grid[row][index] for row in rows]
    n, kinds = len(cells), set(map(type, cells))
    if kinds == {float} and column.kind != RANK and _is_share(column):
        return Reading(cells, [math.nan] * n, [math.nan] * n, [False] * n)  # type: ignore[arg-type]
    if kinds == {int} and column.kind == RANK:
        return Reading([math.nan] * n, cells, [math.nan] * n, [False] * n)  # type: ignore[arg-type]
    reader = _Reader(sheet, column, findings, _scale(column, cells))
    read = [reader.read(cell, row) for cell, row in zip(cells, rows, strict=True)]
    return Reading(
        [each.value for each in read],
        [math.nan if each.rank is None else each.rank for each in read],
        [math.nan if each.decimals is None else each.decimals for each in read],
        [each.kind == numbers.MISSING for each in read],
    )


def _is_share(column: Column) -> bool:
    return column.maximum is None and not column.percent


def _scale(column: Column, cells: list[Cell]) -> float | None:
    """What to divide by: the stated maximum or 100; None when the figures are shares in spite of a maximum.

    Shares under "%" are cells that Excel shows as per cent: they are shares already.
    """
    divisor = column.maximum or (100.0 if column.percent else 1.0)
    if divisor < FEWEST_POINTS or not _are_shares(cells):
        return divisor
    return None if column.maximum else 1.0


def _are_shares(cells: list[Cell]) -> bool:
    written = [cell for cell in cells if isinstance(cell, str | int | float) and not isinstance(cell, bool)]
    read = [numbers.read_text(cell).value if isinstance(cell, str) else cell for cell in written]
    figures = [figure for figure in read if not math.isnan(figure)]
    return any(0 < figure < 1 for figure in figures) and max(figures) <= 1


@dataclass
class _Reader:
    """Reads the cells of one column; what it converts it tells once."""

    sheet: Sheet
    column: Column
    findings: Findings
    scale: float | None
    told: frozenset[str] = frozenset()

    def read(self, cell: Cell, row: int) -> Written:
        if isinstance(cell, bool | datetime):
            return self._refuse(row, "truth" if isinstance(cell, bool) else "date")
        if isinstance(cell, str):
            return self._rank(cell, row) if self.column.kind == RANK else self._value(cell, row)
        return self._empty(row) if cell is None else self._number(Written(numbers.NUMBER, float(cell)), row)

    def _empty(self, row: int) -> Written:
        if (row, self.column.index) not in self.sheet.formulas_without_value:
            return _NOTHING
        self.findings.problem(self.sheet, row, self.column.index, "formula-without-value", "formula")
        return _UNREADABLE

    def _rank(self, text: str, row: int) -> Written:
        read = numbers.read_rank(text)
        if read.kind == numbers.NOT_A_NUMBER:
            read = numbers.read_text(text)
            if read.rank is None:
                return self._refuse(row, "rank")
        return read

    def _value(self, text: str, row: int) -> Written:
        read = numbers.read_text(text)
        if read.kind == numbers.NUMBER:
            return self._number(read, row)
        if read.kind == numbers.NOT_A_NUMBER:
            return self._beside_remark(text, row)
        if read.kind == numbers.SHARE_OVER_POINTS:
            self._tell_share(row, read.maximum)
        elif read.place is not None:
            return Written(numbers.MISSING, rank=read.place)
        elif read.kind in (numbers.POINTS, numbers.PERCENT):
            self._tell(row, read.kind, maximum=read.maximum)
        return read

    def _beside_remark(self, text: str, row: int) -> Written:
        """The figure of a cell that holds a remark too."""
        figure = numbers.without_remark(text)
        if figure == text.strip() or numbers.read_text(figure).kind in (numbers.NOT_A_NUMBER, numbers.MISSING):
            return self._refuse(row, "error" if text.startswith("#") else "text")
        self.findings.note(self.sheet, row, self.column.index, "remark_left_out", found=text)
        return self._value(figure, row)

    def _number(self, read: Written, row: int) -> Written:
        """A plain number in the column's measure; where ranks and values share a column, whole ones are ranks."""
        if self.column.kind == RANK or (self.column.kind == BOTH and read.rank is None and _is_place(read)):
            return self._place(read, row)
        if self.scale is None:
            if not self.told:
                self._tell_share(row, self.column.maximum or 100)
            self.told |= {numbers.SHARE_OVER_POINTS}
            return read
        if self.scale == 1:
            return read
        points = read.grouped if read.grouped and read.grouped <= self.scale else read.value
        self._tell(row, numbers.PERCENT if self.column.percent else numbers.POINTS, maximum=self.scale)
        return read._replace(value=points / self.scale, decimals=None)

    def _place(self, read: Written, row: int) -> Written:
        if not read.value.is_integer():
            return self._refuse(row, "rank")
        return Written(numbers.NUMBER, rank=int(read.value))

    def _refuse(self, row: int, variant: str) -> Written:
        self.findings.problem(self.sheet, row, self.column.index, "not-a-number", variant)
        return _UNREADABLE

    def _tell(self, row: int, kind: str, **fields: object) -> None:
        if kind not in self.told:
            self.told |= {kind}
            self.findings.note(self.sheet, row, self.column.index, f"converted_{kind}", **fields)

    def _tell_share(self, row: int, maximum: float | None) -> None:
        self.findings.problem(self.sheet, row, self.column.index, "not-a-number", "share_over_points", maximum=maximum)


def _is_place(read: Written) -> bool:
    return read.value >= 1 and read.value.is_integer() and not read.decimals
