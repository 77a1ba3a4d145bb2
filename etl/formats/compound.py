"""OLE compound files, the containers of .xls and of encrypted workbooks (MS-CFB)."""

import struct
from collections.abc import Iterable, Iterator

from etl.formats.errors import UnreadableWorkbook

SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")

Spans = list[tuple[int, int]]  # (first byte, end) in the file of each piece of a stream, in order

_ENTRY = struct.Struct("<64sHB49xIQ")  # of the directory: name, its length, kind, first sector, size
_STREAM, _ROOT = 2, 5
_MARKS = 0xFFFFFFFA  # from here on a sector number is the end of a chain or the like
_SIZE_BITS = 0xFFFFFFFF  # older programs leave rubbish above


def joined(content: bytes, spans: Spans) -> bytearray:
    """The bytes of a stream."""
    return bytearray().join(content[first:end] for first, end in spans)


def overwritten(content: bytes, spans: Spans, stream: bytes | bytearray) -> bytes:
    """The file with other bytes, as many, in a stream's place."""
    changed, taken = bytearray(content), 0
    for first, end in spans:
        changed[first:end] = stream[taken : taken + end - first]
        taken += end - first
    return bytes(changed)


def streams(content: bytes) -> dict[str, Spans]:
    """Where each stream lies, by name. Raises UnreadableWorkbook if the file's own tables are damaged."""
    try:
        return dict(_Container(content).streams())
    except (struct.error, IndexError, ValueError) as error:
        raise UnreadableWorkbook("damaged") from error


class _Container:
    """The sectors of a compound file and the chains that they form."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        sector_bits, mini_bits = struct.unpack_from("<HH", content, 30)
        self.sector, self.mini_sector = 1 << sector_bits, 1 << mini_bits
        self.mini_cutoff, first_mini_table = struct.unpack_from("<II", content, 56)
        self.table = self._numbers(self._table_sectors())
        self.mini_table = self._numbers(self._chain(first_mini_table, self.table))

    def streams(self) -> Iterator[tuple[str, Spans]]:
        directory = b"".join(
            self.content[slice(*self._span(sector))]
            for sector in self._chain(struct.unpack_from("<I", self.content, 48)[0], self.table)
        )
        entries = list(_ENTRY.iter_unpack(directory))
        roots = [list(self._chain(start, self.table)) for _, _, kind, start, _ in entries if kind == _ROOT]
        for name, length, kind, start, size in entries:
            if kind == _STREAM:
                title = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
                yield title, self._spans(start, size & _SIZE_BITS, roots[0])

    def _spans(self, start: int, size: int, root: list[int]) -> Spans:
        if size >= self.mini_cutoff:
            spans = [self._span(sector) for sector in self._chain(start, self.table)]
        else:
            spans = [self._mini_span(sector, root) for sector in self._chain(start, self.mini_table)]
        return _cut(spans, size)

    def _span(self, sector: int) -> tuple[int, int]:
        first = (sector + 1) * self.sector
        if first >= len(self.content):
            raise ValueError("the file ends before its sectors do")
        return first, first + self.sector

    def _mini_span(self, sector: int, root: list[int]) -> tuple[int, int]:
        place, offset = divmod(sector * self.mini_sector, self.sector)
        first = self._span(root[place])[0] + offset
        return first, first + self.mini_sector

    def _chain(self, start: int, table: list[int]) -> Iterator[int]:
        for _ in range(len(table)):
            if start >= _MARKS:
                return
            yield start
            start = table[start]
        if start < _MARKS:
            raise ValueError("a chain of sectors runs in a circle")

    def _table_sectors(self) -> Iterator[int]:
        """The sectors of the table itself: 109 in the header, more in a chain of their own."""
        yield from struct.unpack_from("<109I", self.content, 76)
        following, count = struct.unpack_from("<II", self.content, 68)
        for _ in range(min(count, len(self.content) // self.sector)):
            *sectors, following = self._numbers([following])
            yield from sectors

    def _numbers(self, sectors: Iterable[int]) -> list[int]:
        spans = [self._span(sector) for sector in sectors if sector < _MARKS]
        return [
            number for first, _ in spans for number in struct.unpack_from(f"<{self.sector // 4}I", self.content, first)
        ]


def _cut(spans: Spans, size: int) -> Spans:
    """The spans shortened to the stream's size."""
    kept: Spans = []
    for first, end in spans:
        if size <= 0:
            break
        kept.append((first, min(end, first + size)))
        size -= end - first
    if size > 0:
        raise ValueError("a stream is longer than its sectors")
    return kept
