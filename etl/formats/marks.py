"""What calamine does not tell of a sheet, and how it is laid over the grid that calamine makes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.formats.calamine_grids import Grid
from etl.formats.extent import Extent, Position, up_to
from etl.formats.sheet import Cell, Range, Sheet

# How the binary formats write an error.
ERROR_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass
class Marks:
    """Of one sheet, by zero-based positions on the sheet.

    hidden_columns: (first, last); None = not checked. merged: None = as calamine says.
    extent: set if the grid was read without gaps.
    """

    errors: dict[Position, str] = field(default_factory=dict)
    formulas_without_value: set[Position] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] | None = None
    merged: list[Range] | None = None
    extent: Extent | None = None


def marked_sheet(grid: Grid, marks: Marks) -> Sheet:
    """The grid with its errors as text, large enough for each formula without a value, areas cut to it."""
    last = (len(grid.cells) - 1, len(grid.cells[0]) - 1 if grid.cells else -1)
    extent = marks.extent or up_to([last, *marks.errors, *marks.formulas_without_value])
    cells = _padded(grid.cells, rows=len(extent.rows), columns=len(extent.columns))
    for position, error in marks.errors.items():
        row, column = extent.place(position)
        cells[row][column] = error
    return Sheet(
        name=grid.name,
        cells=cells,
        merged=areas_within(grid.merged if marks.merged is None else marks.merged, extent),
        hidden=grid.hidden,
        hidden_columns=_hidden(marks.hidden_columns, extent),
        formulas_without_value=frozenset(map(extent.place, marks.formulas_without_value)),
        rows=tuple(extent.rows) if extent.has_gaps else None,
        columns=tuple(extent.columns) if extent.has_gaps else None,
    )


def _padded(cells: list[list[Cell]], *, rows: int, columns: int) -> list[list[Cell]]:
    missing: list[Cell] = [None] * (columns - len(cells[0]) if cells else columns)
    wide = [row + missing for row in cells] if missing else cells
    return wide + [[None] * columns for _ in range(rows - len(wide))]


def areas_within(areas: Iterable[Range], extent: Extent) -> tuple[Range, ...]:
    """The areas cut to the grid; what is left of one must still be more than a cell."""
    cut = map(extent.within, areas)
    return tuple(area for area in cut if area[2] >= area[0] and area[3] >= area[1] and area[:2] != area[2:])


def _hidden(columns: list[tuple[int, int]] | None, extent: Extent) -> frozenset[int] | None:
    if columns is None:
        return None
    spans = (extent.within((0, first, 0, last)) for first, last in columns)
    return frozenset(column for _, first, _, last in spans for column in range(first, last + 1))
