"""The units of a table's rows, by code within the universe; names that are not known are problems."""

from dataclasses import dataclass

from etl.findings import Findings, written
from etl.province_names import LOOKALIKES, ProvinceNames
from etl.tables import Table


@dataclass(frozen=True)
class Unit:
    """A row of the table and the unit that it is about."""

    row: int
    code: str


def units_of(table: Table, names: ProvinceNames, *, universe: int, findings: Findings) -> list[Unit]:
    """The rows whose unit is known; each other row is a problem at its name."""
    units: list[Unit] = []
    first_row: dict[str, int] = {}
    for row in table.body:
        code = _unit_code(table, row, names, universe=universe, findings=findings)
        if code is None:
            continue
        if code in first_row:
            first = table.sheet.address(first_row[code], table.unit_column)
            fields = {"province": names.codes(universe)[code], "first": first}
            findings.problem(table.sheet, row, table.unit_column, "duplicate-row", "unit_again", **fields)
            continue
        first_row[code] = row
        units.append(Unit(row, code))
    return units


def _unit_code(
    table: Table, row: int, names: ProvinceNames, *, universe: int, findings: Findings
) -> str | None:
    sheet, column = table.sheet, table.unit_column
    text = written(sheet.cells[row][column])
    found = names.find(text, universe)
    if found.code and found.converted_from:
        variant = "lookalikes" if found.converted_from == LOOKALIKES else "name"
        fields = {"encoding": found.converted_from, "province": found.proper}
        findings.problem(sheet, row, column, "encoding-converted", variant, **fields)
    if found.code is None:
        rule, variant, fields = _unknown_unit(text, names, universe)
        findings.problem(sheet, row, column, rule, variant, **fields)
    return found.code


def _unknown_unit(text: str, names: ProvinceNames, universe: int) -> tuple[str, str, dict[str, object]]:
    if not text.strip():
        return "unknown-province", "no_name", {}
    for other in (63, 34):
        if other != universe and (elsewhere := names.find(text, other)).code:
            fields = {"universe": universe, "other": other, "province": elsewhere.proper}
            return "unknown-province", "other_universe", fields
    near = names.suggest(text, universe)
    if len(near) > 1:
        return "ambiguous-province", "several_fit", {"suggestions": ", ".join(near)}
    if near:
        return "unknown-province", "suggestion", {"suggestion": near[0]}
    return "unknown-province", "no_suggestion", {"universe": universe}
