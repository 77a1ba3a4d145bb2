"""Rule total-mismatch: a printed total does not follow from its parts, by the framework's own rule."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from etl import numbers, vocabulary
from etl.checks.places import at_value
from etl.findings import Findings, written
from etl.tables import TOTAL, Table
from indicators.errors import NonPositiveValues
from indicators.framework import Framework
from indicators.scoring import score

UNKNOWN_DECIMALS = 4
SLACK = 1e-9


def check_totals(
    frame: pd.DataFrame, tables: Sequence[Table], frameworks: Mapping[str, Framework], findings: Findings
) -> None:
    """Printed values of nodes whose parts are all there, against what the parts say, within the rounding."""
    if not _prints_aggregates(frame, frameworks):
        return
    for (framework, *_), rows in frame.groupby(["framework", "period", "universe", "assessor"], sort=False):
        tree = frameworks[framework]
        printed = set(rows["indicator"].unique()) & set(tree.aggregates)
        if not printed:
            continue
        values = _by_unit(rows, "value", tree)
        slack = _by_unit(rows.assign(slack=_rounding(rows)), "slack", tree)
        computed, allowed = _computed(values, tree), _computed(slack, tree)
        for row in rows[rows["indicator"].isin(printed)].itertuples():
            expected = computed.at[row.province_code, row.indicator]
            within = allowed.at[row.province_code, row.indicator] + slack.at[row.province_code, row.indicator]
            if abs(row.value - expected) > within + SLACK:
                fields = {"expected": float(expected), "difference": float(row.value - expected)}
                at_value(row, tables, findings, "total-mismatch", "parts", **fields)


def _prints_aggregates(frame: pd.DataFrame, frameworks: Mapping[str, Framework]) -> bool:
    printed = set(frame["indicator"].unique())
    return any(printed & set(frameworks[framework].aggregates) for framework in frame["framework"].unique())


def _by_unit(rows: pd.DataFrame, column: str, tree: Framework) -> pd.DataFrame:
    """Units × indicators; parts without weight count as 0, so that nothing waits for them."""
    wide = rows.drop_duplicates(["province_code", "indicator"]).pivot(
        index="province_code", columns="indicator", values=column
    )
    weightless = [code for code in tree.leaves() if tree.weights([code])[0] == 0 and code not in wide]
    return wide.assign(**dict.fromkeys(weightless, 0.0))


def _rounding(rows: pd.DataFrame) -> pd.Series:
    """Half a unit of the last printed decimal."""
    return 0.5 * 10.0 ** -rows["decimals"].fillna(UNKNOWN_DECIMALS).astype(float)


def _computed(values: pd.DataFrame, tree: Framework) -> pd.DataFrame:
    """What complete parts say of each aggregate node; NaN where a part is missing."""
    try:
        return score(values, tree, min_coverage=1.0).computed
    except NonPositiveValues:
        return pd.DataFrame(np.nan, index=values.index, columns=tree.aggregates)


def check_means(frame: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> None:
    """Printed means of all units, in tables that have them all."""
    for number, table in enumerate(tables):
        for row, kind in table.skipped.items():
            if kind == TOTAL and _is_mean(table, row):
                _check_mean_row(frame[frame["table"] == number], table, row, findings)


def _is_mean(table: Table, row: int) -> bool:
    texts = [cell for cell in table.sheet.cells[row][: table.unit_column + 1] if isinstance(cell, str)]
    return any(vocabulary.MEAN_ROW.fullmatch(vocabulary.folded(text)) for text in texts)


def _check_mean_row(rows: pd.DataFrame, table: Table, row: int, findings: Findings) -> None:
    for column, figures in rows[rows["value"].notna()].groupby("value_column"):
        read = numbers.read_text(written(table.sheet.cells[row][column]))
        if len(figures) < figures["universe"].iloc[0] or read.kind != numbers.NUMBER or not read.value <= 1:
            continue
        expected, decimals = float(figures["value"].mean()), read.decimals or UNKNOWN_DECIMALS
        if abs(read.value - expected) > 0.5 * 10.0**-decimals + float(_rounding(figures).mean()) + SLACK:
            fields = {"expected": expected, "difference": read.value - expected}
            findings.problem(table.sheet, row, column, "total-mismatch", "mean", **fields)
