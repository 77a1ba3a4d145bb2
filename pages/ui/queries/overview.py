"""What the overview reads: cached by build and choices, worked out in pages/ui/questions/overview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from etl import text, warehouse
from indicators import sentences
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.queries.editions import edition_of
from pages.ui.queries.frameworks import framework
from pages.ui.questions.factors import change as score
from pages.ui.questions.overview import last_change, standing, strong_and_weak
from pages.ui.questions.overview.glance import glance
from pages.ui.questions.overview.position import position
from pages.ui.selection import MERGED_UNIVERSE, Selection


@dataclass(frozen=True)
class Answer:
    """The first screen.

    ``card``: HTML; None where the unit has no figure in the edition. ``said``: what it says that the
    lead does not. ``known``: framework and period of those where it
    has. ``elsewhere``: where it has none, family, framework and period of its newest figure of another index.
    ``strengths``: None where there are none to name; ``no_strengths`` says why.
    """

    lead: str | None
    card: str | None
    said: tuple[str, ...]
    known: tuple[tuple[str, int], ...]
    strengths: Drawn | None
    no_strengths: str
    glances: dict[str, Drawn | None]
    position: Drawn | None
    elsewhere: tuple[str, str, int] | None


@dataclass(frozen=True)
class Change:
    """What moved between an edition and the one before it in the same framework: a chart, and sentences."""

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
    known = {
        each: list(zip(history["framework"], history["period"], strict=True)) for each, history in histories.items()
    }
    others = [(each, *rows[-1]) for each, rows in known.items() if rows and not known[family]]
    facts = None if now is None else _facts(build_id, chosen)
    return Answer(
        lead=_lead(histories[family], now, name, index, texts),
        card=None if facts is None else standing.card(histories[family], now=now, index=index, texts=texts, **facts),
        said=() if facts is None else _said(histories[family], now, facts, texts),
        known=tuple(known[family]),
        strengths=strong_and_weak.strong_and_weak(unit, decrees=decrees, texts=texts),
        no_strengths=strong_and_weak.why_none(unit, texts),
        glances=glances,
        position=position(ranking, chosen=chosen, name=name, decrees=decrees, texts=texts),
        elsewhere=others[0] if others else None,
    )


@st.cache_data(show_spinner=False, max_entries=256)
def change(build_id: str, chosen: Selection) -> Change | None:
    """The newest change up to the chosen period that may be stated: in one framework, between neighbouring periods."""
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    history = _history(build_id, chosen, family)
    latest = standing.last_change(history[history["period"] <= chosen.period])
    since = None if latest is None else standing.compared_with(history, latest)
    if latest is None or since is None:
        return None
    texts, name, until = text.load(chosen.lang), str(latest["framework"]), int(latest["period"])
    before, after = (edition_of(build_id, chosen, (name, period)) for period in (since, until))
    drawn = score.change(before, after, province=chosen.province, texts=texts).drawn
    said = last_change.overtaking(before, after, province=chosen.province, texts=texts)
    if standing.certain(latest) is False:
        said.append(texts("overview.change.unsure"))
    if drawn is None:
        query = {"province": chosen.province, "lang": chosen.lang, **_edition(name, until, chosen.universe)}
        profile = warehouse.query(build_id, "profile", **query)
        said = [*last_change.rank_moves(profile, root=after.framework.root, texts=texts), *said]
    return Change(since, until, drawn, tuple(said))


def _facts(build_id: str, chosen: Selection) -> dict[str, Any]:
    """What the card tells beside the unit's own figures: whom it cannot be told apart from, what it was formed from."""
    asked = _edition(chosen.framework, chosen.period, chosen.universe)
    alike = warehouse.query(build_id, "doubtful_pairs", province=chosen.province, lang=chosen.lang, **asked)
    formed = None
    if chosen.universe == MERGED_UNIVERSE:
        edition = {"framework": chosen.framework, "period": chosen.period, "province": chosen.province}
        formed = warehouse.query(build_id, "constituent_scores", lang=chosen.lang, **edition)
    return {"alike": list(alike["province"]), "constituents": formed}


def _said(history: pd.DataFrame, now: pd.Series, facts: dict[str, Any], texts: text.Texts) -> tuple[str, ...]:
    lines = standing.told(history, now=now, texts=texts, **facts)
    return tuple(sentence for kind, sentence in lines if kind.split()[0] not in ("up", "down", "same"))


def _history(build_id: str, chosen: Selection, family: str) -> pd.DataFrame:
    asked = {"family": family, "universe": chosen.universe, "province": chosen.province}
    return warehouse.query(build_id, "standing", lang=chosen.lang, **asked)


def _lead(history: pd.DataFrame, now: pd.Series | None, name: str, index: str, texts: text.Texts) -> str | None:
    if now is None:
        return None
    since, certain = standing.compared_with(history, now), standing.certain(now)
    row = now.to_frame().T
    said = sentences.standing(texts, row, province=name, indicator=index, since=since, certain=certain)
    return None if said is None else str(said).rstrip(".")


def _edition(edition: str, period: int, universe: int) -> dict[str, str | int]:
    return {"framework": edition, "period": period, "universe": universe}
