"""What a ranking says, in sentences bound to its rows, and what a reader must know about it."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from pages.ui.questions.rankings.units import UNSURE_MARK
from pages.ui.source_mark import QUIET_MARK

MARKS = {"secondary": QUIET_MARK, "unsure": UNSURE_MARK}
"""What the notes say of the marks in the table."""


def finding(rows: pd.DataFrame, *, province: str, of: int, texts: Texts) -> str:
    """Who leads, and where the chosen unit stands. `rows`: of `units`, the whole universe."""
    leaders = rows[rows["place"].eq(1).fillna(False)]
    own = rows[rows["province_code"] == province].iloc[0]
    case = _case(own)
    said = texts(f"rankings.finding.{case}", province=own["province"], rank=own["place"], value=own["value"], of=of)
    if leaders.empty or case == "leads":
        return said[0].upper() + said[1:]
    return texts("rankings.finding.with_leader", leader=", ".join(leaders["province"]), rest=said)


def _case(own: pd.Series) -> str:
    if pd.isna(own["place"]):
        return "unknown" if pd.isna(own["value"]) else "unranked"
    return "leads" if own["place"] == 1 else "ranked"


def notes(rows: pd.DataFrame, *, of: int, texts: Texts) -> list[str]:
    """How the figures are known, where that is unusual. `rows`: of `units`, the whole universe."""
    n_known = int((rows["value"].notna() | rows["place"].notna()).sum())
    said = {
        "missing": n_known < of,
        "printed": rows["printed"].any(),
        "not_ranked": rows["place"].isna().all(),
        "range": rows["rank_range"].notna().any(),
        "unsure": rows["unsure"].any(),
        "derived": (rows["basis"] == "derived").any(),
        "computed": (rows["basis"] == "computed").any(),
        "coverage": rows["coverage"].notna().any(),
        "secondary": rows["on_secondary"].fillna(False).any(),
        "straddlers": (rows["regions"].str.len() > 1).any(),
    }
    fields = {"known": n_known, "of": of}
    return [texts(f"rankings.note.{key}", mark=MARKS.get(key, ""), **fields) for key, holds in said.items() if holds]
