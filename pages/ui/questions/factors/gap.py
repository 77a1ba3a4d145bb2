"""Why a unit is behind (or ahead of) a rival, the national mean or the leader: a bridge, or values side by side."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import bridge
from indicators.sentences import distance
from indicators.trend import shown_rank
from pages.ui.charts.caption import Caption
from pages.ui.drawn import Drawn
from pages.ui.questions import bridges
from pages.ui.questions.edition import Edition
from pages.ui.questions.factors import composition
from pages.ui.questions.wording import within

RIVAL, MEAN, LEADER = "rival", "mean", "leader"
TARGETS = (RIVAL, MEAN, LEADER)


@dataclass(frozen=True)
class Answer:
    """`drawn`: the bridge, or the values beside each other; where it is None, `said` says why there is neither."""

    drawn: Drawn | None
    said: str


@dataclass(frozen=True)
class Other:
    """The best ranked of the other units; `we_lead`: it is the second, because the unit leads itself."""

    code: str
    we_lead: bool


def first_other(edition: Edition, province: str) -> Other | None:
    """The leader of the edition, or the second where the unit leads itself; None where no other unit is ranked."""
    ranking = edition.index_ranking
    order = ranking.assign(shown=shown_rank(ranking)).dropna(subset=["shown"]).sort_values("shown", kind="stable")
    codes = list(order["province_code"])
    others = [code for code in codes if code != province]
    return Other(others[0], we_lead=codes[0] == province) if others else None


def to_unit(edition: Edition, *, province: str, rival: str, texts: Texts) -> Answer:
    """From the unit to another one."""
    states = [edition.parts_of(code) for code in (province, rival)]
    if edition.points_known and not any(state.empty for state in states):
        built = bridge.gap(states[0], states[1], framework=edition.framework)
        return _bridged(built, edition, province, (province, rival), edition.units[rival], texts)
    values = edition.values_of(rival).set_index("indicator")["value"]
    return _beside(edition, province, values, edition.units[rival], texts)


def told(edition: Edition, *, province: str, rival: str, texts: Texts) -> str | None:
    """The distance to another unit in one sentence; None where the index of either is unknown."""
    ours, theirs = (edition.parts_of(code) for code in (province, rival))
    if edition.points_known and not ours.empty and not theirs.empty:
        built = bridge.gap(ours, theirs, framework=edition.framework)
        return _distance(built, edition, province, edition.units[rival], texts)
    values = [edition.index_value(code) for code in (province, rival)]
    if any(map(math.isnan, values)):
        return None
    return _difference(*values, province=edition.units[province], rival=edition.units[rival], texts=texts)


def to_mean(edition: Edition, *, province: str, texts: Texts) -> Answer:
    """From the unit to the unweighted mean of all units; nothing where some unit is not known."""
    ours, them = edition.parts_of(province), texts("factors.gap.mean")
    complete = edition.parts["province_code"].nunique() == len(edition.units)
    if edition.points_known and not ours.empty and complete:
        mean = bridge.average(edition.parts, framework=edition.framework)
        built = bridge.gap(ours, mean, framework=edition.framework)
        return _bridged(built, edition, province, (), them, texts)
    means = composition.means(edition)
    if means.empty:
        return Answer(None, texts("factors.gap.no_mean", year=str(edition.period), of=len(edition.units)))
    return _beside(edition, province, means, them, texts)


def _bridged(
    built: bridge.Bridge, edition: Edition, province: str, sources: tuple[str, ...], them: str, texts: Texts
) -> Answer:
    title = _distance(built, edition, province, them, texts)
    if not built.comparable:
        return Answer(None, title)
    caption = Caption(title, edition.source(texts, provinces=sources), subtitle=texts("factors.gap.subtitle"))
    chart = bridges.drawn(
        built,
        names=edition.part_names(texts),
        labels=edition.part_labels(texts),
        from_label=edition.units[province],
        to_label=them,
        caption=caption,
        texts=texts,
        columns=("points_ours", "points_theirs"),
        derived=edition.derived_parts(province),
    )
    return Answer(chart, title)


def _distance(built: bridge.Bridge, edition: Edition, province: str, them: str, texts: Texts) -> str:
    """How far, and where most of it lies."""
    names = {code: within(name) for code, name in edition.part_names(texts).items()} | edition.spoken_names()
    rival = within_unit(them, texts)
    return str(distance(texts, built, province=edition.units[province], rival=rival, names=names)).rstrip(".")


def _beside(edition: Edition, province: str, values: pd.Series, them: str, texts: Texts) -> Answer:
    """The values of both, where points are unknown: they do not add up, and the title says so."""
    ours, theirs = edition.index_value(province), float(values.get(edition.framework.root, float("nan")))
    name, rival = edition.units[province], within_unit(them, texts)
    title = _difference(ours, theirs, province=name, rival=rival, texts=texts)
    drawn = composition.of_values(edition, province=province, against=values, them=them, title=title, texts=texts)
    nothing = texts("factors.gap.nothing", province=name, year=str(edition.period))
    return Answer(drawn, title if drawn else nothing if math.isnan(ours + theirs) else f"{title}. {nothing}")


def _difference(ours: float, theirs: float, *, province: str, rival: str, texts: Texts) -> str:
    if math.isnan(ours) or math.isnan(theirs):
        return texts("factors.gap.values", province=province, rival=rival)
    side = "behind" if theirs > ours else "ahead" if theirs < ours else "level"
    numbers = {"gap": abs(ours - theirs), "ours": ours, "theirs": theirs}
    return texts(f"factors.gap.{side}", province=province, rival=rival, **numbers)


def within_unit(them: str, texts: Texts) -> str:
    """The other in the middle of a sentence: a unit's name as it is, the mean with a small letter."""
    return within(them) if them == texts("factors.gap.mean") else them
