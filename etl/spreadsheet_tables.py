"""Tables as an Excel workbook for download: numbers as numbers, frozen header, text that never runs as a formula."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import xlsxwriter

WIDEST_COLUMN = 60
ROWS_MEASURED = 200
NUMBER_FORMATS = {"share": "0.0000", "points": "0.00", "whole": "0"}


def workbook(
    sheets: Mapping[str, pd.DataFrame],
    *,
    notes: Sequence[str] = (),
    notes_sheet: str = "Nguồn",
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """One sheet per frame and, where there are notes (sources, filters, date), one more with a note a row.

    ``formats``: a column's name → a key of NUMBER_FORMATS. Missing values are empty cells. Text is written as
    text whatever it begins with, so that ``=…`` from somebody's workbook stays what it was: words.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        styles = {key: book.add_format({"num_format": code}) for key, code in NUMBER_FORMATS.items()}
        for name, frame in sheets.items():
            _write(book.add_worksheet(name[:31]), frame, header, styles, formats or {})
        if notes:
            sheet = book.add_worksheet(notes_sheet)
            sheet.set_column(0, 0, 120)
            for row, note in enumerate(notes):
                sheet.write_string(row, 0, note)
    return buffer.getvalue()


def _write(sheet, frame: pd.DataFrame, header, styles: Mapping, formats: Mapping[str, str]) -> None:
    sheet.freeze_panes(1, 0)
    for position, name in enumerate(frame.columns):
        style = styles.get(formats.get(name, ""))
        sheet.set_column(position, position, _width(frame[name], str(name)), style)
        sheet.write_string(0, position, str(name), header)
        for row, value in enumerate(frame[name], start=1):
            _write_cell(sheet, row, position, value)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def _write_cell(sheet, row: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif not pd.isna(value):
        sheet.write_number(row, column, float(value))


def _width(values: pd.Series, name: str) -> int:
    longest = max([len(name), *(len(str(value)) for value in values.head(ROWS_MEASURED))])
    return min(longest + 2, WIDEST_COLUMN)
