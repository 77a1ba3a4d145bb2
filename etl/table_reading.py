"""Reads every table of a workbook: what it is of, whose its columns are, and its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TypeVar

from etl import recognise
from etl.findings import Findings
from etl.harmonise import Batch, read_indicator
from etl.indicator_names import IndicatorMatch, IndicatorNames
from etl.province_names import ProvinceNames
from etl.recognise import Clues, Edition
from etl.reference import Reference
from etl.row_groups import RowGroup, row_groups
from etl.table_columns import FIGURES, Column, FigureColumns, columns_of, figure_columns
from etl.table_header import Text
from etl.tables import Table, find_tables
from etl.units import UnitReader, find_unit
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
    """One table as read; framework, period or universe None when unknown or when it holds several."""

    sheet: str
    range: str
    framework: str | None
    period: int | None
    universe: int | None
    n_rows: int


@dataclass
class TablesRead:
    """The tables of a workbook; each batch says by number which of `tables` it is from."""

    tables: list[Table] = field(default_factory=list)
    read: list[ReadTable] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)


def read_tables(
    sheets: Sequence[Sheet], *, file: str, names: Names, hints: Hints, findings: Findings
) -> TablesRead:
    """Every table of the sheets."""
    units = names.provinces
    is_what = {"is_unit": units.is_unit, "is_region": units.is_region, "is_code": units.is_code}
    found = [(sheet, find_tables(sheet, **is_what)) for sheet in sheets]
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
    batches = TableReader(table, number, clues, names, findings).batches()
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
    names: Names
    findings: Findings

    def batches(self) -> list[Batch]:
        """The figures of the table, a batch for each indicator, period and framework in it."""
        if title := recognise.lookalike(self.table.titles, self.clues):
            self._problem(title, "lookalike-index", "other_index")
            return []
        return [batch for group in self._groups for batch in self._of_group(group)]

    @cached_property
    def _groups(self) -> list[RowGroup]:
        return row_groups(self.table, self._columns)

    @cached_property
    def _columns(self) -> list[Column]:
        return columns_of(self.table)

    @cached_property
    def _stated_period(self) -> int | None:
        return recognise.period_of(self.clues, self.names.reference)

    def _of_group(self, group: RowGroup) -> list[Batch]:
        by_period: dict[int | None, list[Column]] = {}
        for column in self._columns:
            if column.kind in FIGURES:
                period = column.period or group.period or self._stated_period
                by_period.setdefault(period, []).append(column)
        return [batch for period, of in by_period.items() for batch in self._of_period(group, period, of)]

    def _of_period(self, group: RowGroup, period: int | None, columns: list[Column]) -> list[Batch]:
        edition = self._edition(group, period, columns)
        if edition is None:
            return []
        units = UnitReader(self.table, self.names.provinces, edition.universe, self.findings).units(group.rows)
        return [
            read_indicator(
                self.table,
                units,
                figure,
                number=self.number,
                edition=edition,
                match=figure.match,
                title=self.names.indicators.title(edition.framework, figure.match.code),
                findings=self.findings,
            )
            for figure in self._figure_columns(group, edition, columns)
            if figure.match is not None
        ]

    def _figure_columns(self, group: RowGroup, edition: Edition, columns: list[Column]) -> list[FigureColumns]:
        unnamed = self._unnamed(group, edition, columns)
        if unnamed is None:
            return []
        figures = figure_columns(columns, self.names.indicators, edition.framework, unnamed=unnamed)
        for figure in figures:
            if figure.match is None:
                self._unknown(figure.label, edition.framework)
        return figures

    def _unnamed(self, group: RowGroup, edition: Edition, columns: list[Column]) -> IndicatorMatch | None:
        """The indicator of columns without a name: that of the rows, of the title, else the index."""
        indicators, framework = self.names.indicators, edition.framework
        if group.indicator:
            match = indicators.find((group.indicator.text,), framework)
            if match is None:
                self._unknown(group.indicator, framework)
            return match
        titled = None
        if not any(column.names for column in columns):
            titled = indicators.named_in(_title_texts(self.table), framework)
        return titled or IndicatorMatch(self.names.reference.frameworks[framework].root)

    def _unknown(self, at: Text, framework: str) -> None:
        suggestion = self.names.indicators.suggest(at.text, framework)
        variant = "suggestion" if suggestion else "no_such_name"
        self._problem(at, "unknown-indicator", variant, framework=framework, suggestion=suggestion or "")

    def _edition(self, group: RowGroup, period: int | None, columns: list[Column]) -> Edition | None:
        clues, reference = self.clues, self.names.reference
        stated = group.framework if group.framework in reference.frameworks else None
        known = partial(self._known_names, columns)
        framework = stated or recognise.framework_of(clues, period, reference, by_names=known)
        if period is None:
            return self._unclear("no_period")
        if framework is None:
            named = recognise.named_framework(clues, reference)
            variant = "not_in_force" if named else "no_framework"
            return self._unclear(variant, period=period, framework=named or "")
        n_units, only_in_63 = self._named_units
        universe = group.universe or recognise.universe_of(clues, period, n_units=n_units, only_in_63=only_in_63)
        if universe is None:
            return self._unclear("no_universe", period=period)
        return Edition(framework, period, universe)

    def _known_names(self, columns: list[Column], framework: str) -> int:
        named = [column.names for column in columns if column.names]
        named += [(group.indicator.text,) for group in self._groups if group.indicator]
        return sum(self.names.indicators.find(names, framework) is not None for names in named)

    @cached_property
    def _named_units(self) -> tuple[int, bool]:
        """How many units of the 63 are named, and whether one of them is not among the 34."""
        cells, column = self.table.sheet.cells, self.table.unit_column
        texts = {str(cells[row][column]) for row in self.table.body}
        of_63 = {text: find_unit(self.table, text, self.names.provinces, 63).code for text in texts}
        of_34 = {text: find_unit(self.table, text, self.names.provinces, 34).code for text in texts}
        only_in_63 = any(code and not of_34[text] for text, code in of_63.items())
        return len({code for code in of_63.values() if code}), only_in_63

    def _unclear(self, variant: str, **fields: object) -> None:
        labels = next(iter(self.table.labels.values()))
        at = self.table.titles[0] if self.table.titles else labels[0]
        self._problem(at, "framework-unclear", variant, **fields)

    def _problem(self, at: Text, rule: str, variant: str, **fields: object) -> None:
        self.findings.problem(self.table.sheet, at.row, at.column, rule, variant, **fields)
