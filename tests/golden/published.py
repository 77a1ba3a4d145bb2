"""The published figures of `published.csv` as observations."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

FILE = Path(__file__).with_name("published.csv")


def observations() -> pd.DataFrame:
    """OBSERVATION rows with the columns that the engine reads; decimals as printed."""
    rows = pd.read_csv(FILE, dtype=str, keep_default_na=False)
    return pd.DataFrame(
        {
            "framework": rows["framework"],
            "period": rows["period"].astype(int),
            "universe": rows["universe"].astype(int),
            "province_code": rows["province_code"],
            "indicator": rows["indicator"],
            "value": pd.to_numeric(rows["value"], errors="coerce"),
            "rank_published": pd.to_numeric(rows["rank"], errors="coerce").astype("Int64"),
            "basis": rows["basis"],
            "assessor": "published",
            "decimals": rows["value"].str.extract(r"\.(\d+)$")[0].str.len().astype("Int64"),
        }
    )
