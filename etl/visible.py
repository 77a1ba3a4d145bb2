"""What of a workbook a reader sees: hidden sheets and columns are left out, and said so."""

from collections.abc import Iterable
from dataclasses import replace

from etl.findings import Findings
from etl.problems import Note
from etl.workbooks import Sheet

_TEXT_FORMATS = frozenset({"csv", "html"})


def visible_sheets(sheets: Iterable[Sheet], *, file_format: str, findings: Findings) -> list[Sheet]:
    """The sheets that are shown, hidden columns emptied; a note for each that is left out or not checked."""
    shown = []
    for sheet in sheets:
        if sheet.hidden:
            findings.notes.append(Note("hidden_sheet", sheet.name))
            continue
        shown.append(_without_hidden_columns(sheet, findings))
        if sheet.hidden_columns is None and file_format not in _TEXT_FORMATS:
            findings.notes.append(Note("hidden_columns_not_checked", sheet.name))
    return shown


def _without_hidden_columns(sheet: Sheet, findings: Findings) -> Sheet:
    hidden = sheet.hidden_columns or frozenset()
    filled = sorted(column for column in hidden if any(cells[column] is not None for cells in sheet.cells))
    if not filled:
        return sheet
    letters = ", ".join(sheet.address(0, column).rstrip("0123456789") for column in filled)
    findings.notes.append(Note("hidden_columns", sheet.name, fields={"columns": letters}))
    cells = [[None if at in hidden else cell for at, cell in enumerate(row)] for row in sheet.cells]
    return replace(sheet, cells=cells)
