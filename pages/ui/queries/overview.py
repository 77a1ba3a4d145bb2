"""What the overview reads: cached by build and choices, worked out in pages/ui/questions/overview."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from etl import text, warehouse
from indicators import sentences
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.queries.frameworks import framework
from pages.ui.questions.overview import last_change, standing, strong_and_weak
from pages.ui.questions.overview.glance import glance
from pages.ui.questions.overview.last_change import Year
from pages.ui.questions.overview.position import position
from pages.ui.selection import MERGED_UNIVERSE, Selection
from pages.ui.source_line import source_line


@dataclass(frozen=True)
class Answer:
    """The first screen.

    ``card``: HTML; None where the unit has no figure in the edition. ``known``: framework and period of those where it
    has. ``strengths``: None where there are none to name; ``no_strengths`` says why.
    """

    lead: str | None
    card: str | None
    known: tuple[tuple[str, int], ...]
    strengths: Drawn | None
    no_strengths: str
    glances: dict[str, Drawn | None]
    position: Drawn | None


@dataclass(frozen=True)
class Change:
    """What moved between two neighbouring periods of one framework: a chart, and sentences."""

    since: int
    until: int
    bridge: Drawn | None
    said: tuple[str, ...]


@st.cache_data(show_spinner=False, max_entries=256)
def answer(build_id: str, chosen: Selection) -> Answer:
    """Where the chosen unit stands in the chosen edition, what carries it, and its ranks over the years."""
    texts, choices = text.load(chosen.lang), catalogue(build_id, chosen.lang)
    name, decrees = choices.units(chosen.universe)[chosen.province], choices.decrees()
    family = choices.family_of(chosen.framework)
    histories = {each: _history(build_id, chosen, each) for each in dict.fromkeys([family, "dti", "ict"])}
    now = standing.edition_row(histories[family], chosen.framework, chosen.period)
    edition = _edition(chosen.framework, chosen.period, chosen.universe)
    tree = framework(build_id, chosen.framework)
    ranking = warehouse.query(build_id, "ranking", lang=chosen.lang, indicator=tree.root, **edition)
    profile = warehouse.query(build_id, "profile", lang=chosen.lang, province=chosen.province, **edition)
    unit = strong_and_weak.ranked(profile, tree, of=chosen.universe)
    index = texts(f"shell.family.{family}")
    glances = {
        each: glance(history, index=texts(f"shell.family.{each}"), decrees=decrees, texts=texts)
        for each, history in histories.items()
    }
    return Answer(
        lead=_lead(now, name, index, texts),
        card=None if now is None else _card(build_id, chosen, histories[family], now, index, texts),
        known=tuple(histories[family][["framework", "period"]].itertuples(index=False, name=None)),
        strengths=strong_and_weak.strong_and_weak(unit, decrees=decrees, texts=texts),
        no_strengths=strong_and_weak.why_none(unit, texts),
        glances=glances,
        position=position(ranking, chosen=chosen, name=name, decrees=decrees, texts=texts),
    )


@st.cache_data(show_spinner=False, max_entries=256)
def change(build_id: str, chosen: Selection) -> Change | None:
    """The newest change up to the chosen period that may be stated: in one framework, between neighbouring periods."""
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    history = _history(build_id, chosen, family)
    latest = standing.last_change(history[history["period"] <= chosen.period])
    if latest is None:
        return None
    return _change(build_id, chosen, str(latest["framework"]), int(latest["period"]))


def _card(
    build_id: str, chosen: Selection, history: pd.DataFrame, now: pd.Series, index: str, texts: text.Texts
) -> str:
    asked = _edition(chosen.framework, chosen.period, chosen.universe)
    alike = warehouse.query(build_id, "doubtful_pairs", province=chosen.province, lang=chosen.lang, **asked)
    formed = None
    if chosen.universe == MERGED_UNIVERSE:
        edition = {"framework": chosen.framework, "period": chosen.period, "province": chosen.province}
        formed = warehouse.query(build_id, "constituent_scores", lang=chosen.lang, **edition)
    return standing.card(history, now=now, index=index, alike=list(alike["province"]), constituents=formed, texts=texts)


def _change(build_id: str, chosen: Selection, edition: str, period: int) -> Change:
    texts, choices = text.load(chosen.lang), catalogue(build_id, chosen.lang)
    units, tree = choices.units(chosen.universe), framework(build_id, edition)
    before, after = (_year(build_id, chosen, edition, each) for each in (period - 1, period))
    nodes = warehouse.query(build_id, "framework_tree", framework=edition, lang=chosen.lang)
    built = last_change.score_bridge(before, after, province=chosen.province)
    overtaking = last_change.overtaking(before, after, province=chosen.province, units=units, texts=texts)
    if built is None:
        query = {"province": chosen.province, "lang": chosen.lang, **_edition(edition, period, chosen.universe)}
        moves = last_change.rank_moves(warehouse.query(build_id, "profile", **query), root=tree.root, texts=texts)
        return Change(before.period, period, None, tuple(moves))
    both = pd.DataFrame({"framework": edition, "period": [before.period, period], "source_kind": None})
    drawn = last_change.score_change(
        built,
        since=before.period,
        until=period,
        province=units[chosen.province],
        names=dict(zip(nodes["indicator"], nodes["indicator_name"], strict=True)),
        source=source_line(both, choices.decrees(), texts),
        texts=texts,
    )
    return Change(before.period, period, drawn, (overtaking,) if overtaking else ())


def _year(build_id: str, chosen: Selection, edition: str, period: int) -> Year:
    tree, asked = framework(build_id, edition), _edition(edition, period, chosen.universe) | {"lang": chosen.lang}
    parts = warehouse.query(build_id, "parts", **asked)
    return Year(period, tree, parts, warehouse.query(build_id, "ranking", indicator=tree.root, **asked))


def _history(build_id: str, chosen: Selection, family: str) -> pd.DataFrame:
    asked = {"family": family, "universe": chosen.universe, "province": chosen.province}
    return warehouse.query(build_id, "standing", lang=chosen.lang, **asked)


def _lead(now: pd.Series | None, name: str, index: str, texts: text.Texts) -> str | None:
    if now is None:
        return None
    said = sentences.standing(texts, now.to_frame().T, province=name, indicator=index, certain=standing.certain(now))
    return None if said is None else str(said)


def _edition(edition: str, period: int, universe: int) -> dict[str, str | int]:
    return {"framework": edition, "period": period, "universe": universe}
