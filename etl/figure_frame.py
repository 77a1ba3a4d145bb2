"""Batches of figures as one frame, each figure with the cells that it stands in."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from etl.harmonise import Batch
from etl.tables import Table

MOST_DECIMALS = 6
"""Numbers that need more decimals look computed rather than printed: their precision is not known."""


def figure_frame(batches: Sequence[Batch], tables: Sequence[Table]) -> pd.DataFrame:
    """One row per figure of `batches`.

    Columns: framework, period, universe, province_code, indicator, value (share, NaN missing), rank_published,
    decimals (Int64), sheet, cell (of the value, else of the rank), rank_cell (None without a rank); and for
    looking back: table (its number), row, value_column (positions in its sheet's grid, -1 none), and
    rank_table, rank_row, rank_column, the same of the rank.
    """
    batches = [batch for batch in batches if batch.rows]
    sizes = [len(batch.rows) for batch in batches]
    values = np.array([value for batch in batches for value in batch.values], dtype=float)
    ranks = _floats([rank for batch in batches for rank in batch.ranks])
    cells, rank_cells = _cells(batches, tables)
    printed = _floats([decimals for batch in batches for decimals in batch.decimals])
    table = np.repeat([batch.table for batch in batches], sizes).astype(int)
    decimals = np.where(np.isnan(printed), _decimals_of_numbers(values, printed, table), printed)
    row = np.array([row for batch in batches for row in batch.rows], dtype=int)
    return pd.DataFrame(
        {
            "framework": _texts([batch.edition.framework for batch in batches], sizes),
            "period": np.repeat([batch.edition.period for batch in batches], sizes).astype(int),
            "universe": np.repeat([batch.edition.universe for batch in batches], sizes).astype(int),
            "province_code": pd.array([code for batch in batches for code in batch.codes], dtype="str"),
            "indicator": _texts([batch.match.code for batch in batches], sizes),
            "value": values,
            "rank_published": pd.array(ranks, dtype="Int64"),
            "decimals": pd.array(decimals, dtype="Int64"),
            "sheet": _texts([tables[batch.table].sheet.name for batch in batches], sizes),
            "cell": pd.array(cells, dtype="str"),
            "rank_cell": pd.array(rank_cells, dtype="str"),
            "table": table,
            "row": row,
            "value_column": np.repeat([batch.value_column for batch in batches], sizes).astype(int),
            "rank_table": table,
            "rank_row": row,
            "rank_column": np.repeat([batch.rank_column for batch in batches], sizes).astype(int),
        }
    )


def _texts(values: list[str], sizes: list[int]) -> pd.Series:
    return pd.Series(values, dtype="str").repeat(sizes).reset_index(drop=True)


def _floats(values: list[int | None]) -> np.ndarray:
    return np.array([math.nan if value is None else value for value in values], dtype=float)


def _cells(batches: Sequence[Batch], tables: Sequence[Table]) -> tuple[list[str], list[str | None]]:
    """The cell of each figure (its value's, else its rank's) and that of its rank."""
    cells: list[str] = []
    rank_cells: list[str | None] = []
    for batch in batches:
        names = _Names(tables[batch.table])
        of_values = names.column(batch.rows, batch.value_column)
        if not any(rank is not None for rank in batch.ranks):
            cells += of_values
            rank_cells += [None] * len(of_values)
            continue
        of_ranks = names.column(batch.rows, batch.rank_column)
        without_value = map(math.isnan, batch.values)
        cells += [b if no else a for a, b, no in zip(of_values, of_ranks, without_value, strict=True)]
        rank_cells += [None if rank is None else cell for cell, rank in zip(of_ranks, batch.ranks, strict=True)]
    return cells, rank_cells


class _Names:
    """Addresses of many cells of one table at once."""

    def __init__(self, table: Table) -> None:
        self.sheet = table.sheet

    def column(self, rows: list[int], column: int) -> list[str]:
        """The addresses of a column's cells."""
        if column < 0 or not rows:
            return [""] * len(rows)
        first = self.sheet.address(rows[0], column)
        letters = first.rstrip("0123456789")
        plain = f"{letters}{rows[0] + 1}" == first and self.sheet.rows is None
        if plain and self.sheet.address(rows[-1], column) == f"{letters}{rows[-1] + 1}":
            return [letters + str(row + 1) for row in rows]
        return [self.sheet.address(row, column) for row in rows]


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
