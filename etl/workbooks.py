"""Open any spreadsheet safely into grids of cells. The parsing happens in a limited child process, never here."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from etl import workbook_limits as limits
from etl.workbook_errors import UnreadableWorkbook, WorkbookTooLarge
from etl.workbook_process import answers

__all__ = ["Cell", "Sheet", "UnreadableWorkbook", "Workbook", "WorkbookTooLarge", "cell_name", "read", "read_many"]

Cell = str | int | float | bool | datetime | None


@dataclass(frozen=True)
class Sheet:
    """One sheet as a dense grid; every position (row, column) in it is zero-based in `cells`.

    cells: None = empty. Whole numbers are int, dates datetime, times and durations text ("03:04:00"), errors text
        ("#N/A"). All cells of text formats (CSV, HTML) are text, unchanged.
    merged: (first row, first column, last row, last column), within the grid.
    hidden: the sheet is not shown. hidden_columns: None = the format does not tell.
    formulas_without_value: cells that hold a formula whose result was never stored (None in `cells`).
    rows, columns: None, as a rule: the grid begins at A1. In a sheet whose cells stand so far apart that empty rows
        and columns were left out, the zero-based row and column on the sheet of each row and column of the grid.
    """

    name: str
    cells: list[list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_columns: frozenset[int] | None = None
    formulas_without_value: frozenset[tuple[int, int]] = frozenset()
    rows: tuple[int, ...] | None = None
    columns: tuple[int, ...] | None = None

    def address(self, row: int, column: int) -> str:
        """The name on the sheet, "B7", of the cell at this position of the grid."""
        return cell_name(self.rows[row] if self.rows else row, self.columns[column] if self.columns else column)


@dataclass(frozen=True)
class Workbook:
    """A file's sheets in its own order, charts left out.

    sha256: of the bytes that were read. format: xlsx, xlsm, xlsb, xls, ods, csv, html, by content.
    notes: `encoding` and `delimiter` of text formats.
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
    replies = answers(contents)
    shown = names or [None] * len(sources)
    return [
        reply if isinstance(reply, UnreadableWorkbook) else _workbook(reply, content, name or _file_name(source))
        for source, content, name, reply in zip(sources, contents, shown, replies, strict=True)
    ]


def cell_name(row: int, column: int) -> str:
    """The spreadsheet name of a zero-based position: (6, 1) -> "B7"."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


_FROZEN: dict[str, Callable[[Any], Any]] = {
    "hidden": bool,
    "merged": lambda ranges: tuple(tuple(corners) for corners in ranges),
    "hidden_columns": frozenset,
    "formulas_without_value": lambda cells: frozenset(tuple(cell) for cell in cells),
    "rows": tuple,
    "columns": tuple,
}


def _content(source: Path | bytes) -> bytes:
    """The bytes of a file; no more than one byte beyond the limit, which is enough to refuse it."""
    if isinstance(source, bytes):
        return source
    with source.open("rb") as file:
        return file.read(limits.FILE_BYTES + 1)


def _file_name(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else ""


def _workbook(reply: dict[str, Any], content: bytes, name: str) -> Workbook:
    return Workbook(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=reply["format"],
        sheets=tuple(_sheet(**sheet) for sheet in reply["sheets"]),
        notes=reply["notes"],
    )


def _sheet(*, name: str, cells: list[list[Cell]], **about: Any) -> Sheet:
    """A sheet from what the child sends: lists where ours has tuples and sets, nothing where ours has a default."""
    return Sheet(name, cells, **{key: _FROZEN[key](value) for key, value in about.items()})
