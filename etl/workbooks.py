"""Open any spreadsheet safely into grids of cells. The parsing happens in a limited child process."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl.formats import limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.messages import Answer
from etl.formats.sheet import Cell, Sheet, cell_name, column_letters
from etl.workbook_process import answers

__all__ = [
    "Cell",
    "Sheet",
    "UnreadableWorkbook",
    "Workbook",
    "WorkbookTooLarge",
    "cell_name",
    "column_letters",
    "read",
    "read_many",
]


@dataclass(frozen=True)
class Workbook:
    """A file's sheets in its own order, charts left out.

    sha256: of the bytes that were read. format: by content: xlsx, xlsm, xlsb, xls, ods, fods (flat), xml (of
    Excel 2003), html, or csv for any text table. notes: `encoding` of csv and html, `delimiter` of csv.
    """

    name: str
    sha256: str
    format: str
    sheets: tuple[Sheet, ...]
    notes: Mapping[str, str] = field(default_factory=dict)


def read(source: Path | bytes, *, name: str | None = None) -> Workbook:
    """Read one file. Raises UnreadableWorkbook or WorkbookTooLarge; OSError if the path cannot be opened."""
    workbook = read_many([source], names=[name])[0]
    if isinstance(workbook, UnreadableWorkbook):
        raise workbook
    return workbook


def read_many(
    sources: Sequence[Path | bytes], *, names: Sequence[str | None] | None = None
) -> list[Workbook | UnreadableWorkbook]:
    """Read files in one child process; a file that cannot be read leaves its error in its place.

    A child that a file brings down is replaced for the files after it.
    """
    contents = [_content(source) for source in sources]
    shown = names or [None] * len(sources)
    return [
        _workbook(answer, content, name or _file_name(source))
        for source, content, name, answer in zip(sources, contents, shown, answers(contents), strict=True)
    ]


def _content(source: Path | bytes) -> bytes:
    """The bytes of a file; no more than one byte beyond the limit, which is enough to refuse it."""
    if isinstance(source, bytes):
        return source
    with source.open("rb") as file:
        return file.read(limits.FILE_BYTES + 1)


def _file_name(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else ""


def _workbook(answer: Answer, content: bytes, name: str) -> Workbook | UnreadableWorkbook:
    if isinstance(answer, UnreadableWorkbook):
        return answer
    sha256 = hashlib.sha256(content).hexdigest()
    return Workbook(name, sha256, answer.format, tuple(answer.contents.sheets), answer.contents.notes)
