"""The long frame of everything that workbooks say: its columns, and how later statements replace earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pandas as pd

KEY = ["framework", "period", "universe", "province_code", "indicator", "assessor"]
COLUMNS = [
    "framework",
    "period",
    "universe",
    "province_code",
    "indicator",
    "value",
    "rank_published",
    "basis",
    "assessor",
    "workbook",
    "sheet",
    "cell",
    "rank_cell",
    "source_url",
    "source_kind",
    "n_sources",
    "decimals",
]


class HasRows(Protocol):
    """Anything read from a workbook: its ``rows`` have at least COLUMNS."""

    @property
    def rows(self) -> pd.DataFrame: ...


def stack(read: Iterable[HasRows]) -> pd.DataFrame:
    """One frame of COLUMNS, a row per KEY: where two workbooks state the same cell, the later in order wins."""
    frames = [item.rows[COLUMNS] for item in read if len(item.rows)]
    return replace(pd.DataFrame(columns=COLUMNS), pd.concat(frames, ignore_index=True) if frames else None)


def replace(before: pd.DataFrame, later: pd.DataFrame | None) -> pd.DataFrame:
    """``before`` with the rows of ``later`` in place of those with the same KEY; what it does not mention stays."""
    if later is None or later.empty:
        return before
    both = later if before.empty else pd.concat([before, later], ignore_index=True)
    return both.drop_duplicates(KEY, keep="last").sort_values(KEY, ignore_index=True)
