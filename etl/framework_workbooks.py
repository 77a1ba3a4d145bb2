"""A framework as an Excel workbook that people edit: its description, its tree, its mapping to lenses.

Three sheets after one of instructions. Every table carries the names of its columns as data/framework has them
(second row, grey), so that it is read back whatever the language of its labels (``etl.framework_returns``).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from etl.reference import Reference
from etl.reference_frameworks import EDITION_COLUMNS, MEMBER_COLUMNS, TREE_COLUMNS
from etl.text import Texts
from indicators.framework_checks import AGGREGATIONS, LEVELS

FRAMEWORK_COLUMN = "framework"
LENS_COLUMNS = tuple(column for column in MEMBER_COLUMNS if column != FRAMEWORK_COLUMN)
HEADER_ROWS = 2
SPARE_ROWS = 400
_NUMBERS = frozenset({"weight", "direction", "n_component_indicators", "n_criteria"})
_WIDTHS = {"name": 44, "note": 44, "reason": 60, "source": 30, "short": 20, "code": 26, "parent": 26, "indicator": 26}
_ALLOWED = dict.fromkeys(("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter"), True)


def workbook(known: Reference, framework: str, *, texts: Texts) -> bytes:
    """The edition ``framework`` of ``known`` as an .xlsx file, labelled in the language of ``texts``."""
    edition = known.editions[known.editions[FRAMEWORK_COLUMN] == framework].iloc[0]
    tree = known.frameworks[framework].nodes.reset_index(names="code")
    members = known.lenses.members
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheets = _Sheets(book, texts)
        sheets.instructions()
        sheets.description(edition)
        in_tree = sheets.table("tree", TREE_COLUMNS, tree)
        _list(in_tree, TREE_COLUMNS, "level", sorted(LEVELS))
        _list(in_tree, TREE_COLUMNS, "aggregation", sorted(AGGREGATIONS))
        _list(in_tree, TREE_COLUMNS, "direction", [1, -1])
        _list(in_tree, TREE_COLUMNS, "parent", _column_of_codes(in_tree.get_name()))
        in_lenses = sheets.table("lenses", LENS_COLUMNS, members[members[FRAMEWORK_COLUMN] == framework])
        _list(in_lenses, LENS_COLUMNS, "lens", sorted(known.lenses.lenses["lens"]))
        _list(in_lenses, LENS_COLUMNS, "category", sorted(set(known.lenses.categories["category"])))
        _list(in_lenses, LENS_COLUMNS, "indicator", _column_of_codes(in_tree.get_name()))
    return buffer.getvalue()


class _Sheets:
    """The sheets of one workbook, in its formats: headers locked, everything else open."""

    def __init__(self, book: xlsxwriter.Workbook, texts: Texts) -> None:
        self.book, self.texts = book, texts
        self.label = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.key = book.add_format({"font_color": "#808080", "font_size": 8})
        self.words = book.add_format({"locked": False, "num_format": "@", "text_wrap": True, "valign": "top"})
        self.number = book.add_format({"locked": False, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def instructions(self) -> None:
        """What the sheets are for and how the workbook comes back."""
        sheet = self.book.add_worksheet(self.texts("templates.framework.sheet.help"))
        sheet.set_column(0, 0, 110, self.wrapped)
        for row, line in enumerate(self.texts.under("templates.framework.help").values()):
            sheet.write_string(row, 0, line, self.label if row == 0 else self.wrapped)
        sheet.protect("", _ALLOWED)

    def description(self, edition: pd.Series) -> None:
        """One row per property of the edition: its column's name, its label, its value."""
        sheet = self.book.add_worksheet(self.texts("templates.framework.sheet.edition"))
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 80)
        for row, column in enumerate(EDITION_COLUMNS):
            sheet.write_string(row, 0, column, self.key)
            sheet.write_string(row, 1, self.texts(f"templates.framework.column.{column}"), self.label)
            self._value(sheet, row, 2, edition[column], self.words)
        sheet.protect("", _ALLOWED)

    def table(self, name: str, columns: Sequence[str], frame: pd.DataFrame) -> Worksheet:
        """A sheet of rows under labels and column names, with room for more rows."""
        sheet = self.book.add_worksheet(self.texts(f"templates.framework.sheet.{name}"))
        sheet.freeze_panes(HEADER_ROWS, 1)
        for position, column in enumerate(columns):
            style = self.number if column in _NUMBERS else self.words
            sheet.set_column(position, position, _WIDTHS.get(column.partition("_")[0], 13), style)
            sheet.write_string(0, position, self.texts(f"templates.framework.column.{column}"), self.label)
            sheet.write_string(1, position, column, self.key)
            for row, value in enumerate(frame[column], start=HEADER_ROWS):
                self._value(sheet, row, position, value, style)
        sheet.protect("", _ALLOWED)
        return sheet

    @staticmethod
    def _value(sheet: Worksheet, row: int, column: int, value: Any, style: Any) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, value, style)
        elif pd.isna(value):
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write_number(row, column, float(value), style)


def _list(sheet: Worksheet, columns: Sequence[str], column: str, choices: Iterable[Any] | str) -> None:
    """Offer ``choices`` (or a range of cells) in a column; Excel holds no list of more than 255 characters."""
    position = columns.index(column)
    source = choices if isinstance(choices, str) else list(choices)
    if not isinstance(source, str) and len(",".join(map(str, source))) > 255:
        return
    rule = {"validate": "list", "source": source, "error_type": "warning"}
    sheet.data_validation(HEADER_ROWS, position, HEADER_ROWS + SPARE_ROWS, position, rule)


def _column_of_codes(sheet: str) -> str:
    column = xl_col_to_name(TREE_COLUMNS.index("code"))
    first, last = HEADER_ROWS + 1, HEADER_ROWS + SPARE_ROWS
    return f"='{sheet}'!${column}${first}:${column}${last}"
