"""The line under a chart: the decree of its figures, their years, and of what kind their sources are."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from pages.ui.questions.wording import years


def source_line(rows: pd.DataFrame, decrees: Mapping[str, str], texts: Texts) -> str:
    """The sentence for figures with framework, period and source_kind (None: derived or computed by us)."""
    spans = rows.sort_values("period", kind="stable").groupby("framework", sort=False)["period"]
    told = "; ".join(f"{decrees[str(name)]} ({years(periods)})" for name, periods in spans)
    found = set(rows["source_kind"].dropna())
    kinds = ", ".join(word for kind, word in texts.under("tables.source_kind").items() if kind in found)
    if not kinds:
        return texts("source_line.computed", decrees=told)
    whole = "partly" if rows["source_kind"].isna().any() else "published"
    return texts(f"source_line.{whole}", decrees=told, kinds=kinds)
