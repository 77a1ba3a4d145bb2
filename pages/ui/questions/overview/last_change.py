"""What changed since the edition before? Who overtook whom, and the ranks that moved."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.trend import shown_rank
from pages.ui.questions.edition import Edition
from pages.ui.questions.factors import overtaking as places


def overtaking(before: Edition, after: Edition, *, province: str, texts: Texts) -> list[str]:
    """Who overtook whom among the units ranked in both, and how many those are; or why nothing can be said."""
    found = places.overtaking(before, after, province=province, texts=texts)
    if found is None:
        fields = {"province": after.units[province], "since": str(before.period)}
        return [texts("factors.overtaking.unranked", **fields)]
    return [f"{found.said}.", *([found.note] if found.note else [])]


def rank_moves(profile: pd.DataFrame, *, root: str, texts: Texts) -> list[str]:
    """Sentences on the indicators whose rank rose, fell or stayed, for frameworks whose points are unknown.

    `profile`: marts/profile.sql of the later year.
    """
    rows = profile[profile["rank_change"].notna() & (profile["indicator"] != root)]
    moved = rows.assign(place=shown_rank(rows), side=rows["rank_change"].clip(-1, 1))
    sides = {"up": moved[moved["side"] == 1], "down": moved[moved["side"] == -1], "same": moved[moved["side"] == 0]}
    return [
        texts(f"overview.change.ranks_{side}", list="; ".join(_moves(group, texts)))
        for side, group in sides.items()
        if len(group)
    ]


def _moves(rows: pd.DataFrame, texts: Texts) -> list[str]:
    largest_first = rows.sort_values("rank_change", key=abs, ascending=False, kind="stable")
    return [
        texts(
            "overview.change.move",
            name=row.indicator_name,
            before=int(row.place + row.rank_change),
            after=int(row.place),
        )
        for row in largest_first.itertuples()
    ]
