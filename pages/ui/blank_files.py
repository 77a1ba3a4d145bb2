"""Files to fill in and send back: blank templates of figures, and frameworks to edit."""

from __future__ import annotations

import datetime

import pandas as pd
import streamlit as st

from etl import framework_workbooks, templates
from etl.reference import Reference
from etl.reference_geography import UNIVERSES
from pages.ui import downloads
from pages.ui.downloads import XLSX
from pages.ui.selection import MERGED_UNIVERSE
from pages.ui.view import View

FIRST_YEAR_OF_34 = 2025


def template(view: View, known: Reference) -> None:
    """A blank template of any framework, year and universe."""
    texts = view.texts
    st.header(texts("upload.template.heading"), anchor=False)
    st.markdown(texts("upload.template.explained"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        framework = _framework(view, known, "template")
        years = _years(known, framework)
        newest = min(range(len(years)), key=lambda at: abs(years[at] - view.selection.period))
        period = st.selectbox(texts("shell.choice.period"), years, index=newest, key="template_period", width=140)
        usual = MERGED_UNIVERSE if period >= FIRST_YEAR_OF_34 else max(UNIVERSES)
        universe = st.selectbox(
            texts("shell.choice.universe"),
            UNIVERSES,
            index=UNIVERSES.index(usual),
            format_func=lambda size: texts("shell.universe_option", size=size),
            key=f"template_universe_{usual}",
            width=220,
        )
        downloads.button(
            texts("upload.template.download"),
            lambda: templates.template(known, framework, period=period, universe=universe, texts=texts),
            f"{framework}_{period}_{universe}.xlsx",
            XLSX,
            key="template",
        )


def framework(view: View, known: Reference) -> None:
    """A framework as a workbook to edit; it comes back by the uploader like any return."""
    texts = view.texts
    st.header(texts("upload.framework.heading"), anchor=False)
    st.markdown(texts("upload.framework.explained"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _framework(view, known, "framework")
        downloads.button(
            texts("upload.framework.download"),
            lambda: framework_workbooks.workbook(known, chosen, texts=texts),
            f"{chosen}.xlsx",
            XLSX,
            key="framework",
        )


def _framework(view: View, known: Reference, use: str) -> str:
    codes = list(known.editions["framework"])
    names = dict(zip(codes, known.editions[f"name_{view.texts.lang}"], strict=True))
    return st.selectbox(
        view.texts("shell.choice.framework"),
        codes,
        index=codes.index(view.selection.framework) if view.selection.framework in codes else 0,
        format_func=names.__getitem__,
        key=f"{use}_of",
        width=420,
    )


def _years(known: Reference, framework: str) -> list[int]:
    """The years that a framework covers, newest first; one that is in force reaches into next year."""
    row = known.editions.set_index("framework").loc[framework]
    first = int(row["first_period"])
    last = row["last_period"]
    until = max(datetime.date.today().year + 1, first) if pd.isna(last) else int(last)
    return list(range(until, first - 1, -1))
