"""Screen units and indicators by how much of them is known (Handbook step 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.aggregate import MIN_COVERAGE, SLACK


@dataclass(frozen=True)
class Screened:
    """`values` without the rows or columns that fail; `report` as `availability`, plus `kept` (bool)."""

    values: pd.DataFrame
    report: pd.DataFrame


def availability(values: pd.DataFrame, *, of: Literal["units", "indicators"] = "units") -> pd.DataFrame:
    """How much is known of each unit, or of each indicator.

    One row each (index: unit or code): `present` (count), `share` present (0..1), `share_nonzero` of the
    present ones that are not zero (NaN when none is present).
    """
    table = values if of == "units" else values.T
    present = table.notna().sum(axis=1)
    nonzero = (table.notna() & (table != 0)).sum(axis=1)
    share = present / table.shape[1] if table.shape[1] else present * float("nan")
    frame = {"present": present, "share": share, "share_nonzero": nonzero / present.where(present > 0)}
    return pd.DataFrame(frame)


def screen(values: pd.DataFrame, *, of: Literal["units", "indicators"] = "units",
           min_share: float = MIN_COVERAGE, min_nonzero: float = 0.0) -> Screened:  # fmt: skip
    """Leave out the units (or indicators) of which too little is present, or too much is zero."""
    report = availability(values, of=of)
    kept = (report["share"] > min_share - SLACK) & (report["share_nonzero"].fillna(0.0) >= min_nonzero)
    chosen = values[kept] if of == "units" else values.loc[:, kept]
    return Screened(chosen, report.assign(kept=kept))
