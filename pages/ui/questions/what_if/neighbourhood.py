"""The units around ours: who is next and how far away, in a scenario or, where none can be drawn up, as published."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.bridge import SCALE
from pages.ui.charts.caption import Caption
from pages.ui.charts.neighbours import neighbours
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition

EACH_SIDE = 4
"""Units shown on either side of ours."""
TABLE = ["rank_to", "rank_from", "province", "value_to", "value_from", "difference"]
PUBLISHED = ["rank", "province", "value"]


def neighbourhood(everybody: pd.DataFrame, *, source: str, texts: Texts) -> Drawn:
    """The units around ours in a scenario; all units in the table.

    `everybody`: one row per unit, best rank first; columns province_code, province, rank, rank_before, value,
    value_before, role (chosen for ours).
    """
    table = everybody.rename(columns={"rank": "rank_to", "rank_before": "rank_from", "value": "value_to"})
    table = table.rename(columns={"value_before": "value_from"})
    table = table.assign(difference=table["value_to"] - table["value_from"])
    return _drawn(everybody, table[TABLE], "around", source, texts)


def published(edition: Edition, *, province: str, texts: Texts) -> Drawn | None:
    """The units around ours as they are; None where not every unit is ranked."""
    rows = edition.index_ranking
    if len(rows) < len(edition.units) or rows[["rank", "value"]].isna().any(axis=None):
        return None
    rows = rows.assign(role=(rows["province_code"] == province).map({True: "chosen", False: "rest"}))
    rows = rows.sort_values("rank", kind="stable", ignore_index=True)
    everybody = rows.assign(rank_before=rows["rank"], value_before=rows["value"])
    source = edition.source(texts, indicators=[edition.framework.root])
    return _drawn(everybody, rows[PUBLISHED], "published", source, texts)


def _drawn(everybody: pd.DataFrame, table: pd.DataFrame, kind: str, source: str, texts: Texts) -> Drawn:
    place = int(everybody.index[everybody["role"] == "chosen"][0])
    first = min(max(0, place - EACH_SIDE), max(0, len(everybody) - 2 * EACH_SIDE - 1))
    caption = Caption(_finding(everybody, kind, texts), source)
    chart = neighbours(everybody.iloc[first : first + 2 * EACH_SIDE + 1], caption=caption, words=texts)
    return Drawn.of(chart, table)


def _finding(everybody: pd.DataFrame, kind: str, texts: Texts) -> str:
    """How far the next better unit is, or how far ahead of the second the unit is."""
    own = everybody[everybody["role"] == "chosen"].iloc[0]
    better, others = everybody[everybody["rank"] < own["rank"]], everybody[everybody["role"] != "chosen"]
    near = better.iloc[-1] if len(better) else others.iloc[0]
    gap = abs(near["value"] - own["value"])
    fields = {"province": own["province"], "other": near["province"], "gap": gap * SCALE, "gap_value": gap}
    return texts(f"what_if.{kind}.{'behind' if len(better) else 'ahead'}", rank=near["rank"], **fields)
