"""The choices of a page that shows all years: what the chosen year lacks leads to the newest year that has it."""

from __future__ import annotations

import streamlit as st

from pages.ui.filters import go
from pages.ui.view import View


def indicator(view: View) -> None:
    """Any indicator of the family of indices, whatever the year."""
    names = _indicators(view)
    key = "choose_indicator"
    st.session_state[key] = view.indicator
    st.selectbox(
        view.texts("shell.choice.indicator"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        width=320,
        on_change=lambda: _go_to(view, universe=view.selection.universe, indicator=st.session_state[key]),
    )


def universe(view: View) -> None:
    """63 or 34 units, as far as the family of indices has figures for them in any year."""
    sizes = sorted(view.catalogue.editions(view.family)["universe"].unique(), reverse=True)
    key = "choose_universe"
    st.session_state[key] = view.selection.universe
    st.segmented_control(
        view.texts("shell.choice.universe"),
        [int(size) for size in sizes],
        format_func=lambda size: view.texts("shell.universe_option", size=size),
        key=key,
        required=True,
        on_change=lambda: _go_to(view, universe=st.session_state[key], indicator=view.indicator),
    )


def _indicators(view: View) -> dict[str, str]:
    """Names by code, in the order of the newest decree that has each."""
    editions = view.catalogue.editions(view.family).query("universe == @view.selection.universe")
    names: dict[str, str] = {}
    for edition in editions.itertuples(index=False):
        there = view.catalogue.indicator_names(edition.framework, edition.period, edition.universe)
        names |= {code: name for code, name in there.items() if code not in names}
    return names


def _go_to(view: View, *, universe: int, indicator: str) -> None:
    """The chosen year where it has the universe and the indicator, else the newest with both, or with the universe."""
    editions = view.catalogue.editions(view.family).query("universe == @universe")
    fits = [
        row
        for row in editions.itertuples(index=False)
        if indicator in view.catalogue.indicator_names(row.framework, row.period, row.universe)
    ] or list(editions.itertuples(index=False))
    now = [row for row in fits if row.period == view.selection.period]
    to = (now or fits)[0]
    go(view, framework=to.framework, period=to.period, universe=universe, indicator=indicator)
