"""A self-assessment form as it was read: a criterion a row, the points of each assessor side by side."""

from __future__ import annotations

import pandas as pd

from etl.assessors import ASSESSORS
from etl.form_layout import KEPT

COLUMNS = ["province", "criterion", "indicator_name", "max_points", *ASSESSORS, "gap_reviewed", *KEPT]


def form_rows(described: pd.DataFrame) -> pd.DataFrame:
    """One row per unit and criterion: COLUMNS, those without content left out; empty where there is no form.

    ``described``: rows of a return with names (``CellNames.described``).
    """
    if "criterion" not in described:
        return pd.DataFrame(columns=COLUMNS)
    of_forms = described[described["criterion"].notna()]
    key = ["framework", "period", "province_code", "indicator"]
    points = of_forms.pivot_table(index=key, columns="assessor", values="points", sort=False)
    once = of_forms.drop_duplicates(key).set_index(key)
    rows = once.drop(columns=["points", *points.columns], errors="ignore").join(points).reset_index()
    rows = rows.rename(columns={"difference": "gap_reviewed"})
    rows["indicator_name"] = rows["indicator_name"].mask(rows["indicator_name"] == rows["criterion"])
    return rows[[column for column in COLUMNS if column in rows]].dropna(axis="columns", how="all")
