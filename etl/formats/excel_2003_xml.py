"""Sheets of "XML Spreadsheet 2003", which many systems write under the name of an .xls workbook."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from etl.formats import zip_scan
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Position
from etl.formats.placed import PlacedCells
from etl.formats.relations import NOT_XML
from etl.formats.sheet import Cell, Contents
from etl.formats.values import moment, number

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"


def read(content: bytes) -> Contents:
    """The worksheets in their order."""
    zip_scan.refuse_document_type(content)
    try:
        book = ElementTree.fromstring(content)
        sheets = [_placed(sheet).sheet() for sheet in book.iterfind(f"{_SS}Worksheet")]
    except NOT_XML as error:
        raise UnreadableWorkbook("damaged") from error
    if not sheets:
        raise UnreadableWorkbook("no_sheets")
    return Contents(sheets)


def _placed(sheet: Element) -> PlacedCells:
    visible = sheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible", "")
    cells = PlacedCells(sheet.get(f"{_SS}Name", ""), hidden=visible.endswith("Hidden"))
    row = -1
    for row_element in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        row = _next(row_element, row)
        column = -1
        for cell in row_element.iterfind(f"{_SS}Cell"):
            column = _next(cell, column)
            column += _take(cell, cells, (row, column))
        row += int(row_element.get(f"{_SS}Span", 0))
    return cells


def _next(element: Element, before: int) -> int:
    """The zero-based row or column: the stated one, or the one after that before."""
    stated = element.get(f"{_SS}Index")
    return int(stated) - 1 if stated else before + 1


def _take(cell: Element, cells: PlacedCells, position: Position) -> int:
    """Place the cell; how many columns more it takes than one."""
    data = cell.find(f"{_SS}Data")
    value = None if data is None else _value(data)
    if value is not None:
        cells.put(position, value)
    elif cell.get(f"{_SS}Formula"):
        cells.formulas_without_value.add(position)
    more_rows, more_columns = int(cell.get(f"{_SS}MergeDown", 0)), int(cell.get(f"{_SS}MergeAcross", 0))
    if more_rows or more_columns:
        cells.merge(position, rows=more_rows + 1, columns=more_columns + 1)
    return more_columns


def _value(data: Element) -> Cell:
    kind, text = data.get(f"{_SS}Type"), "".join(data.itertext())
    if not text:
        return None
    if kind == "Number":
        return number(float(text))
    if kind == "DateTime":
        return moment(text)
    return text == "1" if kind == "Boolean" else text
