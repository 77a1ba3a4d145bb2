"""Cells of the formats that calamine reads (xlsx, xlsm, xlsb, xls), as ours."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from etl.formats import extent, limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.sheet import Cell, Range

_EXACT_INTEGERS = 2**53


@dataclass(frozen=True)
class Grid:
    """A worksheet as calamine shows it, from A1 on. Errors are empty cells, formulas their stored values."""

    name: str
    hidden: bool
    cells: list[list[Cell]]
    merged: list[Range]


def grids(content: bytes) -> list[Grid]:
    """The worksheets in their order; charts, dialogs and macro sheets are left out."""
    try:
        return list(_grids(calamine.load_workbook(io.BytesIO(content))))
    except calamine.PasswordError as error:
        raise UnreadableWorkbook("encrypted") from error
    except calamine.CalamineError as error:
        raise UnreadableWorkbook("damaged") from error


def _grids(workbook: calamine.CalamineWorkbook) -> Iterator[Grid]:
    abouts = [about for about in workbook.sheets_metadata if about.typ == calamine.SheetTypeEnum.WorkSheet]
    if not abouts:
        raise UnreadableWorkbook("no_sheets")
    if len(abouts) > limits.SHEETS:
        raise WorkbookTooLarge("sheets", limit=limits.SHEETS)
    cells = 0
    for about in abouts:
        sheet = workbook.get_sheet_by_name(about.name)
        cells = extent.check_size(sheet.total_height, sheet.total_width, already=cells)
        yield Grid(
            name=about.name,
            hidden=about.visible != calamine.SheetVisibleEnum.Visible,
            cells=[list(map(cell, row)) for row in sheet.to_python(skip_empty_area=False)],
            merged=[(*first, *last) for first, last in sheet.merged_cell_ranges or ()],
        )


def cell(value: Any) -> Cell:
    """A value as one of ours: None, str, bool, int, float or datetime."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else value


def _number(value: float) -> Cell:
    """A whole number as an int as far as it is exact; what is no number (nan, inf) as text."""
    if value.is_integer() and abs(value) < _EXACT_INTEGERS:
        return int(value)
    return value if math.isfinite(value) else str(value)
