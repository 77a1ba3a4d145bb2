"""Withdrawing a return and restoring it: what it would do, who wants it, and only then the button."""

from __future__ import annotations

import streamlit as st

from etl import command_errors
from etl.changes import CHANGED, GONE, NEW
from etl.events import RESTORE, WITHDRAW, Event
from etl.publish import Published
from pages.ui import access, editing, escaped
from pages.ui.queries import history
from pages.ui.questions.history import told
from pages.ui.signing import signature
from pages.ui.view import View
from pages.ui.work import Work, follow

_WORK, _DONE = "taking_back", "taken_back"


def outcome(view: View) -> None:
    """Follow what was begun, then tell how it ended."""
    work = st.session_state.get(_WORK)
    if work is not None:
        _follow(view, work)
    done: Published | None = st.session_state.pop(_DONE, None)
    if done is not None:
        st.success(view.texts(f"history.done.{done.event.kind}"))


def ask(view: View, event: Event, known: list[Event]) -> None:
    """A button that opens the confirmation; for what can be taken back only."""
    found = told.state(event, known)
    if found is None:
        return
    kind = WITHDRAW if found == told.IN_FORCE else RESTORE
    texts = view.texts
    corner = st.popover(texts(f"history.{kind}.open"), on_change="rerun", key=f"{kind}_{event.id}")
    if corner.open:
        with corner:
            _confirm(view, event, kind, newest=known[-1].id)


def _confirm(view: View, event: Event, kind: str, *, newest: str) -> None:
    texts, counts = view.texts, history.taking_back(event.id, newest)
    st.markdown(texts(f"history.{kind}.means"))
    changes = [texts(f"history.back.{part}", n=counts[part]) for part in (CHANGED, NEW, GONE) if counts[part]]
    st.markdown("\n".join(f"- {line}" for line in changes) or texts("history.back.nothing"))
    with st.form(f"confirm_{kind}", border=False):
        by, note = signature(view, kind)
        pressed = st.form_submit_button(texts(f"history.{kind}.confirm"), type="primary")
    if pressed and not by:
        st.warning(texts("history.no_name"))
    elif pressed:
        _begin(view, event, kind, by=by, note=note)


def _begin(view: View, event: Event, kind: str, *, by: str, note: str) -> None:
    do = editing.withdraw if kind == WITHDRAW else editing.restore
    try:
        st.session_state[_WORK] = do(event.id, by=by, note=note)
    except access.NotAnEditor:
        st.error(view.texts("access.refused"))
        return
    st.rerun()


def _follow(view: View, work: Work[Published]) -> None:
    try:
        done = follow(work, view.texts)
    except Exception as error:
        del st.session_state[_WORK]
        st.error(view.texts("history.refused"))
        st.html(escaped.listed(command_errors.lines(error, view.texts)))
        return
    del st.session_state[_WORK]
    st.session_state[_DONE] = done
    st.rerun()
