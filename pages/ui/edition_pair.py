"""Two editions of the chosen index side by side, as a table and a bridged series."""

from __future__ import annotations

from itertools import pairwise

import streamlit as st

from pages.ui import downloads, escaped, filters, tables
from pages.ui.figure import figure
from pages.ui.queries import sources
from pages.ui.shell import View

BETWEEN = "~"


def show(view: View) -> None:
    """A pair of editions that follow each other: the newest unless the address names another."""
    texts, chosen = view.texts, view.selection
    names = _pairs(view)
    if not names:
        st.info(texts("sources.editions.one"))
        return
    pair = view.option("pair", tuple(names), next(iter(names)))
    if len(names) > 1:
        filters.option(view, "pair", names, label=texts("sources.editions.pair"), current=pair)
    old, new = pair.split(BETWEEN)
    found = sources.compared(view.build_id, texts.lang, (old, new), chosen.universe, chosen.province)
    st.header(escaped.markdown(found.said), anchor=False)
    st.caption(texts("sources.editions.explained"))
    tables.show(found.rows, texts, key="editions", words=found.said)
    with st.container(horizontal=True):
        downloads.of_table(view, found.rows, title=found.said, stem=f"editions_{old}_{new}", name="editions")
    if found.bridged:
        figure(view, *found.bridged, name="editions_bridged")
    else:
        st.info(escaped.markdown(found.why))


def _pairs(view: View) -> dict[str, str]:
    """Neighbouring editions of the chosen family by "old~new", the newest first, as readers call them."""
    known = sources.editions(view.build_id, view.texts.lang)
    mine = known[known["family"] == view.family].sort_values("first_period")
    rows = list(mine[["framework", "decree"]].itertuples(index=False, name=None))
    pairs = [
        (f"{old}{BETWEEN}{new}", view.texts("sources.editions.option", old=old_decree, new=new_decree))
        for (old, old_decree), (new, new_decree) in pairwise(rows)
    ]
    return {pair: escaped.markdown(called) for pair, called in reversed(pairs)}
