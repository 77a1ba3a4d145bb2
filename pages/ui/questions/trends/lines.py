"""The lines of a trend: the unit, those it is compared with, the means and the best, one row per year with a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from etl.text import Texts
from indicators.trend import shown_rank

TABLE = ["series", "period", "decree", "value", "rank", "of", "basis", "source_kind"]


def of_units(series: pd.DataFrame, *, province: str, rivals: Sequence[str]) -> pd.DataFrame:
    """Rows of the unit (role chosen, first), its rivals (in their order) and all others (role rest).

    `series`: the mart `series`. Result: its columns, with line (code), label (name), role and the rank shown (ours,
    else the one that the source prints).
    """
    order = {code: place for place, code in enumerate([province, *rivals])}
    roles = {province: "chosen", **dict.fromkeys(rivals, "rival")}
    rows = series.assign(
        line=series["province_code"],
        label=series["province"],
        role=[roles.get(code, "rest") for code in series["province_code"]],
        rank=shown_rank(series),
        place=[order.get(code, len(order)) for code in series["province_code"]],
    )
    return rows.sort_values(["place", "period"], kind="stable").drop(columns="place").reset_index(drop=True)


def of_references(references: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Rows of the mart `reference_lines` with the label of their line."""
    labels = [texts(f"trends.line.{row.role}", name=row.name or "") for row in references.itertuples(index=False)]
    return references.assign(label=labels)


def nearest(units: pd.DataFrame, *, province: str) -> list[str]:
    """The leader and the units just above and just below, in the newest year in which the unit has a rank."""
    ranked = units.dropna(subset=["rank"])
    own = ranked[ranked["line"] == province]
    if own.empty:
        return []
    newest = ranked[ranked["period"] == own["period"].max()].sort_values(["rank", "line"], kind="stable")
    codes = list(newest["line"])
    at = codes.index(province)
    around = [codes[0], *codes[max(at - 1, 0) : at], *codes[at + 1 : at + 2]]
    return [code for code in dict.fromkeys(around) if code != province]


def table(rows: pd.DataFrame, decrees: Mapping[str, str]) -> pd.DataFrame:
    """The drawn rows as a reader's table: one row per series and year, in the order drawn."""
    told = rows.assign(series=rows["label"], decree=rows["framework"].map(decrees))
    return told.reindex(columns=TABLE).reset_index(drop=True)
