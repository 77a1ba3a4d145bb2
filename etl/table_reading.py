"""Reads every table of a workbook: what it is of, whose its columns are, and its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from etl import recognise, unit_columns
from etl.assessors import PUBLISHED
from etl.column_labels import FIGURES
from etl.harmonise import Batch, check_unnamed, read_indicator
from etl.indicator_names import IndicatorMatch
from etl.job import Job, ReadTable
from etl.problems import Problem
from etl.recognise import Clues, Edition
from etl.row_groups import RowGroup, row_groups
from etl.table_columns import Column, FigureColumns, columns_of, figure_columns, with_maxima
from etl.table_editions import TableEditions
from etl.table_header import Text
from etl.tables import Table, find_tables
from etl.units import UnitReader
from etl.workbooks import Sheet

T = TypeVar("T")
FEWEST_UNITS = 3
"""So many names of units below each other are meant as a table."""


@dataclass
class TablesRead:
    """The tables of a workbook; each batch says by number which of `tables` it is from."""

    tables: list[Table] = field(default_factory=list)
    read: list[ReadTable] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)


def read_tables(sheets: Sequence[Sheet], job: Job) -> TablesRead:
    """Every table of the sheets."""
    units = job.names.provinces
    found = [
        (sheet, find_tables(sheet, is_unit=units.is_unit, is_region=units.is_region, is_code=units.is_code))
        for sheet in sheets
    ]
    covers = [text for sheet, tables in found if not tables for text in _texts(sheet)]
    result = TablesRead()
    for sheet, tables in found:
        for table in tables:
            clues = job.clues(_titles(table), (sheet.name,), _titles(tables[0]), covers)
            _read_table(table, clues, job, result)
    return result


def tell_no_table(sheets: Sequence[Sheet], job: Job) -> None:
    """Why no table was found: nothing names a unit, or nothing above the names says what the columns are."""
    for sheet in sheets:
        for column, rows in unit_columns.anchors(sheet, job.names.provinces.is_unit).items():
            if len(rows) >= FEWEST_UNITS:
                job.findings.problem(sheet, rows[0], column, "no-table", "no_header")
                return
    job.findings.problems.append(Problem("no-table", "no_units"))


def _texts(sheet: Sheet) -> list[str]:
    return [stripped for _, _, text in sheet.texts if (stripped := text.strip())]


def _titles(table: Table) -> tuple[str, ...]:
    return tuple(title.text for title in table.titles)


def _read_table(table: Table, clues: Clues, job: Job, result: TablesRead) -> None:
    told = len(job.findings.problems)
    batches = TableReader(table, len(result.tables), clues, job).batches()
    if not batches and len(job.findings.problems) == told:
        job.findings.problem(table.sheet, table.head.row, table.head.column, "no-table", "no_figures")
    if any(batch.columns.assessor != PUBLISHED for batch in batches):
        job.findings.note(table.sheet, table.head.row, table.head.column, "by_assessor")
    result.tables.append(table)
    result.batches += batches
    editions = {batch.edition for batch in batches}
    result.read.append(
        ReadTable(
            sheet=table.sheet.name,
            range=table.range,
            framework=_sole(edition.framework for edition in editions),
            period=_sole(edition.period for edition in editions),
            universe=_sole(edition.universe for edition in editions),
            n_rows=sum(len(batch.rows) for batch in batches),
        )
    )


def _sole(values: Iterable[T]) -> T | None:
    """The only value there is, else None."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


@dataclass(frozen=True)
class TableReader:
    """Reads one table: the columns of each period, and the rows of each indicator, by the framework in force."""

    table: Table
    number: int
    clues: Clues
    job: Job

    def batches(self) -> list[Batch]:
        """The figures of the table, a batch for each indicator, period and framework in it."""
        if words := recognise.lookalike(self.clues):
            told = [title for title in self.table.titles if title.text == words]
            self._problem(told[0] if told else self.table.head, "lookalike-index", "other_index", index=words)
            return []
        for column in self.table.unlabelled:
            self._problem(Text("", self.table.header_rows[-1], column), "unknown-indicator", "no_header")
        return [batch for group in self._groups for batch in self._of_group(group)]

    @cached_property
    def _columns(self) -> list[Column]:
        return columns_of(self.table)

    @cached_property
    def _groups(self) -> list[RowGroup]:
        return row_groups(self.table, self._columns)

    @cached_property
    def _editions(self) -> TableEditions:
        return TableEditions(self.table, self.clues, self.job, self._groups)

    def _of_group(self, group: RowGroup) -> list[Batch]:
        by_period: dict[int | None, list[Column]] = {}
        for column in with_maxima(self._columns, self.table, group.rows):
            if column.kind in FIGURES:
                period = column.period or group.period or self._editions.period
                by_period.setdefault(period, []).append(column)
        return [batch for period, of in by_period.items() for batch in self._of_period(group, period, of)]

    def _of_period(self, group: RowGroup, period: int | None, columns: list[Column]) -> list[Batch]:
        edition = self._editions.find(group, period, columns)
        if edition is None:
            return []
        names, findings = self.job.names, self.job.findings
        units = UnitReader(self.table, names.provinces, edition.universe, findings).units(group.rows)
        known = [(figure, figure.match) for figure in self._figure_columns(group, edition, columns) if figure.match]
        if unnamed := sorted(set(group.rows) - set(units.rows)):
            for figure, _ in known:
                check_unnamed(self.table, unnamed, figure, findings)
        return [
            read_indicator(
                self.table,
                units,
                figure,
                number=self.number,
                edition=edition,
                match=match,
                title=names.indicators.title(edition.framework, match.code),
                findings=findings,
            )
            for figure, match in known
        ]

    def _figure_columns(self, group: RowGroup, edition: Edition, columns: list[Column]) -> list[FigureColumns]:
        unnamed = self._unnamed(group, edition, columns)
        if unnamed is None:
            return []
        figures = figure_columns(columns, self.job.names.indicators, edition.framework, unnamed=unnamed)
        for figure in figures:
            if figure.match is None:
                self._unknown(figure.label, figure.name, edition.framework)
        return figures

    def _unnamed(self, group: RowGroup, edition: Edition, columns: list[Column]) -> IndicatorMatch | None:
        """The indicator of columns without a name: that of the rows, of the title, else the index."""
        indicators, framework = self.job.names.indicators, edition.framework
        if group.indicator:
            match = indicators.find((group.indicator.text,), framework)
            if match is None:
                self._unknown(group.indicator, group.indicator.text, framework)
            return match
        root = IndicatorMatch(self.job.names.reference.frameworks[framework].root)
        if any(column.names for column in columns):
            return root
        words = (*_titles(self.table), self.table.sheet.name)
        return next((match for text in words if (match := indicators.named_in(text, framework))), root)

    def _unknown(self, at: Text, name: str, framework: str) -> None:
        suggestion = self.job.names.indicators.suggest(at.text, framework)
        variant = "suggestion" if suggestion else "no_such_name"
        edition = self.job.names.reference.edition_names[framework]
        fields = {"framework": framework, "edition": edition, "name": name, "suggestion": suggestion or ""}
        self._problem(at, "unknown-indicator", variant, **fields)

    def _problem(self, at: Text, rule: str, variant: str, **fields: object) -> None:
        self.job.findings.problem(self.table.sheet, at.row, at.column, rule, variant, **fields)
