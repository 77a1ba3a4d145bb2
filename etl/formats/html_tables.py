"""Web pages with tables, which many systems save under the name of an .xls workbook."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from etl.formats.decoding import decoded
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Position
from etl.formats.placed import PlacedCells
from etl.formats.sheet import Contents

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SILENT = ("script", "style")
_COLUMNS_SPANNED, _ROWS_SPANNED = 1_000, 65_534  # the most that HTML allows


def read(content: bytes) -> Contents:
    """One sheet for each table that holds something, tables within tables too; all cells text."""
    text, encoding = decoded(content)
    page = _Page()
    page.feed(text)
    page.close()
    tables = [table for table in map(_Table.finished, page.tables) if table.cells]
    if not tables:
        raise UnreadableWorkbook("html_without_table")
    sheets = [replace(table.sheet(), name=f"HTML {n}") for n, table in enumerate(tables, start=1)]
    return Contents(sheets, {"encoding": encoding})


class _Table:
    """A table under way. taken: how many more rows each column is taken by cells from above."""

    def __init__(self) -> None:
        self.texts: list[tuple[Position, list[str]]] = []
        self.placed = PlacedCells("HTML")
        self.taken: dict[int, int] = {}
        self.row, self.column = -1, 0

    def start_row(self) -> None:
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        self.row, self.column = self.row + 1, 0

    def start_cell(self, *, rows: int, columns: int) -> list[str]:
        """A place for the text of the next cell, after those that reach down from above."""
        if self.row < 0:
            self.start_row()
        while self.column in self.taken:
            self.column += 1
        here = (self.row, self.column)
        self.taken |= dict.fromkeys(range(self.column, self.column + columns), rows)
        self.placed.merge(here, rows=rows, columns=columns)
        self.column += columns
        self.texts.append((here, []))
        return self.texts[-1][1]

    def finished(self) -> PlacedCells:
        for position, pieces in self.texts:
            if text := _text(pieces):
                self.placed.put(position, text)
        return self.placed


class _Page(HTMLParser):
    """Collects tables; tags that were never closed end where the next of their kind begins."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.cell: list[str] | None = None
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(_Table())
            self.open.append(self.tables[-1])
            self.cell = None
        elif tag in _SILENT:
            self.silent = True
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")
        elif self.open and tag == "tr":
            self.open[-1].start_row()
        elif self.open and tag in ("td", "th"):
            spans = dict(attrs)
            self.cell = self.open[-1].start_cell(
                rows=_span(spans.get("rowspan"), _ROWS_SPANNED),
                columns=_span(spans.get("colspan"), _COLUMNS_SPANNED),
            )

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = False
        elif tag in ("td", "th", "tr", "table"):
            self.cell = None
        if tag == "table" and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.silent:
            self.cell.append(_SPACE.sub(" ", data))


def _span(stated: str | None, most: int) -> int:
    return min(max(int(stated), 1), most) if stated and stated.isdecimal() else 1


def _text(pieces: list[str]) -> str:
    return "\n".join(line.strip(" ") for line in "".join(pieces).split("\n")).strip()
