"""Lịch sử: who published, withdrew or restored what, and when; taking it back; the state as it was."""

import streamlit as st

from etl import build, events
from pages.ui import access, escaped, event_shown, filters, shell, tables, taking_back
from pages.ui.moments import moment
from pages.ui.questions.history import told

MOST_AT_FULL_HEIGHT, TABLE_HEIGHT = 12, 460

view = shell.view()
texts = view.texts
st.title(texts("history.title"), anchor=False)
access.gate(texts)
taking_back.outcome(view)
known = events.published()
if damaged := events.damaged():
    st.error(texts("history.damaged"))
    st.html(escaped.listed(damaged))
st.caption(texts("history.bundled", n=len(build.bundled_workbooks())))

if not known:
    st.info(texts("history.empty"))
else:
    by_id = {event.id: event for event in known}
    chosen = view.option("event", tuple(by_id), known[-1].id)
    picked = tables.choose(
        told.table(known, texts, moment=moment),
        texts,
        key="events",
        by="id",
        chosen=chosen,
        words=texts("history.table_of_events", n=len(known)),
        height="content" if len(known) <= MOST_AT_FULL_HEIGHT else TABLE_HEIGHT,
    )
    if picked and picked != chosen:
        filters.go(view, event=picked)
        st.rerun()
    event_shown.show(view, by_id[chosen], known)
