"""What the rankings read: cached by build and choices, worked out in pages/ui/questions/rankings."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from etl import text, warehouse
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.questions.rankings import findings
from pages.ui.questions.rankings.map import ranking_map
from pages.ui.questions.rankings.units import in_region, units
from pages.ui.selection import Selection


@dataclass(frozen=True, eq=False)
class Ranking:
    """Every unit on one measure (see questions/rankings/units), what that says, and what must be known about it."""

    rows: pd.DataFrame
    finding: str
    notes: tuple[str, ...]


@st.cache_data(show_spinner=False, max_entries=128)
def ranking(build_id: str, chosen: Selection, lens: str) -> Ranking:
    """The ranking of the chosen indicator, or of that category of ``lens`` where one is named."""
    texts, choices = text.load(chosen.lang), catalogue(build_id, chosen.lang)
    asked = {"framework": chosen.framework, "period": chosen.period, "universe": chosen.universe, "lang": chosen.lang}
    if lens:
        scores = warehouse.query(build_id, "lens_scores", lens=lens, **asked)
        known = scores[scores["category"] == chosen.indicator]
    else:
        known = warehouse.query(build_id, "ranking", indicator=chosen.indicator, **asked)
    provinces = choices.provinces[choices.provinces["universe"] == chosen.universe]
    rows = units(known, provinces, regions=choices.region_names(), texts=texts)
    return Ranking(
        rows,
        findings.finding(rows, province=chosen.province, of=chosen.universe, texts=texts),
        tuple(findings.notes(rows, of=chosen.universe, texts=texts)),
    )


@st.cache_data(show_spinner=False, max_entries=64)
def on_map(build_id: str, chosen: Selection, lens: str, region: str, form: str) -> Drawn:
    """The ranking on a map of the whole country or of one region."""
    whole = ranking(build_id, chosen, lens)
    return ranking_map(
        in_region(whole.rows, region),
        form=form,
        chosen=chosen,
        title=whole.finding,
        decrees=catalogue(build_id, chosen.lang).decrees(),
        texts=text.load(chosen.lang),
    )
