"""Cells of the formats that calamine reads (xlsx, xlsm, xlsb, xls), as ours."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import python_calamine as calamine

from etl.formats import extent, limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.sheet import Cell, Range
from etl.formats.values import plain


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
    except (calamine.CalamineError, OSError) as error:
        raise UnreadableWorkbook("damaged") from error


def _grids(workbook: calamine.CalamineWorkbook) -> Iterator[Grid]:
    abouts = [about for about in workbook.sheets_metadata if about.typ == calamine.SheetTypeEnum.WorkSheet]
    if not abouts:
        raise UnreadableWorkbook("no_sheets")
    if len(abouts) > limits.SHEETS:
        raise WorkbookTooLarge("sheets", {"limit": limits.SHEETS})
    cells = 0
    for about in abouts:
        sheet = workbook.get_sheet_by_name(about.name)
        cells = extent.check_size(sheet.total_height, sheet.total_width, already=cells)
        yield Grid(
            name=about.name,
            hidden=about.visible != calamine.SheetVisibleEnum.Visible,
            cells=[_plain_row(row) for row in sheet.to_python(skip_empty_area=False)],
            merged=[(*first, *last) for first, last in sheet.merged_cell_ranges or ()],
        )


def _plain_row(row: list[Any]) -> list[Cell]:
    """The values as ours; shares, of which there are most, are so already."""
    return [value if type(value) is float and 0 < value < 1 else plain(value) for value in row]
