"""Tổng quan: where the province stands, what carried it, what held it back, what changed."""

import streamlit as st

from pages.ui import filters, shell
from pages.ui.figure import figure
from pages.ui.queries import overview

view = shell.view()
chosen, texts = view.selection, view.texts
answer = overview.answer(view.build_id, chosen)
st.title(answer.lead or texts("overview.title", province=view.province_name), anchor=False)
filters.bar(view, filters.province, filters.index, filters.period, filters.universe)

if answer.card is None:
    family = texts(f"shell.family.{view.family}")
    st.info(texts("overview.no_figure", province=view.province_name, index=family, year=str(chosen.period)))
    with st.container(horizontal=True):
        for framework, period in answer.known:
            label = texts("overview.open_year", index=family, year=str(period))
            st.button(label, key=f"open_{period}", on_click=filters.go, args=(view,), kwargs={"framework": framework, "period": period})

with st.container(key="answer"):
    standing, strengths, glances = st.columns([5, 8, 6], gap="medium")
    if answer.card:
        standing.html(answer.card)
    with strengths:
        if answer.strengths:
            figure(view, *answer.strengths, name="overview_strengths")
        elif answer.card:
            st.info(texts("overview.strengths.none"))
    with glances:
        for family, drawn in answer.glances.items():
            figure(view, *drawn, name=f"overview_glance_{family}", level=3)

if answer.position:
    filters.open_province(view, figure(view, *answer.position, name="overview_position", pick=True))

change = overview.change(view.build_id, chosen)
st.header(texts("overview.change.heading"), anchor=False)
if change is None:
    st.info(texts("overview.change.none"))
else:
    if change.until != chosen.period:
        st.info(texts("overview.change.older", year=str(chosen.period), since=str(change.since), until=str(change.until)))
    for sentence in change.said:
        st.markdown(sentence)
    if change.bridge:
        figure(view, *change.bridge, name="overview_change", level=3)
