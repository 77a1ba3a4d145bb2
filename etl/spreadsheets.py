"""Sheets of the formats that calamine reads (xlsx, xlsm, xlsb, xls, ods), as plain values. Runs in the child."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from etl.workbook_errors import UnreadableWorkbook

_EXACT_INTEGERS = 2**53


def sheets(content: bytes, kind: str) -> list[dict[str, Any]]:
    """The worksheets in their order; charts, dialogs and macro sheets are left out."""
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        return [
            _sheet(workbook, about)
            for about in workbook.sheets_metadata
            if about.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise UnreadableWorkbook("encrypted") from None
    except calamine.CalamineError as error:
        raise UnreadableWorkbook("damaged") from error


def _sheet(workbook: calamine.CalamineWorkbook, about: calamine.SheetMetadata) -> dict[str, Any]:
    sheet = workbook.get_sheet_by_name(about.name)
    return {
        "name": about.name,
        "cells": [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)],
        "merged": [(*first, *last) for first, last in sheet.merged_cell_ranges or ()],
        "hidden": about.visible != calamine.SheetVisibleEnum.Visible,
    }


def _cell(value: Any) -> Any:
    """A value of calamine as one of ours: None, str, bool, int, float or datetime."""
    if value == "":
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _EXACT_INTEGERS else value
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return value
