"""Tables on screen and for download: names, number forms and order of columns, in the reader's language.

A column's code decides its form. A table on screen shows shares as text with the language's decimal sign, all with
four decimals, so that they also sort rightly; downloads carry numbers.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from etl import spreadsheet_tables
from etl.text import Texts

SHARES = {"value", "coverage", "points_share", "value_from", "value_to"}
POINTS = {"points", "max_points", "points_lost", "delta", "points_from", "points_to", "gap"}
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel on Windows reads a CSV file's Vietnamese as another encoding."""


def heading(code: str, texts: Texts) -> str:
    """The name of a column as readers see it."""
    return texts(f"tables.column.{code}")


def named(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The frame with readers' column names; codes of basis and source kind become words."""
    worded = frame.copy()
    for code in ("basis", "source_kind", "kind"):
        if code in worded:
            worded[code] = [texts(f"tables.{code}.{value}") if isinstance(value, str) else None for value in worded[code]]
    return worded.rename(columns={code: heading(code, texts) for code in frame.columns})


def show(frame: pd.DataFrame, texts: Texts, *, key: str, height: int | str = "auto") -> None:
    """Draw a table that sorts and searches; shares and points in the language's number form."""
    shown = frame.copy()
    for code in frame.columns:
        if code in SHARES | POINTS:
            digits = 4 if code in SHARES else 2
            shown[code] = [None if pd.isna(value) else texts.number(value, f".{digits}f") for value in frame[code]]
    columns = {
        heading(code, texts): st.column_config.TextColumn(alignment="right") for code in frame if code in SHARES | POINTS
    }
    st.dataframe(named(shown, texts), hide_index=True, key=key, height=height, column_config=columns)


def csv(frame: pd.DataFrame, texts: Texts) -> bytes:
    """UTF-8 with a byte order mark, decimal points, readers' column names; empty = missing."""
    return (BYTE_ORDER_MARK + named(frame, texts).to_csv(index=False, lineterminator="\r\n")).encode()


def xlsx(frame: pd.DataFrame, texts: Texts, *, title: str, notes: list[str]) -> bytes:
    """An Excel workbook of the table, with a sheet that says where it comes from."""
    formats = {heading(code, texts): _excel_form(code) for code in frame.columns}
    return spreadsheet_tables.workbook(
        {texts("tables.sheet"): named(frame, texts)},
        notes=[title, *notes],
        notes_sheet=texts("tables.notes_sheet"),
        formats=formats,
    )


def _excel_form(code: str) -> str:
    return "share" if code in SHARES else "points" if code in POINTS else "whole"
