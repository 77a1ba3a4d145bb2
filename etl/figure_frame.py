"""Batches of figures as one frame, each figure with the cells that it stands in."""

import math
from collections.abc import Sequence
from itertools import chain

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray as ArrayLike

from etl.harmonise import Batch
from etl.tables import Table
from etl.transposed import TransposedSheet
from etl.workbooks import Sheet, column_letters

MOST_DECIMALS = 6
"""Numbers that need more decimals look computed rather than printed: their precision is not known."""


def figure_frame(batches: Sequence[Batch], tables: Sequence[Table]) -> pd.DataFrame:
    """One row per figure of `batches`.

    Columns: framework, period, universe, province_code, indicator, assessor, value (share, NaN missing),
    rank_published, decimals (Int64), sheet, cell (of the value, else of the rank), rank_cell (None without a rank);
    and for looking back: table (its number), row, value_column (positions in its sheet's grid, -1 none), and
    rank_table, rank_row, rank_column, the same of the rank.
    """
    batches = [batch for batch in batches if batch.rows]
    sizes = [len(batch.rows) for batch in batches]
    table, value_column, rank_column = (
        _integers([getattr(batch, name) for batch in batches], sizes)
        for name in ("table", "value_column", "rank_column")
    )
    row, values, ranks, printed = (
        np.fromiter(chain.from_iterable(getattr(batch, name) for batch in batches), dtype)
        for name, dtype in (("rows", int), ("values", float), ("ranks", float), ("decimals", float))
    )
    decimals = np.where(np.isnan(printed), _decimals_of_numbers(values, printed, table), printed)
    cell_column = np.where(np.isnan(values), rank_column, value_column)
    return pd.DataFrame(
        {
            "framework": _texts([batch.edition.framework for batch in batches], sizes),
            "period": _integers([batch.edition.period for batch in batches], sizes),
            "universe": _integers([batch.edition.universe for batch in batches], sizes),
            "province_code": pd.array([code for batch in batches for code in batch.codes], dtype="str"),
            "indicator": _texts([batch.match.code for batch in batches], sizes),
            "assessor": _texts([batch.columns.assessor for batch in batches], sizes),
            "value": values,
            "rank_published": pd.array(ranks, dtype="Int64"),
            "decimals": pd.array(decimals, dtype="Int64"),
            "sheet": _texts([tables[batch.table].sheet.name for batch in batches], sizes),
            "cell": _addresses(tables, table, row, cell_column),
            "rank_cell": _addresses(tables, table, row, np.where(np.isnan(ranks), -1, rank_column)),
            "table": table,
            "row": row,
            "value_column": value_column,
            "rank_table": table,
            "rank_row": row,
            "rank_column": rank_column,
        }
    )


def _texts(values: list[str], sizes: list[int]) -> ArrayLike:
    return pd.array(values, dtype="str").repeat(sizes)


def _integers(values: list[int], sizes: list[int]) -> np.ndarray:
    return np.repeat(np.array(values, dtype=int), sizes)


def _addresses(tables: Sequence[Table], table: np.ndarray, row: np.ndarray, column: np.ndarray) -> ArrayLike:
    """The names of cells, given by positions in the grid of the sheet of each `table`; missing for column -1."""
    row, column = row.copy(), column.copy()
    for number in np.unique(table[column >= 0]):
        own = (table == number) & (column >= 0)
        row[own], column[own] = _on_sheet(tables[number].sheet, row[own], column[own])
    letters = [column_letters(at) for at in range(column.max(initial=-1) + 1)]
    numbers = [str(at + 1) for at in range(row.max(initial=-1) + 1)]
    return pd.array([None, *letters], dtype="str").take(column + 1) + pd.array(numbers, dtype="str").take(row)


def _on_sheet(sheet: Sheet, row: np.ndarray, column: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of the grid as those of the author's sheet."""
    if isinstance(sheet, TransposedSheet):
        row, column = column, row
    if sheet.rows is None or sheet.columns is None:
        return row, column
    return np.array(sheet.rows)[row], np.array(sheet.columns)[column]


def _decimals_of_numbers(values: np.ndarray, printed: np.ndarray, table: np.ndarray) -> np.ndarray:
    """Of number cells, the most decimals that any of its table has ("0,65" is 0,6500 there), NaN unknown."""
    own = np.where(np.isnan(printed) & ~np.isnan(values), _decimals(values), -1)
    widest = np.zeros(len(own), dtype=int)
    for number in np.unique(table):
        widest[table == number] = own[table == number].max()
    return np.where((own >= 0) & (widest <= MOST_DECIMALS), widest, math.nan)


def _decimals(values: np.ndarray) -> np.ndarray:
    """The fewest decimals that write each value; MOST_DECIMALS + 1 for more."""
    decimals = np.full(len(values), MOST_DECIMALS + 1)
    for places in range(MOST_DECIMALS, -1, -1):
        decimals[np.abs(values - np.round(values, places)) < 1e-10] = places
    return decimals
