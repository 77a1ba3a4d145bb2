"""Records of .xls beyond what calamine tells; the whole files are in test_recorded_files."""

import struct
from pathlib import Path

import pytest

from etl.formats import compound, xls
from etl.formats.errors import UnreadableWorkbook

FILES = Path(__file__).parent / "files"
TABLE = (FILES / "table.xls").read_bytes()


def changed(record: int, into: int) -> bytes:
    """The table with the first record of a kind turned into one of another kind."""
    spans = compound.streams(TABLE)["Workbook"]
    stream = compound.joined(TABLE, spans)
    here = 0
    while struct.unpack_from("<H", stream, here)[0] != record:
        here += 4 + struct.unpack_from("<H", stream, here + 2)[0]
    struct.pack_into("<H", stream, here, into)
    return compound.overwritten(TABLE, spans, stream)


def test_a_password_is_told() -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        xls.read(changed(0x0042, 0x002F))  # the code page's record becomes the password's
    assert refusal.value.reason == "encrypted"


def test_streams_are_rewritten_in_place() -> None:
    spans = compound.streams(TABLE)["Workbook"]
    stream = compound.joined(TABLE, spans)
    assert compound.overwritten(TABLE, spans, stream) == TABLE
    assert compound.joined(compound.overwritten(TABLE, spans, b"\1" * len(stream)), spans) == b"\1" * len(stream)


@pytest.mark.parametrize("size", [8, 600, 2_000, len(TABLE) - 600])
def test_a_file_cut_short(size: int) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        compound.streams(TABLE[:size])
    assert refusal.value.reason == "damaged"


def test_sectors_in_a_circle() -> None:
    first_directory_sector = struct.unpack_from("<I", TABLE, 48)[0]
    table_sector = struct.unpack_from("<I", TABLE, 76)[0]
    circle = bytearray(TABLE)
    struct.pack_into("<I", circle, (table_sector + 1) * 512 + 4 * first_directory_sector, first_directory_sector)
    with pytest.raises(UnreadableWorkbook) as refusal:
        compound.streams(bytes(circle))
    assert refusal.value.reason == "damaged"
