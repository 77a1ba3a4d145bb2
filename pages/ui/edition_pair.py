"""Two editions of the chosen index side by side, as a table and a bridged series."""

from __future__ import annotations

import streamlit as st

from pages.ui import downloads, edition_choices, escaped, filters, tables
from pages.ui.figure import figure
from pages.ui.queries import sources
from pages.ui.view import View


def show(view: View) -> None:
    """A pair of editions that follow each other: the newest unless the address names another."""
    texts, chosen = view.texts, view.selection
    names, pair = edition_choices.pairs(view), edition_choices.pair(view)
    if pair is None:
        st.info(texts("sources.editions.one"))
        return
    old, new = pair
    if len(names) > 1:
        current = edition_choices.BETWEEN.join(pair)
        filters.option(view, "pair", names, label=texts("sources.editions.pair"), current=current)
    found = sources.compared(view.build_id, texts.lang, pair, chosen.universe, chosen.province)
    st.header(escaped.markdown(found.said), anchor=False)
    st.caption(texts("sources.editions.explained"))
    tables.show(found.rows, texts, key="editions", words=found.said)
    with st.container(horizontal=True):
        downloads.of_table(view, found.rows, title=found.said, stem=f"editions_{old}_{new}", name="editions")
    if found.bridged:
        figure(view, *found.bridged, name="editions_bridged")
    else:
        st.info(escaped.markdown(found.why))
