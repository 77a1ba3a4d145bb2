"""Rule out-of-range: a value outside 0..1, a rank outside 1..number of units."""

from collections.abc import Sequence

import pandas as pd

from etl.findings import Findings
from etl.tables import Table


def check_ranges(frame: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> None:
    """Each figure outside its range, at its cell."""
    values = frame[(frame["value"] < 0) | (frame["value"] > 1)]
    for row in values.itertuples():
        findings.problem(tables[row.table].sheet, row.row, row.value_column, "out-of-range", "value")
    ranks = frame[(frame["rank_published"] < 1) | (frame["rank_published"] > frame["universe"])]
    for row in ranks.itertuples():
        findings.problem(tables[row.table].sheet, row.row, row.rank_column, "out-of-range", "rank", of=row.universe)
