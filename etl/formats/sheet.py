"""A sheet as a grid of cells: what every reader makes and every user of workbooks gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

Cell = str | int | float | bool | datetime | None
Range = tuple[int, int, int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet as a dense grid; every position (row, column) in it is zero-based in `cells`.

    cells: None = empty. Whole numbers are int, dates datetime, times and durations text ("03:04:00"),
        errors text ("#N/A"). All cells of CSV and HTML are text, unchanged.
    merged: (first row, first column, last row, last column), within the grid.
    hidden: the sheet is not shown. hidden_columns: None = not checked in this format.
    formulas_without_value: cells with a formula whose result was never stored (None in `cells`).
    rows, columns: None, as a rule: the grid begins at A1. In a sheet whose cells stand so far apart that
        its gaps were left out (each but for one empty row or column), the zero-based row and column on the
        sheet of each row and column of the grid.
    """

    name: str
    cells: list[list[Cell]]
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_columns: frozenset[int] | None = None
    formulas_without_value: frozenset[tuple[int, int]] = frozenset()
    rows: tuple[int, ...] | None = None
    columns: tuple[int, ...] | None = None

    @cached_property
    def texts(self) -> tuple[tuple[int, int, str], ...]:
        """Each cell of text by its position in the grid (row, column, text), from the top and from the left."""
        return tuple(
            (row, column, cell)
            for row, cells in enumerate(self.cells)
            for column, cell in enumerate(cells)
            if type(cell) is str
        )

    def address(self, row: int, column: int) -> str:
        """The name on the sheet, "B7", of the cell at this position of the grid."""
        return cell_name(
            self.rows[row] if self.rows else row,
            self.columns[column] if self.columns else column,
        )


class Contents(NamedTuple):
    """The sheets of a file in its own order; of text formats also `encoding` and `delimiter`."""

    sheets: list[Sheet]
    notes: Mapping[str, str] = {}


def cell_name(row: int, column: int) -> str:
    """The spreadsheet name of a zero-based position: (6, 1) -> "B7"."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """The spreadsheet name of a zero-based column: 1 -> "B", 26 -> "AA"."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
