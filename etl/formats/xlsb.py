"""Sheets of .xlsb: the values by calamine, the rest from the records of the sheets' parts (MS-XLSB).

calamine overlooks "short" cells, which leave out their column; they reach it rewritten in full. So do sheets
whose cells stand too far apart, without the gaps.
"""

import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from etl.formats import calamine_grids, extent, zip_scan
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Position
from etl.formats.marks import ERROR_NAMES, Marks, marked_sheet
from etl.formats.relations import parts_by_relation
from etl.formats.sheet import Contents, Range

_NUMBER = struct.Struct("<I")
_ROW, _BLANK, _ERROR, _FORMULA_ERROR, _RICH_TEXT = 0, 1, 3, 11, 62
_SHORT = range(12, 19)
_IN_FULL = 11  # a short kind of cell less this is the same kind in full
_FILLED = {*range(_BLANK + 1, _FORMULA_ERROR + 1), _RICH_TEXT}
_CELLS = {_BLANK, *_FILLED}
_BUNDLE_SHEET, _MERGED = 156, 176
_ERROR_BYTE = 4  # after the cell's style


@dataclass(frozen=True)
class _Record:
    """kind: what it tells; content: its bytes, of a row or cell without the position; short: see above."""

    kind: int
    content: bytes
    position: Position | None = None
    short: bool = False


def read(content: bytes) -> Contents:
    """The worksheets in their order."""
    archive = zip_scan.opened(content)
    marks: dict[str, Marks] = {}
    rewritten: dict[str, bytes] = {}
    try:
        for name, part in _sheet_parts(archive):
            marks[name], in_full = _examine(zip_scan.part(archive, part))
            if in_full:
                rewritten[part] = in_full
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise UnreadableWorkbook("damaged") from error
    if rewritten:
        content = zip_scan.with_parts(archive, rewritten)
    grids = calamine_grids.grids(content)
    return Contents([marked_sheet(grid, marks.get(grid.name, Marks())) for grid in grids])


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part of the archive that holds it."""
    parts = parts_by_relation(archive, "xl/workbook.bin")
    for kind, content in _records(zip_scan.part(archive, "xl/workbook.bin")):
        if kind == _BUNDLE_SHEET:
            relation, end = _text(content, 8)
            name, _ = _text(content, end)
            if relation in parts:
                yield name, parts[relation]


def _examine(part: bytes) -> tuple[Marks, bytes | None]:
    """What calamine would not tell; and the part written anew if calamine would misread it."""
    records = list(_placed(part))
    filled = {record.position: record for record in records if record.position and record.kind in _FILLED}
    marks = Marks(merged=[_area(record.content) for record in records if record.kind == _MERGED])
    for position, record in filled.items():
        if record.kind in (_ERROR, _FORMULA_ERROR):
            marks.errors[position] = ERROR_NAMES.get(record.content[_ERROR_BYTE], "#N/A")
    if extent.is_scattered(filled):
        marks.extent = extent.without_gaps(filled)
        return marks, _written((record for record in records if record.kind != _BLANK), marks.extent.place)
    if any(record.short for record in records):
        return marks, _written(records, lambda position: position)
    return marks, None


def _placed(part: bytes) -> Iterator[_Record]:
    """The records of a sheet, short cells in full."""
    row = column = 0
    for kind, content in _records(part):
        if kind == _ROW:
            (row,), column = _NUMBER.unpack_from(content), -1
            yield _Record(kind, content[4:], (row, 0))
        elif kind in _CELLS:
            (column,) = _NUMBER.unpack_from(content)
            yield _Record(kind, content[4:], (row, column))
        elif kind in _SHORT:
            column += 1
            yield _Record(kind - _IN_FULL, content, (row, column), short=True)
        else:
            yield _Record(kind, content)


def _written(records: Iterable[_Record], place: Callable[[Position], Position]) -> bytes:
    """The records as bytes, rows and cells where `place` puts them."""
    written = bytearray()
    for record in records:
        content = record.content
        if record.position:
            row, column = place(record.position)
            content = _NUMBER.pack(row if record.kind == _ROW else column) + content
        written += _seven_bits(record.kind) + _seven_bits(len(content)) + content
    return bytes(written)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The kind and the content of each record."""
    here = 0
    while here < len(part):
        kind, here = _number(part, here, most_bytes=2)
        size, here = _number(part, here, most_bytes=4)
        yield kind, part[here : here + size]
        here += size


def _number(part: bytes, here: int, *, most_bytes: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends."""
    number = 0
    for place in range(most_bytes):
        byte = part[here + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, here + place + 1


def _seven_bits(number: int) -> bytes:
    groups = bytearray()
    while number >= 0x80:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*groups, number])


def _text(content: bytes, here: int) -> tuple[str, int]:
    """A text and where it ends."""
    (length,) = _NUMBER.unpack_from(content, here)
    end = here + 4 + 2 * length
    return content[here + 4 : end].decode("utf-16-le"), end


def _area(content: bytes) -> Range:
    first_row, last_row, first_column, last_column = struct.unpack_from("<4I", content)
    return first_row, first_column, last_row, last_column
