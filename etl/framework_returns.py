"""A framework that comes back as a workbook: read, checked by the rules of data/framework, ready to publish."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from etl import observations, reference
from etl.framework_workbooks import FRAMEWORK_COLUMN, LENS_COLUMNS
from etl.problems import ERROR, Note, Problem
from etl.reference import Reference, ReferenceFaults
from etl.reference_checks import ReferenceFault
from etl.reference_frameworks import EDITION_COLUMNS, TREE_COLUMNS
from etl.table_reading import ReadTable
from etl.text import Texts
from etl.vietnamese import nfc
from etl.workbooks import Cell, Sheet, Workbook

HEADER_WITHIN = 10
FIRST_LINE = 2  # of a table's rows, as faults count lines
EDITIONS, MEMBERS = "frameworks.csv", "lens_members.csv"
RULE = "framework-unclear"
_ID = re.compile(r"[A-Z][A-Z0-9.-]{1,39}")
_CODES = ("code", "parent", "indicator")


@dataclass(frozen=True)
class FrameworkProblem(Problem):
    """A fault of a framework; ``variant`` is its kind, its sentences are those of data/framework itself."""

    def _filled(self, part: str, texts: Texts) -> str:
        columns = (_called(column, texts) for column in str(self.fields.get("column", "")).split(", "))
        fields = {**self.fields, "column": ", ".join(columns)}
        return texts(f"reference.{self.variant}.{part}", found=self.found, **fields)


def _called(column: str, texts: Texts) -> str:
    """What the header over a column says, “Mã chỉ số” over ``code``."""
    key = f"templates.framework.column.{column}"
    return f"“{texts(key)}”" if key in texts else column


@dataclass(frozen=True)
class FrameworkReturn:
    """What a framework workbook holds, told as a return of figures is (``etl.reading.Return``).

    ``edition``: tables of data/framework as text, by file name; ``rows``: no observation.
    """

    file: str
    sha256: str
    framework: str
    edition: Mapping[str, pd.DataFrame]
    tables: list[ReadTable]
    problems: list[Problem]
    notes: list[Note] = field(default_factory=list)
    rows: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=observations.COLUMNS))
    readable: bool = True

    @property
    def publishable(self) -> bool:
        """No error stands in the way."""
        return all(problem.severity != ERROR for problem in self.problems)


@dataclass(frozen=True)
class _Part:
    """A table of the workbook: ``rows`` as text, and where each of its cells stands, by row and column name."""

    sheet: str
    rows: pd.DataFrame
    cells: Mapping[tuple[int, str], tuple[str, Cell]]


def read(
    workbook: Workbook, *, known: Reference, published: Sequence[Mapping[str, pd.DataFrame]] = ()
) -> FrameworkReturn | None:
    """The framework in a workbook made by ``framework_workbooks``; None when it is some other workbook.

    ``known``: the reference as it stands; ``published``: the editions that it holds beyond data/framework
    (``returns.editions``). The edition must fit beside the others.
    """
    edition = next(filter(None, map(_description, workbook.sheets)), None)
    tree = next(filter(None, (_table(sheet, TREE_COLUMNS) for sheet in workbook.sheets)), None)
    members = next(filter(None, (_table(sheet, LENS_COLUMNS) for sheet in workbook.sheets)), None)
    if edition is None or tree is None or not tree.cells:
        return None
    framework = str(edition.rows[FRAMEWORK_COLUMN].iloc[0])
    parts = {EDITIONS: edition, f"{framework}.csv": tree} | ({MEMBERS: members} if members else {})
    tables = {file: part.rows for file, part in parts.items()}
    if members:  # also without a row: then no lens maps the framework any more
        tables[MEMBERS] = members.rows.assign(**{FRAMEWORK_COLUMN: framework})
    problems = [*_unsafe_id(framework, edition), *(p for part in parts.values() for p in _not_text(part))]
    if not problems:
        faults = _own(_faults([*published, tables]), tables, f"{framework}.csv")
        problems = [_problem(fault, parts, _rows_before(fault.file, framework, known)) for fault in faults]
    read_tables = [_told(part, framework) for part in parts.values() if part.cells]
    return FrameworkReturn(workbook.name, workbook.sha256, framework, tables, read_tables, problems)


def _told(part: _Part, framework: str) -> ReadTable:
    addresses = [address for address, _ in part.cells.values()]
    area = f"{addresses[0]}:{addresses[-1]}"
    return ReadTable(part.sheet, area, framework, period=None, universe=None, n_rows=len(part.rows))


def _description(sheet: Sheet) -> _Part | None:
    """The sheet that describes the edition: a property a row, its name first and its value third."""
    keys = {str(cells[0]): row for row, cells in enumerate(sheet.cells) if cells and cells[0] in EDITION_COLUMNS}
    if not {FRAMEWORK_COLUMN, "family", "root"} <= set(keys):
        return None
    cells = {(0, key): _at(sheet, row, 2) for key, row in keys.items()}
    return _part(sheet, cells)


def _table(sheet: Sheet, columns: Sequence[str]) -> _Part | None:
    """The rows under the names of ``columns``, which stand in one of the first rows; None without these names."""
    for header, cells in enumerate(sheet.cells[:HEADER_WITHIN]):
        positions = {str(cell): column for column, cell in enumerate(cells) if cell in columns}
        if set(columns[:3]) <= set(positions):
            filled = [row for row in range(header + 1, len(sheet.cells)) if any(sheet.cells[row])]
            at = ((number, name) for number in range(len(filled)) for name in positions)
            return _part(sheet, {(n, name): _at(sheet, filled[n], positions[name]) for n, name in at})
    return None


def _at(sheet: Sheet, row: int, column: int) -> tuple[str, Cell]:
    cells = sheet.cells[row]
    return sheet.address(row, column), cells[column] if column < len(cells) else None


def _part(sheet: Sheet, cells: Mapping[tuple[int, str], tuple[str, Cell]]) -> _Part:
    names = list(dict.fromkeys(name for _, name in cells))
    n_rows = max((row for row, _ in cells), default=-1) + 1
    rows = [{name: _as_text(cells[number, name][1]) for name in names} for number in range(n_rows)]
    return _Part(sheet.name, pd.DataFrame(rows, columns=names, dtype=str), cells)


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else nfc(str(cell)).strip()


def _unsafe_id(framework: str, edition: _Part) -> list[Problem]:
    """An id becomes the name of a table, so it has a form."""
    if _ID.fullmatch(framework):
        return []
    address, _ = edition.cells[0, FRAMEWORK_COLUMN]
    return [FrameworkProblem(RULE, "id", edition.sheet, address, framework)]


def _not_text(part: _Part) -> list[Problem]:
    """Codes that Excel took for numbers or dates: of 4.10 and 4.1 it keeps one."""
    return [
        FrameworkProblem(RULE, "code-not-text", part.sheet, address, _as_text(cell))
        for (_, name), (address, cell) in part.cells.items()
        if name in _CODES and isinstance(cell, float | datetime)
    ]


def _faults(published: Sequence[Mapping[str, pd.DataFrame]]) -> Sequence[ReferenceFault]:
    try:
        reference.load(published=published)
    except ReferenceFaults as error:
        return error.faults
    return []


def _own(faults: Sequence[ReferenceFault], tables: Mapping[str, pd.DataFrame], tree: str) -> Sequence[ReferenceFault]:
    """The faults of the workbook itself: while its tree is broken, other tables know none of its codes."""
    if all(fault.file != tree for fault in faults):
        return faults
    codes = set(tables[tree]["code"])
    own = [fault for fault in faults if fault.file in tables]
    return [fault for fault in own if fault.key != "unknown" or fault.found.rpartition(" / ")[2] not in codes]


def _rows_before(file: str, framework: str, known: Reference) -> int:
    """How many rows of other frameworks stand before ours in the table that was checked."""
    table = {EDITIONS: known.editions, MEMBERS: known.lenses.members}.get(file)
    return 0 if table is None else int((table[FRAMEWORK_COLUMN] != framework).sum())


def _problem(fault: ReferenceFault, parts: Mapping[str, _Part], before: int) -> Problem:
    """A fault at the cell of the workbook where it stands, if it stands in one."""
    part = parts.get(fault.file)
    sheet: str | None = part.sheet if part else None
    address: str | None = None
    if part and fault.line is not None:
        row = fault.line - FIRST_LINE - before
        columns = reversed(fault.column.split(", "))
        address = next((part.cells[row, name][0] for name in columns if (row, name) in part.cells), None)
    fields = {"file": fault.file, "column": fault.column}
    return FrameworkProblem(RULE, fault.key, sheet, address, fault.found, fields)
