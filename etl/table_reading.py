"""Reads every table of a workbook: what it is of, whose its columns are, and its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from etl import recognise
from etl.findings import Findings, written
from etl.harmonise import Batch, read_indicator
from etl.indicator_names import IndicatorNames
from etl.province_names import ProvinceNames
from etl.recognise import Clues, Edition
from etl.reference import Reference
from etl.table_columns import FIGURES, Column, FigureColumns, columns_of, figure_columns
from etl.table_header import Text
from etl.tables import Table, find_tables
from etl.units import Unit, units_of
from etl.workbooks import Sheet

T = TypeVar("T")


@dataclass(frozen=True)
class Hints:
    """What the user says about a return; None leaves it to the words in it."""

    framework: str | None = None
    period: int | None = None
    universe: int | None = None


@dataclass(frozen=True)
class Names:
    """The reference tables and the names in them, ready for looking up."""

    reference: Reference
    provinces: ProvinceNames
    indicators: IndicatorNames


@dataclass(frozen=True)
class ReadTable:
    """One table as read; `period` None when its columns or rows have several."""

    sheet: str
    range: str
    framework: str | None
    period: int | None
    universe: int | None
    n_rows: int


@dataclass
class TablesRead:
    """The tables of a workbook; `batches` say by number which of `tables` they are from."""

    tables: list[Table] = field(default_factory=list)
    read: list[ReadTable] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)


def read_tables(
    sheets: Sequence[Sheet], *, file: str, names: Names, hints: Hints, findings: Findings
) -> TablesRead:
    """Every table of the sheets."""
    found = [(sheet, find_tables(sheet, is_unit=names.provinces.is_unit)) for sheet in sheets]
    covers = tuple(text for sheet, tables in found if not tables for text in _texts(sheet))
    result = TablesRead()
    for sheet, tables in found:
        for table in tables:
            scopes = (_title_texts(table), (sheet.name,), _title_texts(tables[0]), covers, (file,))
            clues = Clues(scopes, hints.framework, hints.period, hints.universe)
            _read_table(table, clues, names, findings, result)
    return result


def _texts(sheet: Sheet) -> list[str]:
    return [cell.strip() for cells in sheet.cells for cell in cells if isinstance(cell, str) and cell.strip()]


def _title_texts(table: Table) -> tuple[str, ...]:
    return tuple(title.text for title in table.titles)


def _read_table(table: Table, clues: Clues, names: Names, findings: Findings, result: TablesRead) -> None:
    number = len(result.tables)
    result.tables.append(table)
    batches = _TableReader(table, number, clues, names, findings).batches()
    result.batches += batches
    result.read.append(_summary(table, batches))


def _summary(table: Table, batches: list[Batch]) -> ReadTable:
    editions = {batch.edition for batch in batches}
    return ReadTable(
        sheet=table.sheet.name,
        range=table.range,
        framework=_sole(edition.framework for edition in editions),
        period=_sole(edition.period for edition in editions),
        universe=_sole(edition.universe for edition in editions),
        n_rows=sum(len(batch.rows) for batch in batches),
    )


def _sole(values: Iterable[T]) -> T | None:
    """The only value there is, else None."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


@dataclass
class _TableReader:
    """Reads one table, the columns of each period by the framework in force for it."""

    table: Table
    number: int
    clues: Clues
    names: Names
    findings: Findings
    units: dict[int, list[Unit]] = field(default_factory=dict)

    def batches(self) -> list[Batch]:
        lookalike = recognise.lookalike(self.table.titles, self.clues)
        if lookalike:
            self._problem(lookalike, "lookalike-index", "other_index")
            return []
        columns = [column for column in columns_of(self.table) if column.kind in FIGURES]
        stated = recognise.period_of(self.clues, self.names.reference)
        by_period: dict[int | None, list[Column]] = {}
        for column in columns:
            by_period.setdefault(column.period or stated, []).append(column)
        return [batch for period, of in by_period.items() for batch in self._of_period(period, of)]

    def _of_period(self, period: int | None, columns: list[Column]) -> list[Batch]:
        edition = self._edition(period, columns)
        if edition is None:
            return []
        units = self._units(edition.universe)
        return [
            read_indicator(
                self.table,
                units,
                figure,
                number=self.number,
                edition=edition,
                indicator=figure.match.code,
                title=self.names.indicators.title(edition.framework, figure.match.code),
                findings=self.findings,
            )
            for figure in figure_columns(self.table, columns, self.names.indicators, edition.framework)
            if self._is_known(figure, edition)
        ]

    def _edition(self, period: int | None, columns: list[Column]) -> Edition | None:
        reference = self.names.reference
        framework = recognise.framework_of(self.clues, period, reference, by_names=partial(self._known_names, columns))
        if period is None:
            return self._unclear("no_period", framework=framework or "")
        if framework is None:
            return self._unclear("no_framework", period=period)
        codes = {code for row in self.table.body if (code := self._code(row, 63))}
        only_in_63 = any(self._code(row, 63) and not self._code(row, 34) for row in self.table.body)
        universe = recognise.universe_of(self.clues, period, n_units=len(codes), only_in_63=only_in_63)
        if universe is None:
            return self._unclear("no_universe", period=period)
        return Edition(framework, period, universe)

    def _known_names(self, columns: list[Column], framework: str) -> int:
        return sum(bool(column.names and self.names.indicators.find(column.names, framework)) for column in columns)

    def _code(self, row: int, universe: int) -> str | None:
        return self.names.provinces.find(written(self.table.sheet.cells[row][self.table.unit_column]), universe).code

    def _units(self, universe: int) -> list[Unit]:
        if universe not in self.units:
            names, findings = self.names.provinces, self.findings
            self.units[universe] = units_of(self.table, names, universe=universe, findings=findings)
        return self.units[universe]

    def _is_known(self, figure: FigureColumns, edition: Edition) -> bool:
        if figure.match is None:
            self._problem(figure.label, "unknown-indicator", "no_such_name", framework=edition.framework)
        return figure.match is not None

    def _unclear(self, variant: str, **fields: object) -> None:
        first = next(labels[0] for labels in self.table.labels.values())
        self._problem(self.table.titles[0] if self.table.titles else first, "framework-unclear", variant, **fields)

    def _problem(self, at: Text, rule: str, variant: str, **fields: object) -> None:
        self.findings.problem(self.table.sheet, at.row, at.column, rule, variant, **fields)
