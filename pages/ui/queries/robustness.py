"""What the page of reliability reads: cached by build and choices, worked out in pages/ui/questions/robustness."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from etl import text, warehouse
from indicators.certainty import printed_rounding
from indicators.shared_parts import shared_parts
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.queries.editions import edition_of
from pages.ui.queries.frameworks import framework
from pages.ui.questions.edition import Edition
from pages.ui.questions.robustness import assumptions, doubtful, interval, measurement
from pages.ui.questions.robustness.study import Study
from pages.ui.selection import Selection


@dataclass(frozen=True)
class Ranks:
    """How sure the ranks are: the unit's card (HTML), all ranges, who cannot be told apart, what moves a rank."""

    card: str
    ranges: Drawn
    doubtful: doubtful.Answer
    tornado: Drawn
    left_out: Drawn
    shares: Drawn


@dataclass(frozen=True)
class Near:
    """How sure the unit's own rank is: the ranges around it, and in sentences who cannot be told apart."""

    drawn: Drawn
    said: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """Why there are no ranges, and the newest framework and period of the family that has some, or None."""

    why: str
    sure: tuple[str, int] | None


@dataclass(frozen=True)
class Measurement:
    """How well the index measures. ``influence``: None where weights are unknown."""

    influence: Drawn | None
    correlations: Drawn
    coherence: str
    outliers: measurement.Outliers


@st.cache_data(show_spinner=False, max_entries=128)
def ranks(build_id: str, chosen: Selection) -> Ranks | Refused:
    """How sure the ranks of the chosen edition are, seen from the chosen unit."""
    edition = _asked(chosen)
    intervals = warehouse.query(build_id, "rank_intervals", lang=chosen.lang, **edition)
    if intervals.empty:
        return _refused(build_id, chosen)
    texts, opened = text.load(chosen.lang), edition_of(build_id, chosen)
    study = Study(opened, chosen.province, shared_parts(opened.parts, opened.framework), intervals)
    tried = _tried(build_id, chosen.framework, chosen.period, chosen.universe)
    alike = warehouse.query(build_id, "doubtful_pairs", lang=chosen.lang, province=chosen.province, **edition)
    return Ranks(
        card=interval.card(study, texts),
        ranges=interval.drawn(study, texts, near=tuple(alike["province_code"])),
        doubtful=doubtful.doubtful(study, alike, texts),
        tornado=assumptions.tornado(study, tried.swings, texts),
        left_out=assumptions.left_out(study, tried.left_out, texts),
        shares=assumptions.shares(study, tried.sensitivity, texts),
    )


@st.cache_data(show_spinner=False, max_entries=128)
def near(build_id: str, chosen: Selection) -> Near | Refused:
    """How sure the rank of the chosen unit is, without what other assumptions make of it."""
    asked = _asked(chosen) | {"lang": chosen.lang}
    intervals = warehouse.query(build_id, "rank_intervals", **asked)
    if intervals.empty:
        return _refused(build_id, chosen)
    texts, opened = text.load(chosen.lang), edition_of(build_id, chosen)
    study = Study(opened, chosen.province, shared_parts(opened.parts, opened.framework), intervals)
    alike = warehouse.query(build_id, "doubtful_pairs", province=chosen.province, **asked)
    found = doubtful.doubtful(study, alike, texts)
    return Near(interval.around(study, texts, near=tuple(alike["province_code"])), (found.said, *found.flips))


@st.cache_data(show_spinner=False, max_entries=64)
def measured(build_id: str, chosen: Selection) -> Measurement | None:
    """How well the chosen edition measures; None where fewer than two indicators are known for all units."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    values = measurement.complete_values(edition)
    if values.shape[1] < 2:
        return None
    parts = shared_parts(edition.parts, edition.framework)
    whole = len(parts.values) == len(edition.units)
    return Measurement(
        influence=measurement.of_influence(edition, parts, texts) if whole else None,
        correlations=measurement.of_correlations(edition, values, texts),
        coherence=measurement.coherence(values, texts),
        outliers=measurement.outliers(edition, values, texts),
    )


@st.cache_data(show_spinner=False, max_entries=32)
def _tried(build_id: str, name: str, period: int, universe: int) -> assumptions.Tried:
    """What other assumptions make of the ranks of one edition, whoever looks at it."""
    rows = warehouse.query(build_id, "parts", lang="vi", framework=name, period=period, universe=universe)
    parts = shared_parts(rows, framework(build_id, name))
    printed = warehouse.query(build_id, "printed_decimals", framework=name, period=period)
    return assumptions.tried(parts, rounding=printed_rounding(printed, parts.max_points))


def _refused(build_id: str, chosen: Selection) -> Refused:
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    sure = warehouse.query(build_id, "sure_editions", family=family, universe=chosen.universe)
    newest = None if sure.empty else (str(sure["framework"].iloc[0]), int(sure["period"].iloc[0]))
    known = int(edition.index_ranking["value"].count())
    fields = {"year": str(chosen.period), "decree": edition.decree, "known": known, "of": len(edition.units)}
    return Refused(texts(f"robustness.refused.{_reason(edition, family, known)}", **fields), newest)


def _reason(edition: Edition, family: str, known: int) -> str:
    if known < len(edition.units):
        return "partial"
    if not edition.points_known:
        return f"points_{family}"
    return "parts" if edition.n_parts > 1 else "single"


def _asked(chosen: Selection) -> dict[str, str | int]:
    return {"framework": chosen.framework, "period": chosen.period, "universe": chosen.universe}
