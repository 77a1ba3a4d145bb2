"""The XML of a sheet of .xlsx: what calamine would not tell of it, and its gaps closed up for calamine."""

import re

from etl.formats import extent
from etl.formats.extent import Extent
from etl.formats.marks import Marks
from etl.formats.sheet import cell_name
from etl.formats.sheet_xml_reader import Spans, column_number, read_through

_COLUMN = re.compile(rb' r="([A-Z]+)')
_FAR_COLUMN = re.compile(rb'r="[A-Za-z]{3}')
_NEAR_COLUMNS = 26 + 26 * 26  # of one or two letters
_ROW = re.compile(rb'<row r="([0-9]+)')
_SPECIAL = (b"<f", b't="e"')  # a formula, an error
_REFERENCE = re.compile(rb"""\sr=("[^"]*"|'[^']*')""")


def examine(xml: bytes) -> tuple[Marks, bytes | None]:
    """What calamine would not tell; and if the cells stand too far apart, the XML with the gaps closed up.

    Raises UnreadableWorkbook if the XML is not well-formed.
    """
    if not _needs_reading(xml):
        return Marks(hidden_columns=[]), None
    marks, cells = read_through(xml)
    if not extent.is_scattered(cells):
        return marks, None
    marks.extent = extent.without_gaps(cells)
    return marks, _closed_up(xml, cells, marks.extent)


def _needs_reading(xml: bytes) -> bool:
    """Whether calamine alone would lose something of the sheet: a glance, without parsing.

    It knows XML as nearly all programs write it, and says yes to whatever looks different.
    """
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData")
    if start < 0 or b"hidden=" in xml[:start] or b"='" in xml[start : start + 256]:
        return True
    return any(xml.find(sign, start, end) >= 0 for sign in _SPECIAL) or _looks_scattered(xml[start:end])


def _looks_scattered(data: bytes) -> bool:
    cells, rows = data.count(b"<c"), _ROW.findall(data)
    if not cells or len(rows) != data.count(b"<row") or data.count(b' r="') != cells + len(rows):
        return True
    last_row = max(map(int, rows))
    if not _FAR_COLUMN.search(data) and not extent.is_sparse(rows=last_row, columns=_NEAR_COLUMNS, filled=cells):
        return False
    columns = _COLUMN.findall(data)
    last_column = max(column_number(letters.decode()) for letters in set(columns))
    return len(columns) != cells or extent.is_sparse(rows=last_row, columns=last_column + 1, filled=cells)


def _closed_up(xml: bytes, cells: Spans, kept: Extent) -> bytes:
    """The same XML with only the cells that hold something, each at its place in the grid."""
    rows: dict[int, list[bytes]] = {}
    prefix = b""
    for position in sorted(cells):
        row, column = kept.place(position)
        prefix, cell = _moved(xml[slice(*cells[position])], cell_name(row, column))
        rows.setdefault(row, []).append(cell)
    data = [b'<%srow r="%d">%s</%srow>' % (prefix, row + 1, b"".join(rows[row]), prefix) for row in rows]
    start = xml.index(b">", xml.index(b"sheetData")) + 1
    end = xml.rindex(b"</", 0, xml.rindex(b"sheetData"))
    return xml[:start] + b"".join(data) + xml[end:]


def _moved(cell: bytes, reference: str) -> tuple[bytes, bytes]:
    """The namespace prefix of a cell ("x:" or nothing) and the cell with another reference."""
    tag, _, content = cell.partition(b">")
    name, _, attributes = _REFERENCE.sub(b"", tag).partition(b" ")
    return name[1:-1], b'%s r="%s" %s>%s</%s>' % (name, reference.encode(), attributes, content, name[1:])
