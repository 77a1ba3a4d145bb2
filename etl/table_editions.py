"""Of which framework, period and universe the figures of a table are; what is not clear is a problem at its title."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from etl import recognise
from etl.job import Job
from etl.recognise import Clues, Edition
from etl.row_groups import RowGroup
from etl.table_columns import Column
from etl.tables import Table
from etl.units import find_unit


@dataclass(frozen=True)
class TableEditions:
    """Tells the editions of one table from its words (`clues`), the names in it, and the units that it lists."""

    table: Table
    clues: Clues
    job: Job
    groups: Sequence[RowGroup]

    @cached_property
    def period(self) -> int | None:
        """The period that holds wherever rows and columns do not say their own."""
        return recognise.period_of(self.clues, self.job.names.reference)

    def find(self, group: RowGroup, period: int | None, columns: Sequence[Column]) -> Edition | None:
        """The edition of these rows and columns; None after saying what is not clear."""
        framework = self._framework(group, period, columns)
        reference = self.job.names.reference
        if period is None:
            self._unclear("no_period")
        elif framework is None and (named := recognise.named_framework(self.clues, reference)):
            self._unclear("not_in_force", period=period, edition=reference.edition_names[named])
        elif framework is None:
            self._unclear("no_framework", period=period)
        elif universe := self._universe(group, period):
            return Edition(framework, period, universe)
        else:
            self._unclear("no_universe", period=period)
        return None

    def _framework(self, group: RowGroup, period: int | None, columns: Sequence[Column]) -> str | None:
        reference = self.job.names.reference
        if group.framework in reference.frameworks:
            return group.framework
        return recognise.framework_of(self.clues, period, reference, by_names=partial(self._known_names, columns))

    def _known_names(self, columns: Sequence[Column], framework: str) -> int:
        named = [column.names for column in columns if column.names]
        named += [(group.indicator.text,) for group in self.groups if group.indicator]
        indicators = self.job.names.indicators
        if not named:
            return int(any(indicators.named_in(text, framework) for text in self.clues.scopes[0]))
        return sum(indicators.find(names, framework) is not None for names in named)

    def _universe(self, group: RowGroup, period: int) -> int | None:
        n_units, only_in_63 = self._named_units
        return group.universe or recognise.universe_of(self.clues, period, n_units=n_units, only_in_63=only_in_63)

    @cached_property
    def _named_units(self) -> tuple[int, bool]:
        """How many units of the 63 are named, and whether one of them is not among the 34."""
        cells, column = self.table.sheet.cells, self.table.unit_column
        texts = {str(cells[row][column]) for row in self.table.body}
        provinces = self.job.names.provinces
        of_63 = {text: code for text in texts if (code := find_unit(self.table, text, provinces, 63).code)}
        only_in_63 = any(not find_unit(self.table, text, provinces, 34).code for text in of_63)
        return len(set(of_63.values())), only_in_63

    def _unclear(self, variant: str, **fields: object) -> None:
        at = self.table.head
        self.job.findings.problem(self.table.sheet, at.row, at.column, "framework-unclear", variant, **fields)
