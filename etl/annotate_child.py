"""The child process that marks a workbook with openpyxl: ``python -m etl.annotate_child``, by pipes.

In: the length of a JSON order, the order, the workbook. Out: the marked workbook. It has the limits of the child
that reads workbooks, because openpyxl is as easy to exhaust.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

FRAME = struct.Struct(">Q")
FILLS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
_COMMENT_SIZE = {"width": 360, "height": 140}


def mark(content: bytes, *, kind: str, author: str, marks: Sequence[Mapping[str, Any]]) -> bytes:
    """The workbook with each of ``marks`` (sheet, cell, severity, comment) made; macros are kept, never run."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(content), keep_vba=kind == "xlsm", rich_text=True)
    for one in marks:
        sheet = workbook.worksheets[one["sheet"]]
        _mark_cell(_first_of_merged(sheet, one["cell"]), one, author)
    marked = io.BytesIO()
    workbook.save(marked)
    return marked.getvalue()


def _mark_cell(cell: Any, one: Mapping[str, Any], author: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.fill = PatternFill("solid", fgColor=FILLS[one["severity"]])
    cell.comment = Comment(before + one["comment"], author, **_COMMENT_SIZE)


def _first_of_merged(sheet: Any, name: str) -> Any:
    """The cell that shows for ``name``: of merged cells only the first holds anything."""
    area = next((area for area in sheet.merged_cells.ranges if name in area), None)
    return sheet.cell(area.min_row, area.min_col) if area else sheet[name]


def _serve() -> None:
    from etl.formats import self_limits

    self_limits.limit()
    self_limits.allow_time()
    warnings.simplefilter("ignore")
    order = json.loads(sys.stdin.buffer.read(*FRAME.unpack(sys.stdin.buffer.read(FRAME.size))))
    sys.stdout.buffer.write(mark(sys.stdin.buffer.read(), **order))


if __name__ == "__main__":
    _serve()
