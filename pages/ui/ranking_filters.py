"""The choices above a ranking: what is ranked, in which region, and a search by name."""

from __future__ import annotations

import streamlit as st

from pages.ui.filters import go, select
from pages.ui.view import View

ALL_REGIONS = ""
"""Said by the absence of ``region`` from the address."""

Measure = tuple[str, str]
"""A lens ("" for the indicators of the decree itself) and the code of a category or an indicator."""


def measure(view: View) -> None:
    """Any indicator that has figures in the edition, or any category of a lens that has scores there."""
    names = _measure_names(view)
    select(view, "measure", list(names), names.__getitem__, current=chosen_measure(view), choose=_as_choices)


def chosen_measure(view: View) -> Measure:
    """What is ranked: an indicator where the address names one, else a category of its lens."""
    chosen = view.selection
    return ("", chosen.indicator) if chosen.indicator == view.indicator else (chosen.lens, chosen.indicator)


def measure_name(view: View) -> str:
    """The name of what is ranked, with its lens."""
    return _measure_names(view)[chosen_measure(view)]


def region(view: View) -> None:
    """The whole country or one region: the page's option ``region``."""
    names = {ALL_REGIONS: view.texts("shell.all_regions")} | view.catalogue.region_names()
    select(view, "region", list(names), names.__getitem__, current=chosen_region(view), choose=_as_region)


def chosen_region(view: View) -> str:
    """The code of the chosen region; ALL_REGIONS for the whole country."""
    return view.option("region", tuple(view.catalogue.region_names()), ALL_REGIONS)


def search(view: View) -> None:
    """A province by its name, typed with or without diacritics: the page's option ``search``."""
    key, wanted = "choose_search", view.options.get("search", "")
    if st.session_state.get(key) != wanted:  # set again while somebody types, it would undo the newest letters
        st.session_state[key] = wanted
    st.text_input(
        view.texts("shell.choice.search"),
        key=key,
        type="search",
        live=True,
        width=220,
        placeholder=view.texts("shell.search_example"),
        on_change=lambda: go(view, search=st.session_state[key]),
    )


def _measure_names(view: View) -> dict[Measure, str]:
    """Names by lens and code; a category that is an indicator too stays with the indicators."""
    chosen, catalogue = view.selection, view.catalogue
    edition = (chosen.framework, chosen.period, chosen.universe)
    indicators = catalogue.indicator_names(*edition)
    categories = {
        (lens, code): view.texts("shell.category_option", lens=lens_name, category=name)
        for lens, lens_name in catalogue.lens_names().items()
        for code, name in catalogue.category_names(lens, edition).items()
        if code not in indicators
    }
    return {("", code): name for code, name in indicators.items()} | categories


def _as_choices(measure: Measure) -> dict[str, object]:
    lens, code = measure
    return {"indicator": code, **({"lens": lens} if lens else {})}


def _as_region(code: str) -> dict[str, object]:
    return {"region": code}
