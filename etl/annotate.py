"""The workbook that somebody sent, back with its bad cells coloured and a comment in each."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from etl import workbooks
from etl.annotate_child import FILLS, FRAME
from etl.formats import limits
from etl.problems import Problem
from etl.text import Texts
from etl.workbooks import Cell, Sheet, Workbook

_ROOT = Path(__file__).resolve().parent.parent
_EDITABLE = {"xlsx", "xlsm"}
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_LONGEST_NAME = 31


@dataclass(frozen=True)
class Mark:
    """What one cell of a sheet gets: the colour of its worst problem and the sentences of all of them.

    ``sheet`` counts from 0; ``cell`` is its name ("B7").
    """

    sheet: int
    cell: str
    severity: str
    comment: str


def annotate(
    content: bytes, problems: Iterable[Problem], *, name: str, texts: Texts, keep_macros: bool = True
) -> tuple[bytes, str]:
    """The marked workbook, and the extension that it needs.

    A workbook that openpyxl can write comes back as its author laid it out (.xlsx; .xlsm with its macros), any
    other as an .xlsx copy of its cells. Raises UnreadableWorkbook when there is nothing to mark.
    """
    workbook = workbooks.read(content, name=name)
    marks = _marks(workbook, problems, texts)
    kind = workbook.format if keep_macros else "xlsx"
    if workbook.format in _EDITABLE and (marked := _in_child(content, kind, marks, texts)):
        return marked, f".{kind}"
    return _copy(workbook, marks), ".xlsx"


def _marks(workbook: Workbook, problems: Iterable[Problem], texts: Texts) -> list[Mark]:
    """One mark a cell; what concerns a whole sheet or the whole file is told at its first cell."""
    numbers = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}
    marks: dict[tuple[int, str], Mark] = {}
    for problem in problems:
        place = (numbers.get(problem.sheet or "", 0), problem.cell or "A1")
        said = f"{problem.message(texts)}\n→ {problem.fix(texts)}"
        before = marks.get(place)
        marks[place] = Mark(
            *place,
            before.severity if before else problem.severity,  # problems come with the worst first
            f"{before.comment}\n\n{said}" if before else said,
        )
    return list(marks.values())


def _in_child(content: bytes, kind: str, marks: list[Mark], texts: Texts) -> bytes | None:
    """The author's workbook, edited by a child process of limited means; None when it cannot."""
    order = {"kind": kind, "author": texts("templates.annotate.author"), "marks": [asdict(mark) for mark in marks]}
    about = json.dumps(order).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "etl.annotate_child"],
            cwd=_ROOT,
            input=FRAME.pack(len(about)) + about + content,
            capture_output=True,
            timeout=limits.CHILD_WALL_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout or None


def _copy(workbook: Workbook, marks: list[Mark]) -> bytes:
    """The cells of a workbook as .xlsx, text as text."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        styles = {name: book.add_format({"bg_color": f"#{fill}"}) for name, fill in FILLS.items()}
        dated = book.add_format({"num_format": "dd/mm/yyyy"})
        names = _sheet_names(workbook)
        for number, sheet in enumerate(workbook.sheets):
            target = book.add_worksheet(names[number])
            here = {mark.cell: mark for mark in marks if mark.sheet == number}
            _copy_cells(target, sheet, {cell: styles[mark.severity] for cell, mark in here.items()}, dated)
            for cell, mark in here.items():
                target.write_comment(cell, mark.comment, {"x_scale": 2.5, "y_scale": 2})
    return buffer.getvalue()


def _copy_cells(target: Worksheet, sheet: Sheet, styles: Mapping[str, Format], dated: Format) -> None:
    for row, cells in enumerate(sheet.cells):
        for column, cell in enumerate(cells):
            name = sheet.address(row, column)
            _write(target, name, cell, styles.get(name), dated)


def _write(target: Worksheet, name: str, cell: Cell, style: Format | None, dated: Format) -> None:
    if cell is None:
        target.write_blank(name, None, style)
    elif isinstance(cell, str):
        target.write_string(name, cell, style)
    elif isinstance(cell, bool):
        target.write_boolean(name, cell, style)
    elif isinstance(cell, datetime):
        target.write_datetime(name, cell, style or dated)
    else:
        target.write_number(name, cell, style)


def _sheet_names(workbook: Workbook) -> list[str]:
    """Names that Excel takes, each once."""
    taken: list[str] = []
    for number, sheet in enumerate(workbook.sheets, start=1):
        name = sheet.name.translate(_FORBIDDEN_IN_NAMES).strip("'")[:_LONGEST_NAME] or f"Sheet{number}"
        used = {other.casefold() for other in taken}
        taken.append(f"{name[: _LONGEST_NAME - 4]}_{number}" if name.casefold() in used else name)
    return taken
