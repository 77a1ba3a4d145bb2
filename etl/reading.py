"""One door for every return: a spreadsheet in, observations and all its problems out; the bundled tables too."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pandas as pd

from etl import observations, workbooks
from etl.checks import check
from etl.duplicates import merged
from etl.figure_frame import figure_frame
from etl.forms import read_forms, split_forms
from etl.indicator_names import IndicatorNames
from etl.job import Hints, Job, Names, ReadTable
from etl.legacy_sheets import in_unicode
from etl.observation_rows import observation_rows
from etl.pillars import with_activities_told_apart
from etl.problems import ERROR, Note, Problem, in_order
from etl.progress import Progress, quiet
from etl.province_names import ProvinceNames
from etl.reference import Reference
from etl.sources import Source, is_source_sheet, read_sources
from etl.table_reading import TablesRead, read_tables, tell_no_table
from etl.visible import visible_sheets
from etl.workbooks import UnreadableWorkbook, Workbook, WorkbookTooLarge

NO_HINTS = Hints()
STEPS = 3
"""Opening the file, finding what its tables say, checking it."""


@dataclass(frozen=True, eq=False)
class Return:
    """What was read from one file.

    `rows`: the frame of etl.observations (value 0..1, NaN missing; rank_published Int64); `problems`: errors
    first; `notes`: what was left out or converted; `sha256` of the bytes; `readable`: it is a workbook at all.
    `edition`: tables of data/framework, as text by file name, that a form with criteria of its own proposes.
    """

    file: str
    sha256: str
    readable: bool
    tables: list[ReadTable] = field(default_factory=list)
    rows: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=observations.COLUMNS))
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    edition: dict[str, pd.DataFrame] = field(default_factory=dict)

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
    province: str | None = None,
    previous: pd.DataFrame | None = None,
    progress: Progress = quiet,
) -> Return:
    """Read one file, whatever it is; never raises for bad content.

    `framework`, `period`, `universe`, `province`: what the user says (see Hints); otherwise they are recognised.
    `previous`: observations to compare the figures with (rows as of etl.observations), for the rule `jump`.
    """
    progress("open", 0, STEPS)
    opened = workbooks.read_many([source], names=[name])[0]
    if isinstance(opened, UnreadableWorkbook):
        return _refused(opened, source, name)
    hints = Hints(framework, period, universe, province)
    return read_opened(opened, reference=reference, hints=hints, previous=previous, progress=progress)


def read_returns(files: Sequence[Path], *, reference: Reference) -> list[Return]:
    """Read several files in one go, in their order."""
    return [
        _refused(opened, file, file.name)
        if isinstance(opened, UnreadableWorkbook)
        else read_opened(opened, reference=reference)
        for opened, file in zip(workbooks.read_many(files), files, strict=True)
    ]


def read_opened(
    workbook: Workbook,
    *,
    reference: Reference,
    hints: Hints = NO_HINTS,
    previous: pd.DataFrame | None = None,
    progress: Progress = quiet,
) -> Return:
    """Read a workbook that is open already; otherwise as `read_return`."""
    progress("tables", 1, STEPS)
    job = Job(workbook.name, _names(reference), hints)
    shown = visible_sheets(workbook.sheets, file_format=workbook.format, findings=job.findings)
    sheets = [in_unicode(sheet, job.names.provinces) for sheet in shown]
    sources = {cell: said for sheet in sheets for cell, said in read_sources(sheet).items()}
    forms, others = split_forms([sheet for sheet in sheets if not is_source_sheet(sheet)], job.names.provinces.is_unit)
    of_forms = read_forms(forms, job, others=others)
    of_tables = read_tables(others, job)
    if not (of_tables.tables or forms):
        tell_no_table(others, job)
    progress("check", 2, STEPS)
    rows = _rows(of_tables, job, sources, previous)
    return Return(
        file=workbook.name,
        sha256=workbook.sha256,
        readable=True,
        tables=[*of_forms.read, *of_tables.read],
        rows=pd.concat([*of_forms.rows, rows], ignore_index=True) if of_forms.rows else rows,
        problems=in_order(job.findings.problems),
        notes=job.findings.notes,
        edition=of_forms.edition,
    )


def _rows(
    read: TablesRead, job: Job, sources: Mapping[tuple[str, str], Source], previous: pd.DataFrame | None
) -> pd.DataFrame:
    """The observations of the tables, after every check on them."""
    batches = with_activities_told_apart(read.batches, read.tables, job.names.indicators, job.findings)
    frame = merged(figure_frame(batches, read.tables), batches, read.tables, job.findings)
    check(frame, tables=read.tables, reference=job.names.reference, findings=job.findings, previous=previous)
    return observation_rows(frame, workbook=job.file, sources=sources)


def _refused(error: UnreadableWorkbook, source: Path | bytes, name: str | None) -> Return:
    shown = name or (source.name if isinstance(source, Path) else "")
    rule = "too-large" if isinstance(error, WorkbookTooLarge) else "unreadable-file"
    content = source if isinstance(source, bytes) else source.read_bytes()
    problem = Problem(rule, error.reason, found=shown, fields=error.details)
    return Return(shown, hashlib.sha256(content).hexdigest(), False, problems=[problem])


@lru_cache(maxsize=4)
def _names(reference: Reference) -> Names:
    return Names(reference, ProvinceNames(reference), IndicatorNames(reference))
