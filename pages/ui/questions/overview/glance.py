"""How has the rank moved over the years? One small line per family of indices."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.sparkline import sparkline
from pages.ui.drawn import Drawn
from pages.ui.source_line import source_line

TABLE = ["period", "decree", "rank", "of", "value", "basis", "source_kind"]


def glance(history: pd.DataFrame, *, index: str, decrees: Mapping[str, str], texts: Texts) -> Drawn | None:
    """The sparkline of ranks of one index; None where the unit never had a rank there.

    `history`: one unit's rows of marts/standing.sql, oldest first. `index`: the name to print.
    """
    ranked = history.dropna(subset=["place"])
    if ranked.empty:
        return None
    rows = history.assign(rank=history["place"])
    caption = Caption(title=finding(ranked, index=index, texts=texts), source=source_line(history, decrees, texts))
    return Drawn.of(sparkline(rows, caption=caption, words=texts, measure="rank"), rows[TABLE])


def finding(ranked: pd.DataFrame, *, index: str, texts: Texts) -> str:
    """The best and the worst rank, and over which years; a single year is called so."""
    years = ranked["period"]
    fields = {"index": index, "best": int(ranked["place"].min()), "worst": int(ranked["place"].max())}
    if len(ranked) == 1:
        return texts("overview.glance.one_year", **fields, year=str(years.iloc[0]))
    key = "steady" if fields["best"] == fields["worst"] else "range"
    return texts(f"overview.glance.{key}", **fields, first=str(years.iloc[0]), last=str(years.iloc[-1]))
