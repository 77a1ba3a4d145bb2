"""A sheet put together cell by cell, for the formats that are read here and not by calamine."""

from dataclasses import dataclass, field

from etl.formats.extent import Extent, Position, check_size, is_scattered, up_to, without_gaps
from etl.formats.marks import areas_within
from etl.formats.sheet import Cell, Range, Sheet


@dataclass
class PlacedCells:
    """The cells of a sheet that hold something, by zero-based position on the sheet."""

    name: str
    hidden: bool = False
    cells: dict[Position, Cell] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    formulas_without_value: set[Position] = field(default_factory=set)

    def put(self, position: Position, value: Cell, *, rows: int = 1, columns: int = 1) -> None:
        """The value in this cell and as many more below and beside it."""
        check_size(rows, columns, already=len(self.cells))
        for row in range(position[0], position[0] + rows):
            for column in range(position[1], position[1] + columns):
                self.cells[row, column] = value

    def merge(self, position: Position, *, rows: int, columns: int) -> None:
        """One cell over so many rows and columns."""
        row, column = position
        self.merged.append((row, column, row + rows - 1, column + columns - 1))

    def sheet(self) -> Sheet:
        """The grid from A1 on, or without its gaps if there is much more room than cells."""
        told = self.cells.keys() | self.formulas_without_value
        extent = without_gaps(told) if is_scattered(told) else up_to(told)
        return Sheet(
            name=self.name,
            cells=self._grid(extent),
            merged=areas_within(self.merged, extent),
            hidden=self.hidden,
            formulas_without_value=frozenset(map(extent.place, self.formulas_without_value)),
            rows=tuple(extent.rows) if extent.has_gaps else None,
            columns=tuple(extent.columns) if extent.has_gaps else None,
        )

    def _grid(self, extent: Extent) -> list[list[Cell]]:
        grid: list[list[Cell]] = [[None] * len(extent.columns) for _ in extent.rows]
        for position, value in self.cells.items():
            row, column = extent.place(position)
            grid[row][column] = value
        return grid
