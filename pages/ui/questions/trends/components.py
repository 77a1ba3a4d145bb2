"""The ranks of a unit's indicators over the editions, one small panel each."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.small_multiples import small_multiples
from pages.ui.drawn import Drawn
from pages.ui.questions.trends import findings
from pages.ui.source_line import source_line

OVERLAPPING = ("group", "lens_category")
"""Levels that repeat what their members say."""
TABLE = ["indicator_name", "period", "decree", "rank", "of", "value", "basis", "source_kind"]


def drawn(
    rows: pd.DataFrame, *, family: str, of: int, province: str, decrees: Mapping[str, str], texts: Texts
) -> Drawn | None:
    """Panels of the rows of the mart `component_ranks`; None where no indicator has ranks in two editions."""
    shown = worth_a_panel(rows)
    if shown.empty:
        return None
    named = texts(f"shell.family.{family}")
    title = findings.of_components(shown, family=named, texts=texts, province=province)
    labels = shown["indicator_name"].where(shown["level"] != "index", shown["short"])
    caption = Caption(title, source_line(shown, decrees, texts))
    chart = small_multiples(shown.assign(label=labels), of=of, caption=caption, words=texts)
    return Drawn.of(chart, shown.assign(decree=shown["framework"].map(decrees))[TABLE].reset_index(drop=True))


def worth_a_panel(rows: pd.DataFrame) -> pd.DataFrame:
    """The indicators with a rank in at least two editions, in the editions where two of them have one.

    So a lone older rank of the index does not stretch all panels over empty years.
    """
    parts = rows[~rows["level"].isin(OVERLAPPING)]
    often = parts[parts.groupby("indicator")["period"].transform("nunique") > 1]
    together = often[often.groupby("period")["indicator"].transform("nunique") > 1]
    return together.sort_values(["position", "period"], kind="stable")
