"""Rule out-of-range: a value outside 0..1, a rank outside 1..number of units."""

from collections.abc import Sequence

import pandas as pd

from etl.checks.places import at_rank, at_value
from etl.findings import Findings
from etl.tables import Table

FEWEST_OF_COLUMN = 5
"""From so many values on, more than half outside the range are one problem, of the column's measure."""


def check_ranges(frame: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> pd.DataFrame:
    """Each figure outside its range at its cell; a column in another measure once, at its header.

    Returns the figures that can be, of which further rules may speak.
    """
    outside = (frame["value"] < 0) | (frame["value"] > 1)
    if outside.any():
        _check_values(frame, outside, tables, findings)
    ranks = frame["rank_published"]
    misplaced = ((ranks < 1) | (ranks > frame["universe"])).fillna(False).astype(bool)
    impossible = outside | misplaced
    if not impossible.any():
        return frame
    for row in frame[misplaced].itertuples():
        at_rank(row, tables, findings, "out-of-range", "rank", of=row.universe)
    return frame[~impossible]


def _check_values(frame: pd.DataFrame, outside: pd.Series, tables: Sequence[Table], findings: Findings) -> None:
    valued = frame[frame["value"].notna()].assign(outside=outside)
    for (number, column), rows in valued.groupby(["table", "value_column"], sort=False):
        wrong = rows[rows["outside"]]
        if len(rows) >= FEWEST_OF_COLUMN and len(wrong) * 2 > len(rows):
            label = tables[number].labels[column][-1]
            fields = {"n": len(wrong), "of": len(rows), "first": wrong["cell"].iloc[0]}
            findings.problem(tables[number].sheet, label.row, label.column, "out-of-range", "column", **fields)
            continue
        for row in wrong.itertuples():
            at_value(row, tables, findings, "out-of-range", "value")
