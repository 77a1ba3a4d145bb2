"""Rule duplicate-row across tables: a figure that is told twice is one figure, unless it is told differently."""

from collections.abc import Sequence

import pandas as pd

from etl.findings import Findings
from etl.harmonise import Batch
from etl.tables import Table

KEY = ["framework", "period", "universe", "province_code", "indicator", "assessor"]
EXACT = 1e-9
_OF_VALUE = ["value", "decimals", "cell", "sheet", "table", "row", "value_column"]
_OF_RANK = ["rank_published", "rank_cell", "rank_table", "rank_row", "rank_column"]


def merged(
    frame: pd.DataFrame, batches: Sequence[Batch], tables: Sequence[Table], findings: Findings
) -> pd.DataFrame:
    """The figures of `batches` (see figure_frame), one row per KEY: the value of one table with the rank of another.

    Where two tables state different values or ranks, the first stands and the other is a problem at its cell.
    """
    spoken_of = {(batch.edition, batch.match.code, batch.columns.assessor) for batch in batches}
    if len(spoken_of) == len(batches):  # and a batch names each unit once
        return frame
    again = frame.duplicated(KEY)
    first = frame[~again].set_index(KEY)
    for row in frame[again].itertuples():
        key = tuple(getattr(row, name) for name in KEY)
        stands = first.loc[key]
        _compare(row, stands, tables, findings)
        if pd.isna(stands["value"]) and not pd.isna(row.value):
            first.loc[key, _OF_VALUE] = [getattr(row, name) for name in _OF_VALUE]
        if pd.isna(stands["rank_published"]) and not pd.isna(row.rank_published):
            first.loc[key, _OF_RANK] = [getattr(row, name) for name in _OF_RANK]
    return first.reset_index()[frame.columns]


def _compare(row, stands: pd.Series, tables: Sequence[Table], findings: Findings) -> None:
    sheet = tables[row.table].sheet
    place = {"first": f"{stands['sheet']}!{stands['cell']}"}
    if abs(row.value - stands["value"]) > EXACT:
        findings.problem(sheet, row.row, row.value_column, "duplicate-row", "other_value", **place)
    ranks = (row.rank_published, stands["rank_published"])
    if not any(map(pd.isna, ranks)) and ranks[0] != ranks[1]:
        sheet = tables[row.rank_table].sheet
        findings.problem(sheet, row.rank_row, row.rank_column, "duplicate-row", "other_rank", **place)
