"""Gathers problems and notes at the cells of a sheet."""

from dataclasses import dataclass, field
from datetime import datetime

from etl.problems import Note, Problem
from etl.workbooks import Cell, Sheet


@dataclass
class Findings:
    """Problems and notes, gathered while a workbook is read."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def problem(self, sheet: Sheet, row: int, column: int, rule: str, variant: str, **fields: object) -> None:
        """A problem at a cell, with what stands there."""
        cell = sheet.cells[row][column]
        number = {"found": cell} if type(cell) in (int, float) else {}
        at = sheet.address(row, column)
        self.problems.append(Problem(rule, variant, sheet.name, at, written(cell), number | fields))

    def note(self, sheet: Sheet, row: int, column: int, key: str, **fields: object) -> None:
        """A note at a cell."""
        self.notes.append(Note(key, sheet.name, sheet.address(row, column), fields))


def written(cell: Cell) -> str:
    """A cell's content as a person would write it; "" for an empty one."""
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else str(cell).upper()
    return cell.strftime("%d/%m/%Y") if isinstance(cell, datetime) else str(cell)
