"""Sheets of OpenDocument spreadsheets: .ods, and .fods, which is the same as one XML file."""

import io
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from etl.formats import zip_scan
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Position
from etl.formats.placed import PlacedCells
from etl.formats.relations import NOT_XML
from etl.formats.sheet import Cell, Contents
from etl.formats.values import moment, number

_NAMES = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
_TABLE, _OFFICE, _TEXT, _STYLE = map(_NAMES.format, ("table", "office", "text", "style"))
_CELL = f"{_TABLE}table-cell"
_NUMBERS = ("float", "percentage", "currency")
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)")


def read(content: bytes) -> Contents:
    """The sheets in their order."""
    if content.startswith(b"PK"):
        content = zip_scan.part(zip_scan.opened(content), "content.xml")
    zip_scan.refuse_document_type(content)
    reader = _Reader()
    try:
        reader.run(content)
    except NOT_XML as error:
        raise UnreadableWorkbook("damaged") from error
    if not reader.tables:
        raise UnreadableWorkbook("no_sheets")
    return Contents([table.sheet() for table in reader.tables])


class _Reader:
    """Takes the rows of each named table as they end, and forgets them."""

    def __init__(self) -> None:
        self.tables: list[PlacedCells] = []
        self.hidden_styles: set[str | None] = set()
        self.depth = 0  # of tables within tables
        self.table: PlacedCells | None = None
        self.row = 0

    def run(self, xml: bytes) -> None:
        steps = {
            ("end", f"{_STYLE}style"): self._end_style,
            ("start", f"{_TABLE}table"): self._start_table,
            ("end", f"{_TABLE}table"): self._end_table,
            ("end", f"{_TABLE}table-row"): self._end_row,
        }
        for event, element in ElementTree.iterparse(io.BytesIO(xml), events=("start", "end")):
            if step := steps.get((event, element.tag)):
                step(element)

    def _end_style(self, style: Element) -> None:
        properties = style.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            self.hidden_styles.add(style.get(f"{_STYLE}name"))

    def _start_table(self, table: Element) -> None:
        self.depth += 1
        name = table.get(f"{_TABLE}name")
        if self.depth == 1 and name:  # the copies of linked tables have no name
            self.table = PlacedCells(name, hidden=table.get(f"{_TABLE}style-name") in self.hidden_styles)
            self.tables.append(self.table)
            self.row = 0

    def _end_table(self, table: Element) -> None:
        self.depth -= 1
        if not self.depth:
            self.table = None
            table.clear()

    def _end_row(self, row: Element) -> None:
        if self.depth > 1 or not self.table:
            return
        rows, column = _count(row, "number-rows-repeated"), 0
        for cell in row:
            columns = _count(cell, "number-columns-repeated") if cell.attrib else 1
            if cell.tag == _CELL and (cell.attrib or len(cell)):
                _take(cell, self.table, (self.row, column), rows=rows, columns=columns)
            column += columns
        self.row += rows
        row.clear()


def _take(cell: Element, table: PlacedCells, position: Position, *, rows: int, columns: int) -> None:
    value = _value(cell)
    if value is not None:
        table.put(position, value, rows=rows, columns=columns)
    elif f"{_TABLE}formula" in cell.attrib and f"{_OFFICE}value-type" not in cell.attrib:
        table.formulas_without_value.add(position)
    spanned = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if spanned != (1, 1):
        table.merge(position, rows=spanned[0], columns=spanned[1])


def _count(element: Element, attribute: str) -> int:
    return max(int(element.get(_TABLE + attribute, 1)), 1)


def _value(cell: Element) -> Cell:
    """By its stated type; an error has the type of a text and is told by its text."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in _NUMBERS:
        return number(float(cell.get(f"{_OFFICE}value", "nan")))
    if kind == "date":
        return moment(cell.get(f"{_OFFICE}date-value", ""))
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "time" and (told := _DURATION.match(cell.get(f"{_OFFICE}time-value", ""))):
        return ":".join(part.zfill(2) for part in told.groups())
    return _paragraphs(cell) or cell.get(f"{_OFFICE}string-value") or None


def _paragraphs(cell: Element) -> str:
    """The text of a cell without that of its notes."""
    return "\n".join(map(_text, cell.iterfind(f"{_TEXT}p")))


def _text(element: Element) -> str:
    """The text of an element with all within it; runs of spaces, tabs and line breaks are elements too."""
    if element.tag == f"{_TEXT}s":
        return " " * int(element.get(f"{_TEXT}c", 1))
    if element.tag == f"{_TEXT}tab":
        return "\t"
    if element.tag == f"{_TEXT}line-break":
        return "\n"
    return (element.text or "") + "".join(_text(part) + (part.tail or "") for part in element)
