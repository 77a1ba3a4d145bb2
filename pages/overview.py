"""Tổng quan: where the province stands, what carried it, what held it back, what changed."""

import streamlit as st

from pages.ui import briefing_downloads, filters, shell
from pages.ui.figure import figure
from pages.ui.queries import overview

view = shell.view()
chosen, texts, name = view.selection, view.texts, view.province_name
index = texts(f"shell.family.{view.family}")
answer = overview.answer(view.build_id, chosen)

st.title(answer.lead or texts("overview.title", province=name), anchor=False)
filters.bar(view, filters.province, filters.index, filters.period, filters.universe, constituents=not answer.card)

if answer.card is None:
    missing = "no_figure" if answer.known else "never"
    st.info(texts(f"overview.{missing}", province=name, index=index, year=str(chosen.period)))
    with st.container(horizontal=True):
        for framework, period in answer.known:
            open_year = {"framework": framework, "period": period}
            label = texts("overview.open_year", index=index, year=str(period))
            st.button(label, key=f"open_{period}", on_click=filters.go, args=(view,), kwargs=open_year)
        if answer.elsewhere:
            family, framework, period = answer.elsewhere
            label = texts("overview.open_year", index=texts(f"shell.family.{family}"), year=str(period))
            other = {"framework": framework, "period": period}
            st.button(label, key="open_other", on_click=filters.go, args=(view,), kwargs=other)

with st.container(key="answer"):
    glances = st.container()
    if answer.card:
        standing, strengths, glances = st.columns([5, 8, 6], gap="medium")
        with standing:
            st.html(answer.card)
            briefing_downloads.corner(view)
        with strengths:
            if answer.strengths:
                figure(view, *answer.strengths, name="overview_strengths")
            else:
                st.info(answer.no_strengths)
    with glances:
        for family, drawn in answer.glances.items():
            if drawn:
                figure(view, *drawn, name=f"overview_glance_{family}", level=3)
            elif family != view.family or answer.known:
                unranked = {"index": texts(f"shell.family.{family}"), "province": name, "of": chosen.universe}
                st.caption(texts("overview.glance.none", **unranked))

if answer.position:
    filters.open_province(view, figure(view, *answer.position, name="overview_position", pick=True))

change = overview.change(view.build_id, chosen)
if change or answer.known:
    st.header(texts("overview.change.heading"), anchor=False)
if change is None and answer.known:
    st.info(texts("overview.change.none"))
if change:
    if change.until != chosen.period:
        years = {"year": chosen.period, "since": change.since, "until": change.until}
        st.info(texts("overview.change.older", **years))
    if change.bridge:
        figure(view, *change.bridge, name="overview_change", level=3)
    for sentence in change.said:
        st.markdown(sentence)
