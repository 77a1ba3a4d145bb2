"""What changed since the year before? The bridge of the index, who overtook whom, and the ranks that moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import bridge, sentences
from indicators.breakdown import ROUNDING
from indicators.bridge import SCALE, Bridge
from indicators.framework import Framework
from indicators.trend import shown_rank
from pages.ui.charts.bridge import bridge as bridge_chart
from pages.ui.charts.caption import Caption
from pages.ui.drawn import Drawn

LEAST_DRAWN = 0.05
"""Points below which a bar is written as 0."""


@dataclass(frozen=True, eq=False)
class Year:
    """One period of one framework: `parts` (marts/parts.sql), `ranking` (marts/ranking.sql of the index)."""

    period: int
    framework: Framework
    parts: pd.DataFrame
    ranking: pd.DataFrame


def score_bridge(before: Year, after: Year, *, province: str) -> Bridge | None:
    """The bridge of a unit's index; None where the parts of either year are unknown, or too little is common."""
    states = [year.parts[year.parts["province_code"] == province] for year in (before, after)]
    if any(state.empty for state in states):
        return None
    built = bridge.change(*states, framework_a=before.framework, framework_b=after.framework)
    return built if built.comparable else None


def score_change(
    built: Bridge, *, since: int, until: int, province: str, names: Mapping[str, str], source: str, texts: Texts
) -> Drawn:
    """The waterfall between two years. `names`: printed name of each part; `province`: of the unit.

    A rounding that would be written as 0 has no bar; the table has it.
    """
    labels = {**names, **texts.under("tables.kind")}
    parts = built.parts.assign(label=built.parts["part"].map(labels), part_name=built.parts["part"].map(labels))
    title = sentences.movement(texts, built, province=province, since=since, until=until, names=labels)
    chart = bridge_chart(
        parts[(parts["kind"] != ROUNDING) | (parts["delta"].abs() >= LEAST_DRAWN)],
        from_label=texts("overview.change.year", year=str(since)),
        from_value=built.from_value * SCALE,
        to_label=texts("overview.change.year", year=str(until)),
        to_value=built.to_value * SCALE,
        caption=Caption(title=str(title), source=source),
        words=texts,
    )
    return Drawn.of(chart, parts[["part_name", "kind", "points_from", "points_to", "delta"]])


def overtaking(before: Year, after: Year, *, province: str, units: Mapping[str, str], texts: Texts) -> str | None:
    """Who overtook whom, by name; None unless every unit is ranked in both years. `units`: names by code."""
    if any(year.ranking["rank"].count() < len(units) for year in (before, after)):
        return None
    lost, won = ([units[code] for code in codes] for codes in bridge.overtaken(before.ranking, after.ranking, province))
    years = {"since": before.period, "until": after.period}
    return str(sentences.overtaking(texts, lost, won, province=units[province], **years))


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
