"""Problems at the cells of a frame of figures."""

from collections.abc import Sequence
from typing import Any

from etl.findings import Findings
from etl.reference import Reference
from etl.tables import Table


def at_value(row: Any, tables: Sequence[Table], findings: Findings, rule: str, variant: str, **fields: object) -> None:
    """A problem at the value of `row` (a row of figure_frame, as a named tuple)."""
    findings.problem(tables[row.table].sheet, row.row, row.value_column, rule, variant, **fields)


def at_rank(row: Any, tables: Sequence[Table], findings: Findings, rule: str, variant: str, **fields: object) -> None:
    """A problem at the printed rank of `row`."""
    findings.problem(tables[row.rank_table].sheet, row.rank_row, row.rank_column, rule, variant, **fields)


def title(reference: Reference, framework: str, indicator: str) -> dict[str, str]:
    """The name of an indicator by language."""
    node = reference.frameworks[framework].nodes.loc[indicator]
    return {"vi": node["name_vi"], "en": node["name_en"]}
