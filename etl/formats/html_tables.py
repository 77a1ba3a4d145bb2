"""Web pages with tables, which many systems save under the name of an .xls workbook."""

import re
from html.parser import HTMLParser

from etl.formats.decoding import decoded
from etl.formats.delimited import rectangle
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import check_size, from_a1
from etl.formats.marks import areas_within
from etl.formats.sheet import Contents, Range, Sheet

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SILENT = ("script", "style")
_COLUMNS_SPANNED, _ROWS_SPANNED = 1_000, 65_534  # the most that HTML allows


def read(content: bytes) -> Contents:
    """One sheet for each table that holds something, tables within tables too; all cells text."""
    text, encoding = decoded(content)
    page = _Page()
    page.feed(text)
    page.close()
    tables = [table for table in page.tables if table.holds_something()]
    if not tables:
        raise UnreadableWorkbook("html_without_table")
    sheets = [table.sheet(f"HTML {number}") for number, table in enumerate(tables, start=1)]
    return Contents(sheets, {"encoding": encoding})


class _Table:
    """A table under way. taken: how many more rows each column is taken by cells from above."""

    def __init__(self) -> None:
        self.rows: list[dict[int, list[str]]] = []
        self.merged: list[Range] = []
        self.taken: dict[int, int] = {}
        self.column = 0

    def start_row(self) -> None:
        if self.rows:
            self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        self.rows.append({})
        self.column = 0

    def start_cell(self, *, columns: int, rows: int) -> list[str]:
        """A place for the text of the next cell, after those that reach down from above."""
        if not self.rows:
            self.start_row()
        while self.column in self.taken:
            self.column += 1
        here = (len(self.rows) - 1, self.column)
        self.taken |= dict.fromkeys(range(self.column, self.column + columns), rows)
        self.merged.append((*here, here[0] + rows - 1, here[1] + columns - 1))
        self.column += columns
        return self.rows[-1].setdefault(here[1], [])

    def holds_something(self) -> bool:
        return any(_text(pieces) for row in self.rows for pieces in row.values())

    def sheet(self, name: str) -> Sheet:
        width = max(column for row in self.rows for column in row) + 1
        check_size(len(self.rows), width)
        cells = rectangle([[_text(row.get(column, [])) for column in range(width)] for row in self.rows])
        extent = from_a1(rows=len(cells), columns=len(cells[0]))
        return Sheet(name, cells, merged=areas_within(self.merged, extent))


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
                columns=_span(spans.get("colspan"), _COLUMNS_SPANNED),
                rows=_span(spans.get("rowspan"), _ROWS_SPANNED),
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
    return "\n".join(line.strip(" ") for line in "".join(pieces).split("\n")).strip("\n")
