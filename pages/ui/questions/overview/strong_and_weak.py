"""Which indicators carried the province, and which held it back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.framework import Framework
from indicators.residual import BLOCK
from indicators.strengths import Extremes, extremes, finest
from indicators.trend import shown_rank
from pages.ui.charts.caption import Caption
from pages.ui.charts.strengths import strengths
from pages.ui.drawn import Drawn
from pages.ui.source_line import source_line

TABLE = ["rank", "indicator_name", "value", "basis", "rank_published", "source_kind"]


@dataclass(frozen=True, eq=False)
class Ranked:
    """The extremes of one unit with the rows of marts/profile.sql they were found in, by indicator."""

    found: Extremes
    rows: pd.DataFrame
    framework: Framework
    of: int

    def said(self, code: str, texts: Texts) -> str:
        """An indicator with its rank among all units."""
        row = self.rows.loc[code]
        return texts("overview.strengths.ranked", name=row["indicator_name"], rank=int(row["rank"]), of=self.of)


def ranked(profile: pd.DataFrame, framework: Framework, *, of: int) -> Ranked:
    """The unit's extremes. `profile`: marts/profile.sql; a printed rank stands in where ours is forbidden."""
    rows = profile.assign(rank=shown_rank(profile)).dropna(subset=["rank"]).set_index("indicator", drop=False)
    return Ranked(extremes(rows["rank"].astype(int).to_dict(), framework), rows, framework, of)


def strong_and_weak(unit: Ranked, *, decrees: Mapping[str, str], texts: Texts) -> Drawn | None:
    """The chart; None where fewer than two indicators are ranked, or all rank alike."""
    sides = dict.fromkeys(unit.found.strongest, "strongest") | dict.fromkeys(unit.found.weakest, "weakest")
    if not sides:
        return None
    rows = unit.rows.loc[list(sides)]
    caption = Caption(
        title=finding(unit, texts),
        source=source_line(rows, decrees, texts),
        subtitle=texts("overview.strengths.subtitle", n=unit.found.n, of=unit.of),
    )
    labels = rows["indicator_name"].where(rows["indicator"] != BLOCK, rows["short"])
    drawn = rows.assign(label=labels, side=list(sides.values()))
    return Drawn.of(strengths(drawn, of=unit.of, caption=caption, words=texts), rows[TABLE].reset_index(drop=True))


def why_none(unit: Ranked, texts: Texts) -> str:
    """Why no strengths and weaknesses are named: all rank alike, or too few are ranked."""
    if unit.found.n < 2:
        return texts("overview.strengths.none")
    codes = finest(unit.rows["rank"].astype(int).to_dict(), unit.framework)
    rows = unit.rows.loc[codes]
    names = ", ".join(rows["indicator_name"])
    return texts("overview.strengths.alike", names=names, rank=int(rows["rank"].iloc[0]), of=unit.of)


def finding(unit: Ranked, texts: Texts) -> str:
    """The best and the worst in one sentence."""
    best = unit.said(unit.found.strongest[0], texts)
    if not unit.found.weakest:
        return texts("overview.strengths.only_best", best=best)
    return texts("overview.strengths.title", best=best, worst=unit.said(unit.found.weakest[0], texts))
