"""One door for every return: a spreadsheet in, observations and all its problems out; the bundled tables too."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pandas as pd

from etl import observations, sources, workbooks
from etl.checks import check
from etl.figure_frame import figure_frame
from etl.findings import Findings
from etl.indicator_names import IndicatorNames
from etl.observation_rows import observation_rows
from etl.problems import ERROR, Note, Problem, in_order
from etl.province_names import ProvinceNames
from etl.reference import Reference
from etl.table_reading import Hints, Names, ReadTable, read_tables
from etl.visible import visible_sheets
from etl.workbooks import UnreadableWorkbook, Workbook, WorkbookTooLarge


@dataclass(frozen=True, eq=False)
class Return:
    """What was read from one file.

    `rows`: the frame of etl.observations (value 0..1, NaN missing; rank_published Int64); `problems`: errors
    first; `notes`: what was left out or converted; `sha256` of the bytes; `readable`: it is a workbook at all.
    """

    file: str
    sha256: str
    readable: bool
    tables: list[ReadTable] = field(default_factory=list)
    rows: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=observations.COLUMNS))
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def publishable(self) -> bool:
        """Whether it has figures and no error."""
        return len(self.rows) > 0 and not any(problem.severity == ERROR for problem in self.problems)


def read_return(
    source: Path | bytes,
    *,
    reference: Reference,
    name: str | None = None,
    framework: str | None = None,
    period: int | None = None,
    universe: int | None = None,
    previous: pd.DataFrame | None = None,
) -> Return:
    """Read one file, whatever it is; never raises for bad content.

    `framework`, `period`, `universe`: what the user says; otherwise they are recognised.  `previous`:
    observations to compare the figures with (rows as of etl.observations), for the rule `jump`.
    """
    opened = workbooks.read_many([source], names=[name])[0]
    shown = name or (source.name if isinstance(source, Path) else "")
    hints = Hints(framework, period, universe)
    return _read(opened, source, shown, reference, hints, previous)


def read_returns(sources: Sequence[Path], *, reference: Reference) -> list[Return]:
    """Read several files in one go, in their order."""
    opened = workbooks.read_many(sources)
    return [
        _read(workbook, source, source.name, reference, Hints(), None)
        for workbook, source in zip(opened, sources, strict=True)
    ]


def _read(
    opened: Workbook | UnreadableWorkbook,
    source: Path | bytes,
    name: str,
    reference: Reference,
    hints: Hints,
    previous: pd.DataFrame | None,
) -> Return:
    if isinstance(opened, UnreadableWorkbook):
        return _refused(opened, source, name)
    findings = Findings()
    names = _names(reference)
    sheets = visible_sheets(opened.sheets, file_format=opened.format, findings=findings)
    named = {key: source for sheet in sheets if sources.is_source_sheet(sheet) for key, source in sources.read_sources(sheet).items()}
    data = [sheet for sheet in sheets if not sources.is_source_sheet(sheet)]
    tables = read_tables(data, file=name, names=names, hints=hints, findings=findings)
    if not tables.tables:
        findings.problems.append(Problem("no-table", "no_units"))
    frame = figure_frame(tables.batches, tables.tables)
    check(frame, tables=tables.tables, reference=reference, findings=findings, previous=previous)
    rows = observation_rows(frame, workbook=name, sources=named)
    return Return(name, opened.sha256, True, tables.read, rows, in_order(findings.problems), findings.notes)


def _refused(error: UnreadableWorkbook, source: Path | bytes, name: str) -> Return:
    rule = "too-large" if isinstance(error, WorkbookTooLarge) else "unreadable-file"
    content = source if isinstance(source, bytes) else source.read_bytes()
    problem = Problem(rule, error.reason, found=name, fields=error.details)
    return Return(name, hashlib.sha256(content).hexdigest(), False, problems=[problem])


@lru_cache(maxsize=4)
def _names(reference: Reference) -> Names:
    return Names(reference, ProvinceNames(reference), IndicatorNames(reference))
