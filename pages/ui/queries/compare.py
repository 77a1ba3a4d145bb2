"""What the page of comparisons reads: cached by build and choices, worked out in pages/ui/questions/compare."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from etl import text, warehouse
from indicators.shared_parts import shared_parts
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.queries.editions import edition_of
from pages.ui.questions.compare import frontier, gap, peers, profile, sides
from pages.ui.questions.compare.gap import Pace
from pages.ui.questions.compare.profile import Line
from pages.ui.questions.compare.sides import Side
from pages.ui.questions.edition import Edition
from pages.ui.selection import Selection

OTHER_UNIVERSE = {63: 34, 34: 63}


@st.cache_data(show_spinner=False, max_entries=256)
def rivals(build_id: str, chosen: Selection) -> tuple[str, ...]:
    """Whom to compare with: those chosen, else the nearest."""
    return chosen.against or sides.nearest(edition_of(build_id, chosen), chosen.province)


@st.cache_data(show_spinner=False, max_entries=128)
def targets(build_id: str, chosen: Selection) -> dict[str, str]:
    """Whom the gap can be measured to, by name: the rivals, the nation, the unit's regions."""
    return {key: side.name for key, side in _sides(build_id, chosen, edition_of(build_id, chosen)).items()}


@st.cache_data(show_spinner=False, max_entries=128)
def profiled(build_id: str, chosen: Selection, also: tuple[str, ...]) -> profile.Answer:
    """The values of the unit and its rivals side by side. ``also``: keys of ``compare.reference``."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    others = rivals(build_id, chosen)
    lines = [profile.unit_line(edition, chosen.province, role="chosen")]
    lines += [profile.unit_line(edition, code, role="rival") for code in others]
    found = _sides(build_id, chosen, edition)
    if sides.NATION in also:
        lines.append(profile.reference_line(edition, found[sides.NATION]))
    if "region" in also:
        names = catalogue(build_id, chosen.lang).region_names()
        means = [found.get(region, sides.unknown(names[region], texts)) for region in _home(build_id, chosen)]
        lines += [profile.reference_line(edition, mean) for mean in means]
    if set(also) & {"other_34", "other_63"}:
        lines += _in_other_universe(build_id, chosen, texts)
    return profile.profiled(edition, lines, provinces=(chosen.province, *others), texts=texts)


@st.cache_data(show_spinner=False, max_entries=128)
def best(build_id: str, chosen: Selection) -> Drawn | None:
    """How far the unit is from the best of its region and of the country."""
    return frontier.frontier(edition_of(build_id, chosen), province=chosen.province, texts=text.load(chosen.lang))


@st.cache_data(show_spinner=False, max_entries=128)
def gap_to(build_id: str, chosen: Selection, target: str) -> gap.Answer:
    """The bridge from the unit to a target (a key of ``targets``)."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    side = _sides(build_id, chosen, edition)[target]
    return gap.bridged(edition, side, province=chosen.province, texts=texts)


@st.cache_data(show_spinner=False, max_entries=128)
def closing(build_id: str, chosen: Selection, target: str) -> gap.Answer:
    """Which part of the gap to a target could be closed in a year."""
    texts, edition, pace = text.load(chosen.lang), edition_of(build_id, chosen), _pace(build_id, chosen)
    if pace is None:
        return gap.Answer(None, texts("compare.closing.unknown"))
    side = _sides(build_id, chosen, edition)[target]
    return gap.closing(edition, side, pace, province=chosen.province, texts=texts)


@st.cache_data(show_spinner=False, max_entries=128)
def alike(build_id: str, chosen: Selection) -> peers.Answer | None:
    """The units most like the chosen one in context."""
    context = warehouse.query(build_id, "context", period=chosen.period, universe=chosen.universe)
    edition = edition_of(build_id, chosen)
    return peers.alike(edition, context, province=chosen.province, texts=text.load(chosen.lang))


@st.cache_data(show_spinner=False, max_entries=128)
def rose(build_id: str, chosen: Selection) -> peers.Answer | None:
    """The units that started like the chosen one and rose more; None where no two years tell."""
    pace = _pace(build_id, chosen)
    if pace is None or chosen.province not in pace.before.values.index:
        return None
    return peers.rose(edition_of(build_id, chosen), pace, province=chosen.province, texts=text.load(chosen.lang))


@st.cache_data(show_spinner=False, max_entries=64)
def explained(build_id: str, chosen: Selection) -> tuple[str, int] | None:
    """The newest framework and period in which the points of the chosen unit's parts are known."""
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    asked = {"family": family, "universe": chosen.universe, "province": chosen.province}
    rows = warehouse.query(build_id, "explained_periods", **asked)
    return None if rows.empty else (str(rows["framework"].iloc[0]), int(rows["period"].iloc[0]))


def _sides(build_id: str, chosen: Selection, edition: Edition) -> dict[str, Side]:
    return sides.sides(
        edition,
        rivals=rivals(build_id, chosen),
        home=_home(build_id, chosen),
        regions=catalogue(build_id, chosen.lang).region_names(),
        texts=text.load(chosen.lang),
    )


def _home(build_id: str, chosen: Selection) -> tuple[str, ...]:
    """The regions of the chosen unit."""
    units = catalogue(build_id, chosen.lang).provinces
    rows = units[(units["universe"] == chosen.universe) & (units["province_code"] == chosen.province)]
    return tuple(rows["regions"].iloc[0])


def _in_other_universe(build_id: str, chosen: Selection, texts: text.Texts) -> list[Line]:
    """The unit's successor among the 34, or its constituents among the 63, where that edition has figures."""
    choices, universe = catalogue(build_id, chosen.lang), OTHER_UNIVERSE[chosen.universe]
    key = (chosen.framework, chosen.period, universe)
    if not choices.indicator_names(*key):
        return []
    codes = _translated(choices, chosen)
    other = edition_of(build_id, replace(chosen, universe=universe))
    names = {code: texts(f"compare.side.other_{universe}", name=other.units[code]) for code in codes}
    return [profile.reference_line(other, Side(name, (code,))) for code, name in names.items()]


def _translated(choices: Catalogue, chosen: Selection) -> list[str]:
    if chosen.universe == 63:
        return [choices.successor(chosen.province)]
    found = choices.successors
    return list(found.loc[found["new_code"] == chosen.province, "old_code"])


def _pace(build_id: str, chosen: Selection) -> Pace | None:
    """The newest two neighbouring years of one framework whose parts are known for all units."""
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    known = warehouse.query(build_id, "sure_editions", family=family, universe=chosen.universe)
    years = set(known.itertuples(index=False, name=None))
    for name, until in known.itertuples(index=False, name=None):
        if (name, until - 1) in years:
            after, before = (edition_of(build_id, chosen, (name, year)) for year in (until, until - 1))
            return Pace(
                since=int(until) - 1,
                until=int(until),
                before=shared_parts(before.parts, before.framework),
                after=shared_parts(after.parts, after.framework),
                edition=after,
            )
    return None
