"""The gap to another side: which few indicators make most of it, and which part of it could be closed."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import bridge
from indicators.achieved_gains import best_gains
from indicators.bridge import SCALE, Bridge
from indicators.closable import closable, main_parts
from indicators.sentences import LEAST_CHANGE
from indicators.shared_parts import SharedParts, shared_parts
from pages.ui.charts.caption import Caption
from pages.ui.charts.closable import closable as closable_chart
from pages.ui.drawn import Drawn
from pages.ui.questions import bridges
from pages.ui.questions.compare.sides import Side
from pages.ui.questions.edition import Edition
from pages.ui.questions.wording import within

CLOSABLE = ["indicator_name", "value", "value_compared", "points_behind", "points_closable", "province", "n_peers"]
NEARNESS = 0.1
"""Units whose start lay within this of ours started alike."""


@dataclass(frozen=True)
class Answer:
    """`drawn`: the chart; where it is None, `said` says why there is none."""

    drawn: Drawn | None
    said: str


@dataclass(frozen=True, eq=False)
class Pace:
    """Two neighbouring years whose parts are all known: what was gained between them is the pace that is possible.

    `edition`: the later one, which names the parts.
    """

    since: int
    until: int
    before: SharedParts
    after: SharedParts
    edition: Edition

    @property
    def drift(self) -> pd.Series:
        """The mean gain of all units, by part."""
        return (self.after.values - self.before.values).mean()


def bridged(edition: Edition, side: Side, *, province: str, texts: Texts) -> Answer:
    """The bridge from the unit to the side."""
    name = edition.units[province]
    ours, theirs = edition.parts_of(province), _parts(edition, side)
    if not edition.points_known:
        return Answer(None, texts("compare.gap.unknown_points", decree=edition.decree, year=str(edition.period)))
    if ours.empty or theirs is None:
        missing = name if ours.empty else side.name
        return Answer(None, texts("compare.gap.unknown_parts", name=missing, year=str(edition.period)))
    built = bridge.gap(ours, theirs, framework=edition.framework)
    sources = (province, *(side.members if side.is_unit else ()))
    title, source = gap_title(built, edition, name, side, texts), edition.source(texts, provinces=sources)
    chart = bridges.drawn(
        built,
        names=edition.part_names(texts),
        labels=edition.part_labels(texts),
        from_label=name,
        to_label=side.name,
        caption=Caption(title, source, subtitle=texts("factors.gap.subtitle")),
        texts=texts,
        columns=("points_ours", "points_theirs"),
        derived=edition.derived_parts(province),
    )
    return Answer(chart, "")


def gap_title(built: Bridge, edition: Edition, name: str, side: Side, texts: Texts) -> str:
    """How large the gap is, and the fewest indicators that make most of what one side trails the other."""
    gap = (built.to_value - built.from_value) * SCALE
    parts = built.parts[built.parts["kind"] == "indicator"].set_index("part")["delta"]
    fields = {"province": name, "rival": _spoken(side), "gap": abs(gap), "ours": built.from_value * SCALE}
    if abs(gap) < LEAST_CHANGE * SCALE:
        return texts("compare.gap.level", **fields)
    found = main_parts(parts if gap > 0 else -parts)
    spoken = edition.spoken_names()
    names = ", ".join(spoken[code] for code in found.parts)
    fields |= {"n": len(found.parts), "share": found.share, "names": names}
    return texts(f"compare.gap.{'behind' if gap > 0 else 'ahead'}", theirs=built.to_value * SCALE, **fields)


def closing(edition: Edition, side: Side, pace: Pace, *, province: str, texts: Texts) -> Answer:
    """The part of what the unit trails that a year at the best pace of a similar unit would close."""
    parts = shared_parts(edition.parts, edition.framework)
    known = parts and parts.max_points.equals(pace.after.max_points)
    if not known or not {province, *side.members} <= set(parts.values.index):
        return Answer(None, texts("compare.closing.unknown"))
    start, them = parts.values.loc[province], parts.values.loc[list(side.members)].mean()
    gains = best_gains(pace.before.values, pace.after.values, unit=province, start=start, nearness=NEARNESS)
    rows = closable(start, them, max_points=parts.max_points, gains=gains, drift=pace.drift)
    fields = {"province": edition.units[province], "rival": _spoken(side)}
    if rows.empty:
        return Answer(None, texts("compare.closing.nothing", **fields))
    rows = rows.assign(label=rows["part"].map(pace.edition.part_labels(texts)), by=rows["by_unit"].map(edition.units))
    behind, can = rows["behind"].sum(), rows["closable"].sum()
    title = texts("compare.closing.title", behind=behind, closable=can, share=can / behind, n=len(rows), **fields)
    source = texts("compare.closing.source", since=str(pace.since), until=str(pace.until), near=NEARNESS)
    chart = closable_chart(rows, caption=Caption(title, source), words=texts)
    return Answer(Drawn.of(chart, _closable_table(rows)), "")


def _closable_table(rows: pd.DataFrame) -> pd.DataFrame:
    ours = {"label": "indicator_name", "value_from": "value", "value_to": "value_compared", "behind": "points_behind"}
    pace = {"closable": "points_closable", "by": "province", "peers": "n_peers"}
    return rows.rename(columns=ours | pace)[CLOSABLE]


def _parts(edition: Edition, side: Side) -> pd.DataFrame | None:
    """The parts of the side's score; None where a member's are unknown."""
    rows = edition.parts[edition.parts["province_code"].isin(side.members)]
    if rows["province_code"].nunique() < len(side.members):
        return None
    return rows if side.is_unit else bridge.average(rows, framework=edition.framework)


def _spoken(side: Side) -> str:
    """The side in the middle of a sentence."""
    return side.name if side.is_unit else within(side.name)
