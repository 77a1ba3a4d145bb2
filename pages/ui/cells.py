"""From figure to cell: the cells that a unit's figures were read from, or of the units that it was formed from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from etl.sources import addresses
from pages.ui import downloads, escaped, tables
from pages.ui.queries import sources
from pages.ui.selection import MERGED_UNIVERSE
from pages.ui.view import View


def show(view: View) -> None:
    """The figures of the chosen unit that a workbook states; below them, what its derived values are the means of."""
    chosen, texts = view.selection, view.texts
    asked = (view.build_id, texts.lang, chosen.framework, chosen.period)
    title = texts("sources.lineage.title", province=view.province_name, period=str(chosen.period))
    st.header(title)
    stated = sources.lineage(*asked, chosen.universe, chosen.province)
    merged = chosen.universe == MERGED_UNIVERSE
    behind = sources.constituent_cells(*asked, chosen.province) if merged else stated.head(0)
    if stated.empty and behind.empty:
        st.info(texts("sources.lineage.nothing", province=view.province_name, period=str(chosen.period)))
    if len(stated):
        st.markdown(texts("sources.lineage.explained", n=len(stated)))
        _table(view, stated, title=title, name="lineage")
    if len(behind):
        st.markdown(_means(view, behind))
        _table(view, behind, title=title, name="constituent_cells")


def _means(view: View, behind: pd.DataFrame) -> str:
    """How the derived values follow from the cells below."""
    names = list(dict.fromkeys(behind["province"]))
    form = "means" if len(names) > 1 else "same"
    return view.texts(f"sources.lineage.{form}", province=view.province_name, names=", ".join(names), n=len(behind))


def _table(view: View, rows: pd.DataFrame, *, title: str, name: str) -> None:
    tables.show(rows, view.texts, key=name)
    with st.container(horizontal=True):
        downloads.of_table(view, rows, title=title, stem=f"{name}_{view.selection.province}", name=name)
    cited = addresses(rows["source_url"])
    with st.expander(view.texts("sources.lineage.cited", n=len(cited))):
        st.html(escaped.links(cited))
