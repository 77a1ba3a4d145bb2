"""Rule framework-unclear: figures that are, figure for figure, those of another period."""

from collections.abc import Sequence

import pandas as pd

from etl.assessors import PUBLISHED
from etl.findings import Findings
from etl.tables import Table

FEWEST_SAME = 3
SAME_SHARE = 0.8
KEY = ["province_code", "indicator"]
EXACT = 1e-9


def check_edition(
    frame: pd.DataFrame, tables: Sequence[Table], findings: Findings, previous: pd.DataFrame | None
) -> None:
    """A table whose figures agree with what is published for another period of the framework, not for its own.

    So does one that calls an edition of the ICT Index by its data year.
    """
    if previous is None or previous.empty or frame.empty:
        return
    frame, previous = frame[frame["assessor"] == PUBLISHED], previous[previous["assessor"] == PUBLISHED]
    for (number, framework, period), rows in frame.groupby(["table", "framework", "period"], sort=False):
        same = previous[(previous["framework"] == framework) & (previous["universe"] == rows["universe"].iloc[0])]
        agreeing = {other: _agreeing(rows, of_period) for other, of_period in same.groupby("period")}
        best = max(agreeing, key=lambda other: agreeing[other], default=period)
        if best != period and agreeing[best] > agreeing.get(period, 0.0):
            _report(tables[number], int(period), int(best), findings)


def _agreeing(rows: pd.DataFrame, published: pd.DataFrame) -> float:
    """The share of figures in common that are the same; 0 when that is not most of several."""
    both = rows[rows["value"].notna()].merge(published[[*KEY, "value"]], on=KEY, suffixes=("", "_published"))
    compared = both.dropna(subset=["value_published"])
    same = ((compared["value"] - compared["value_published"]).abs() < EXACT).sum()
    return same / len(compared) if same >= FEWEST_SAME and same >= SAME_SHARE * len(compared) else 0.0


def _report(table: Table, period: int, other: int, findings: Findings) -> None:
    at = table.head
    fields = {"period": period, "other": other}
    findings.problem(table.sheet, at.row, at.column, "framework-unclear", "other_period", **fields)
