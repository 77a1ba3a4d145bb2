"""Tables that name the indicator, the year or the framework in each row: the rows that speak of the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl import vocabulary
from etl.column_labels import FRAMEWORK, INDICATOR, PERIOD, UNIVERSE
from etl.findings import written
from etl.table_columns import Column
from etl.table_header import Text
from etl.tables import Table

_KEYS = (FRAMEWORK, PERIOD, UNIVERSE, INDICATOR)


@dataclass(frozen=True)
class RowGroup:
    """Rows of units about one thing; None where the rows do not say and the table as a whole does.

    `indicator`: the cell that first names the indicator.
    """

    rows: tuple[int, ...]
    framework: str | None = None
    period: int | None = None
    universe: int | None = None
    indicator: Text | None = None


def row_groups(table: Table, columns: Sequence[Column]) -> list[RowGroup]:
    """The rows of the table by what they name, in the order of naming; one group when they name nothing."""
    keys = {column.kind: column.index for column in columns if column.kind in _KEYS}
    if not keys:
        return [RowGroup(table.body)]
    by_names: dict[tuple[str, ...], list[int]] = {}
    for row in table.body:
        said = tuple(written(table.sheet.cells[row][index]).strip() for index in keys.values())
        by_names.setdefault(said, []).append(row)
    return [_group(dict(zip(keys, said, strict=True)), keys, rows) for said, rows in by_names.items()]


def _group(said: dict[str, str], keys: dict[str, int], rows: list[int]) -> RowGroup:
    indicator = said.get(INDICATOR)
    universe = said.get(UNIVERSE, "")
    return RowGroup(
        rows=tuple(rows),
        framework=said.get(FRAMEWORK) or None,
        period=vocabulary.year_in(said.get(PERIOD, "")),
        universe=int(universe) if universe in ("63", "34") else None,
        indicator=Text(indicator, rows[0], keys[INDICATOR]) if indicator else None,
    )
