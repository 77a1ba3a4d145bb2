"""Blank Excel templates: any framework × period × universe, filled in by hand and read back like any return."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from etl.reference import Reference
from etl.text import Texts

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 2
FIRST_FIGURE = 3
SOURCE_ROWS = 2000
_NOT_FILLED_IN = frozenset({"residual"})
_ALLOWED = dict.fromkeys(("format_columns", "format_rows"), True)
_SOURCE_WIDTHS = (18, 10, 28, 34, 12, 14, 10, 60)


class NotInForce(Exception):
    """The framework does not cover the period: it is in force from ``first`` to ``last`` (None: open)."""

    def __init__(self, framework: str, period: int, *, first: int, last: int | None) -> None:
        self.framework, self.period, self.first, self.last = framework, period, first, last
        super().__init__(f"{framework} {period}")


def template(known: Reference, framework: str, *, period: int, universe: int, texts: Texts) -> bytes:
    """An .xlsx file with a row per unit and a column per indicator to fill in: values 0..1, ranks of the index.

    Headers, codes and names are protected (without a password); cells to fill in check what is typed. Raises
    NotInForce.
    """
    _check_period(known, framework, period)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheets = _Template(book, known, framework, texts)
        sheets.instructions(period, universe)
        sheets.figures(period, universe)
        sheets.sources(universe)
        book.get_worksheet_by_name(texts("templates.sheet.figures")).activate()
    return buffer.getvalue()


def _check_period(known: Reference, framework: str, period: int) -> None:
    spans = known.editions.set_index("framework")
    first, last = (spans[column].to_dict()[framework] for column in ("first_period", "last_period"))
    last = None if pd.isna(last) else last
    if not first <= period <= (last or period):
        raise NotInForce(framework, period, first=first, last=last)


class _Template:
    """The sheets of one template, in its formats: what is filled in is open, all else is locked."""

    def __init__(self, book: xlsxwriter.Workbook, known: Reference, framework: str, texts: Texts) -> None:
        self.book, self.known, self.texts = book, known, texts
        self.edition = known.editions.set_index("framework").loc[framework]
        nodes = known.frameworks[framework].nodes
        self.root = known.frameworks[framework].root
        self.indicators = nodes[~nodes["level"].isin(_NOT_FILLED_IN)]
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.header = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        self.code = book.add_format({"border": 1, "font_color": "#808080", "font_size": 8, "num_format": "@"})
        self.locked = book.add_format({"border": 1, "num_format": "@"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.value = self._open("0.0000")
        self.rank = self._open("0")
        self.words = self._open("@")

    def _open(self, number_format: str) -> Format:
        return self.book.add_format({"border": 1, "locked": False, "bg_color": "#FFFBE6", "num_format": number_format})

    def _words(self, key: str, period: int, universe: int) -> str:
        name, decree = (self.edition[f"{column}_{self.texts.lang}"] for column in ("name", "decree"))
        return self.texts(f"templates.{key}", name=name, decree=decree, period=str(period), of=universe)

    def instructions(self, period: int, universe: int) -> None:
        """What to do, step by step."""
        sheet = self.book.add_worksheet(self.texts("templates.sheet.help"))
        sheet.set_column(0, 0, 110, self.wrapped)
        sheet.write_string(0, 0, self.texts("templates.help_title"), self.title)
        for row, step in enumerate(self.texts.under("templates.help"), start=1):
            sheet.write_string(row, 0, self._words(f"help.{step}", period, universe), self.wrapped)
        sheet.protect("", _ALLOWED)

    def figures(self, period: int, universe: int) -> None:
        """The table: titles, two header rows (names, codes), a row per unit."""
        sheet = self.book.add_worksheet(self.texts("templates.sheet.figures"))
        for row, key in enumerate(("title", "decree", "hint")):
            sheet.write_string(row, 0, self._words(key, period, universe), self.title if row == 0 else None)
        units = self._units(universe)
        self._unit_columns(sheet, units)
        last = FIRST_ROW + len(units) - 1
        for position, (code, name, is_rank) in enumerate(self._figure_columns(), start=FIRST_FIGURE):
            sheet.set_column(position, position, 16)
            sheet.write_string(HEADER_ROW, position, name, self.header)
            sheet.write_string(HEADER_ROW + 1, position, code, self.code)
            for row in range(FIRST_ROW, last + 1):
                sheet.write_blank(row, position, None, self.rank if is_rank else self.value)
            sheet.data_validation(FIRST_ROW, position, last, position, self._rule(is_rank, universe))
        sheet.freeze_panes(FIRST_ROW, FIRST_FIGURE)
        sheet.protect("", _ALLOWED)

    def sources(self, universe: int) -> None:
        """The sheet of sources, a row per figure, with lists to choose from."""
        sheet = self.book.add_worksheet(self.texts("templates.sheet.sources"))
        sheet.freeze_panes(1, 0)
        for position, (name, width) in enumerate(
            zip(self.texts.under("templates.source_column"), _SOURCE_WIDTHS, strict=True)
        ):
            sheet.set_column(position, position, width, self.words)
            sheet.write_string(0, position, self.texts(f"templates.source_column.{name}"), self.header)
            if choices := self._choices(name, universe):
                rule = {"validate": "list", "source": choices, "error_type": "warning"}
                sheet.data_validation(1, position, SOURCE_ROWS, position, rule)
        sheet.protect("", _ALLOWED)

    def _figure_columns(self) -> list[tuple[str, str, bool]]:
        """(code, label, is a rank) of each column to fill in; the index has a rank beside its value."""
        columns = [(str(code), str(self.indicators.at[code, self._name]), False) for code in self.indicators.index]
        at = [code for code, _, _ in columns].index(self.root) + 1
        return [*columns[:at], (self.root, self.texts("templates.rank"), True), *columns[at:]]

    @property
    def _name(self) -> str:
        return f"name_{self.texts.lang}"

    def _units(self, universe: int) -> pd.DataFrame:
        provinces = self.known.provinces
        return provinces[provinces["universe"] == universe].sort_values("sort_key")

    def _unit_columns(self, sheet: Worksheet, units: pd.DataFrame) -> None:
        for position, (key, width) in enumerate((("number", 6), ("code", 8), ("province", 26))):
            sheet.set_column(position, position, width)
            sheet.merge_range(
                HEADER_ROW, position, HEADER_ROW + 1, position, self.texts(f"templates.{key}"), self.header
            )
        for number, unit in enumerate(units.itertuples(), start=1):
            row = FIRST_ROW + number - 1
            sheet.write_number(row, 0, number, self.locked)
            sheet.write_string(row, 1, unit.province_code, self.locked)
            sheet.write_string(row, 2, getattr(unit, self._name), self.locked)

    def _rule(self, is_rank: bool, universe: int) -> dict[str, object]:
        """What a cell to fill in takes."""
        most, kind, key = (universe, "integer", "rank") if is_rank else (1, "decimal", "value")
        return {
            "validate": kind,
            "criteria": "between",
            "minimum": 1 if is_rank else 0,
            "maximum": most,
            "error_title": self.texts("templates.refused_title"),
            "error_message": self.texts(f"templates.refused.{key}", of=universe),
        }

    def _choices(self, column: str, universe: int) -> Sequence[str] | str:
        """What a column of the sheet of sources may hold: some words, or cells of the table; "" = anything."""
        figures = self.texts("templates.sheet.figures")
        first, last = FIRST_ROW + 1, FIRST_ROW + len(self._units(universe))
        right = xl_col_to_name(FIRST_FIGURE + len(self.indicators))
        left = xl_col_to_name(FIRST_FIGURE)
        ranges: dict[str, Sequence[str] | str] = {
            "sheet": [figures],
            "province": f"='{figures}'!$C${first}:$C${last}",
            "indicator": f"='{figures}'!${left}${HEADER_ROW + 1}:${right}${HEADER_ROW + 1}",
        }
        words = list(self.texts.under(f"templates.source_choice.{column}").values())
        return ranges.get(column, words)
