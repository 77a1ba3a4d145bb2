"""Damaged files: each is read or refused, quickly, and the next one is read all the same. More with `make soak`."""

import functools
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.workbooks import UnreadableWorkbook, Workbook, read_many
from tests.etl.zipped import parts_of, zipped

SEED = 20_240_726
FILES = 2_000 if os.environ.get("SOAK") else 200
BATCH = 50
HANGING = 60  # seconds for a batch: no hang, on the busiest machine

_TEXT = "Tỉnh;Giá trị;Hạng\nThừa Thiên Huế;0,6975;4\nĐà Nẵng;0,8373;1\n" * 20
_PAGE = "<table><tr><td rowspan=2>Tỉnh<td>DTI</tr><tr><td>0,5</td></tr></table>" * 5
_FILES = sorted((Path(__file__).parent / "formats" / "files").iterdir())
SOUND = [path.read_bytes() for path in _FILES if path.suffix not in (".md", ".csv")]
SOUND += [_TEXT.encode(), _TEXT.encode("utf-16"), _PAGE.encode()]

Damage = Callable[[random.Random, bytearray, int, int], None]


def change_a_byte(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    file[start] = chance.randrange(256)


def leave_out(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    del file[start:end]


def repeat(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    file[start:start] = file[start:end]


def overwrite_with_noise(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    file[start:end] = chance.randbytes(end - start)


def overwrite_with_one_byte(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    file[start:end] = chance.choice([b"\0", b"\xff", b"9", b'"', b"<"]) * (end - start)


def cut_off(chance: random.Random, file: bytearray, start: int, end: int) -> None:
    del file[start:]


DAMAGES: list[Damage] = [
    change_a_byte,
    leave_out,
    repeat,
    overwrite_with_noise,
    overwrite_with_one_byte,
    cut_off,
]


def damaged(chance: random.Random, content: bytes) -> bytes:
    """The file with one to twenty injuries."""
    file = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        start = chance.randrange(len(file) + 1)
        end = min(len(file), start + chance.choice([1, 4, 50, 1_000]))
        if start < end:
            chance.choice(DAMAGES)(chance, file, start, end)
    return bytes(file)


def damaged_within(chance: random.Random, content: bytes) -> bytes:
    """A sound archive, one part of which is damaged: the injury reaches the parser."""
    if not content.startswith(b"PK"):
        return damaged(chance, content)
    parts = parts_of(content)
    name = chance.choice(sorted(parts))
    return zipped(parts | {name: damaged(chance, parts[name])})


@functools.cache
def files() -> list[bytes]:
    chance = random.Random(SEED)
    return [chance.choice([damaged, damaged_within])(chance, chance.choice(SOUND)) for _ in range(FILES)]


@pytest.mark.parametrize("batch", range(FILES // BATCH))
def test_damaged_files_are_read_or_refused(batch: int) -> None:
    begun = time.monotonic()
    found = read_many(files()[batch * BATCH : (batch + 1) * BATCH])
    assert time.monotonic() - begun < HANGING
    assert len(found) == BATCH
    assert all(isinstance(answer, Workbook | UnreadableWorkbook) for answer in found)


def test_the_damage_leaves_some_readable_and_some_not() -> None:
    """So that the test above tries both the parsers and the refusals."""
    found = read_many(files()[:BATCH])
    assert {type(answer) for answer in found} >= {Workbook, UnreadableWorkbook}
    reasons = {answer.reason for answer in found if isinstance(answer, UnreadableWorkbook)}
    assert "damaged" in reasons
