"""The units of a table's rows, by code within the universe; names that are not known are problems."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from etl import vocabulary
from etl.findings import Findings, written
from etl.province_names import LOOKALIKES, ProvinceNames, UnitName
from etl.reference_geography import OTHER_UNIVERSE
from etl.tables import Table


class Units(NamedTuple):
    """Rows of the table, and the code of the unit that each is about."""

    rows: list[int]
    codes: list[str]


@dataclass(frozen=True)
class UnitReader:
    """Finds the unit of each row of a table."""

    table: Table
    names: ProvinceNames
    universe: int
    findings: Findings

    def units(self, rows: Iterable[int]) -> Units:
        """The rows whose unit is known, each unit once; every other row is a problem at its name."""
        first_row: dict[str, int] = {}
        for row in rows:
            code = self._code(row)
            if code in first_row:
                first = self.table.sheet.address(first_row[code], self.table.unit_column)
                province = self.names.proper_names(self.universe)[code]
                self._problem(row, "duplicate-row", "unit_again", province=province, first=first)
            elif code:
                first_row[code] = row
        return Units(list(first_row.values()), list(first_row))

    def _code(self, row: int) -> str | None:
        text = written(self.table.sheet.cells[row][self.table.unit_column])
        found = find_unit(self.table, text, self.names, self.universe)
        if found.code is None:
            self._unknown(row, text)
        elif found.converted_from:
            variant = "lookalikes" if found.converted_from == LOOKALIKES else "name"
            fields = {"encoding": found.converted_from, "province": found.proper}
            self._problem(row, "encoding-converted", variant, **fields)
        elif self._contradicts(row, found.code):
            self._problem(row, "ambiguous-province", "name_and_code", province=found.proper, code=found.code)
        return found.code

    def _contradicts(self, row: int, code: str) -> bool:
        """Whether a column of unit codes gives another code than the name."""
        column = self._code_column
        stated = written(self.table.sheet.cells[row][column]).strip() if column is not None else ""
        return self.names.is_code(stated) and stated.zfill(2) != code

    @cached_property
    def _code_column(self) -> int | None:
        """The column of official codes beside the names: most of its cells agree with the names."""
        for index, texts in self.table.labels.items():
            is_code = vocabulary.UNIT_CODE_HEADER.fullmatch(vocabulary.folded(texts[-1].text))
            if is_code and index != self.table.unit_column:
                return index if self._agrees(index) else None
        return None

    def _agrees(self, index: int) -> bool:
        cells = self.table.sheet.cells
        pairs = [(written(cells[row][index]).strip().zfill(2), self._found(row)) for row in self.table.body]
        return sum(stated == code for stated, code in pairs) * 2 > len(pairs)

    def _found(self, row: int) -> str | None:
        text = written(self.table.sheet.cells[row][self.table.unit_column])
        return find_unit(self.table, text, self.names, self.universe).code

    def _unknown(self, row: int, text: str) -> None:
        if (row, self.table.unit_column) in self.table.sheet.formulas_without_value:
            self._problem(row, "formula-without-value", "formula")
        elif not text.strip():
            self._problem(row, "unknown-province", "no_name")
        else:
            self._not_in_universe(row, text)

    def _not_in_universe(self, row: int, text: str) -> None:
        other = OTHER_UNIVERSE[self.universe]
        near = self.names.suggest(text, self.universe)
        if elsewhere := find_unit(self.table, text, self.names, other).proper:
            fields = {"universe": self.universe, "other": other, "province": elsewhere}
            self._problem(row, "unknown-province", "other_universe", **fields)
        elif len(near) > 1:
            self._problem(row, "ambiguous-province", "several_fit", suggestions=", ".join(near), universe=self.universe)
        elif near:
            self._problem(row, "unknown-province", "suggestion", suggestion=near[0], universe=self.universe)
        else:
            self._problem(row, "unknown-province", "no_suggestion", universe=self.universe)

    def _problem(self, row: int, rule: str, variant: str, **fields: object) -> None:
        self.findings.problem(self.table.sheet, row, self.table.unit_column, rule, variant, **fields)


def find_unit(table: Table, text: str, names: ProvinceNames, universe: int) -> UnitName:
    """The unit that a cell of the table's unit column means."""
    return names.find_code(text, universe) if table.by_code else names.find(text, universe)
