"""One edition of a build with all its units, in the reader's language."""

from __future__ import annotations

import streamlit as st

from etl import text, warehouse
from etl.text import Texts
from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.queries.frameworks import framework
from pages.ui.questions.edition import Edition
from pages.ui.selection import Selection


def edition_of(build_id: str, chosen: Selection, other: tuple[str, int] | None = None) -> Edition:
    """The chosen edition, or another one (framework, period) of the same universe."""
    name, period = other or (chosen.framework, chosen.period)
    return _opened(build_id, chosen.lang, name, period, chosen.universe)


@st.cache_resource(show_spinner=False, max_entries=64)
def _opened(build_id: str, lang: str, name: str, period: int, universe: int) -> Edition:
    """One edition; shared by all sessions, never changed."""
    choices = catalogue(build_id, lang)
    asked = {"framework": name, "period": period, "universe": universe, "lang": lang}
    return Edition(
        framework=framework(build_id, name),
        period=period,
        parts=warehouse.query(build_id, "parts", **asked),
        values=warehouse.query(build_id, "edition_values", **asked),
        units=choices.units(universe),
        decrees=choices.decrees(),
        names=_names(choices, choices.family_of(name), text.load(lang)),
    )


def _names(choices: Catalogue, family: str, texts: Texts) -> dict[str, str]:
    """What sentences call each framework of the family: its decree, or the index where it has but one."""
    editions = choices.editions(family)
    decrees = dict(zip(editions["framework"], editions["decree"], strict=True))
    return decrees if len(decrees) > 1 else dict.fromkeys(decrees, texts(f"shell.family.{family}"))
