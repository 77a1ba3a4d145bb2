"""What the page of trends reads: cached by build and choices, worked out in pages/ui/questions/trends."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from etl import text, warehouse
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.questions.trends import components, convergence, figures, lines, outlook


@dataclass(frozen=True)
class Trend:
    """One indicator of one unit over the years; a chart that nothing is known for is None."""

    score: Drawn | None
    rank: Drawn | None
    notes: tuple[str, ...]


@st.cache_data(show_spinner=False, max_entries=256)
def trend(
    build_id: str,
    lang: str,
    family: str,
    universe: int,
    indicator: str,
    province: str,
    against: tuple[str, ...],
    until: int | None = None,
) -> Trend:
    """Values and ranks of one indicator over the periods of a family of indices, up to ``until`` or all."""
    asked = {"family": family, "universe": universe, "indicator": indicator, "lang": lang}
    texts, choices = text.load(lang), catalogue(build_id, lang)
    series = _up_to(until, _series(build_id, lang, family, universe, indicator))
    references = _up_to(until, warehouse.query(build_id, "reference_lines", province=province, **asked))
    units = lines.of_units(series, province=province, rivals=against)
    rivals = list(against) or lines.nearest(units, province=province)
    shown = figures.Shown(
        units=lines.of_units(series, province=province, rivals=rivals),
        references=lines.of_references(references, texts),
        of=universe,
        decrees=choices.decrees(),
        province=choices.units(universe)[province],
        indicator=figures.indicator_name(choices, family, universe, indicator),
    )
    notes = figures.notes(shown, texts, chose_rivals=bool(against))
    return Trend(figures.score(shown, texts), figures.rank(shown, texts), notes)


@st.cache_data(show_spinner=False, max_entries=256)
def component_ranks(build_id: str, lang: str, family: str, universe: int, province: str) -> Drawn | None:
    """The ranks of a unit's indicators over the editions, side by side; None where fewer than two are known."""
    rows = warehouse.query(build_id, "component_ranks", family=family, universe=universe, province=province, lang=lang)
    choices = catalogue(build_id, lang)
    name = choices.units(universe)[province]
    decrees, texts = choices.decrees(), text.load(lang)
    return components.drawn(rows, family=family, of=universe, province=name, decrees=decrees, texts=texts)


@st.cache_data(show_spinner=False, max_entries=256)
def coming(
    build_id: str, lang: str, family: str, universe: int, indicator: str, province: str
) -> outlook.Answer | None:
    """Where the unit's values would go, or why that is not drawn; None where nobody has a value."""
    choices = catalogue(build_id, lang)
    editions = choices.editions(family)
    return outlook.outlook(
        _series(build_id, lang, family, universe, indicator),
        province=province,
        indicator=figures.indicator_name(choices, family, universe, indicator),
        newest=int(editions.loc[editions["universe"] == universe, "period"].max()),
        decrees=choices.decrees(),
        texts=text.load(lang),
    )


@st.cache_data(show_spinner=False, max_entries=256)
def together(build_id: str, lang: str, family: str, universe: int, indicator: str, province: str) -> convergence.Answer:
    """Whether all units come closer together."""
    choices = catalogue(build_id, lang)
    return convergence.convergence(
        _series(build_id, lang, family, universe, indicator),
        province=province,
        of=universe,
        indicator=figures.indicator_name(choices, family, universe, indicator),
        decrees=choices.decrees(),
        texts=text.load(lang),
    )


def _series(build_id: str, lang: str, family: str, universe: int, indicator: str) -> pd.DataFrame:
    return warehouse.query(build_id, "series", family=family, universe=universe, indicator=indicator, lang=lang)


def _up_to(period: int | None, rows: pd.DataFrame) -> pd.DataFrame:
    return rows if period is None else rows[rows["period"] <= period]
