"""Sheets of .xls (Excel 5 to 2003): the values by calamine, errors and far cells from the records (MS-XLS)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.formats import calamine_grids, compound, extent
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Extent, Position
from etl.formats.marks import ERROR_NAMES, Marks, marked_sheet
from etl.formats.sheet import Contents

STREAMS = ("Workbook", "Book")  # of Excel 97 and later; of Excel 5 and 95

_RECORD = struct.Struct("<HH")  # kind, number of bytes that follow
_CELL = struct.Struct("<HH")  # row, column: how every cell begins
_BEGIN, _END, _BOUND_SHEET, _FILE_PASS = 0x0809, 0x000A, 0x0085, 0x002F
_FORMULA, _BOOL_OR_ERROR, _MANY_NUMBERS = 0x0006, 0x0205, 0x00BD
_VALUES = {0x00D6, 0x00FD, 0x0203, 0x0204, 0x027E, _FORMULA, _BOOL_OR_ERROR, _MANY_NUMBERS}
_WORKSHEET = 0


@dataclass(frozen=True)
class _Record:
    """kind: what it tells. start, end: where its content is in the stream."""

    kind: int
    start: int
    end: int


@dataclass
class _Sheet:
    """The records of the cells that hold something, and the errors among them."""

    records: list[_Record] = field(default_factory=list)
    cells: set[Position] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)


def read(content: bytes) -> Contents:
    """The worksheets in their order. Far cells are moved together for calamine, within the same bytes."""
    spans = next(spans for name, spans in compound.streams(content).items() if name in STREAMS)
    stream = compound.joined(content, spans)
    try:
        sheets = _sheets(stream)
        scattered = [sheet for sheet in sheets if extent.is_scattered(sheet.cells)]
        for sheet in scattered:
            sheet.marks.extent = extent.without_gaps(sheet.cells)
            _move_together(stream, sheet.records, sheet.marks.extent)
    except (struct.error, IndexError) as error:
        raise UnreadableWorkbook("damaged") from error
    grids = calamine_grids.grids(compound.overwritten(content, spans, stream) if scattered else content)
    return Contents([marked_sheet(grid, sheet.marks) for grid, sheet in zip(grids, sheets, strict=True)])


def _sheets(stream: bytearray) -> list[_Sheet]:
    """The worksheets, in the order of the workbook's list of them."""
    sheets: dict[int, _Sheet] = {}  # by where they begin in the stream
    under_way: list[_Sheet | None] = []  # a chart within a sheet has a beginning and an end of its own
    for record in _records(stream):
        if record.kind == _FILE_PASS:
            raise UnreadableWorkbook("encrypted")
        if record.kind == _BOUND_SHEET and stream[record.start + 5] == _WORKSHEET:
            sheets[struct.unpack_from("<I", stream, record.start)[0]] = _Sheet()
        elif record.kind == _BEGIN:
            under_way.append(sheets.get(record.start - _RECORD.size))
        elif record.kind == _END and under_way:
            under_way.pop()
        elif record.kind in _VALUES and under_way and (sheet := under_way[-1]):
            _take(stream, record, sheet)
    return list(sheets.values())


def _records(stream: bytearray) -> Iterator[_Record]:
    end = 0
    while end + _RECORD.size <= len(stream):
        kind, size = _RECORD.unpack_from(stream, end)
        start, end = end + _RECORD.size, end + _RECORD.size + size
        yield _Record(kind, start, end)


def _take(stream: bytearray, record: _Record, sheet: _Sheet) -> None:
    row, column = _CELL.unpack_from(stream, record.start)
    sheet.records.append(record)
    last = struct.unpack_from("<H", stream, record.end - 2)[0] if record.kind == _MANY_NUMBERS else column
    sheet.cells.update((row, number) for number in range(column, last + 1))
    if error := _error(stream, record):
        sheet.marks.errors[row, column] = error


def _error(stream: bytearray, record: _Record) -> str | None:
    """The error that a cell shows, if it does."""
    if record.kind == _BOOL_OR_ERROR and stream[record.start + 7]:
        return ERROR_NAMES.get(stream[record.start + 6])
    result = stream[record.start + 6 : record.start + 14]
    if record.kind == _FORMULA and result[0] == 2 and result[6:] == b"\xff\xff":
        return ERROR_NAMES.get(result[2])
    return None


def _move_together(stream: bytearray, records: list[_Record], kept: Extent) -> None:
    for record in records:
        row, column = kept.place(_CELL.unpack_from(stream, record.start))
        if record.kind == _MANY_NUMBERS:
            last = struct.unpack_from("<H", stream, record.end - 2)[0]
            struct.pack_into("<H", stream, record.end - 2, kept.place((0, last))[1])
        _CELL.pack_into(stream, record.start, row, column)
