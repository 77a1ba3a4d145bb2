"""A past state in place of the present one: the address option ``as_of`` names an event, and every page shows the
figures as they stood just after it."""

from __future__ import annotations

import streamlit as st

from etl import build, history, returns, store
from etl.text import Texts
from pages.ui import access
from pages.ui.moments import moment
from pages.ui.work import Work, follow

OPTION = "as_of"


def build_as_of(event_id: str, texts: Texts) -> str | None:
    """The build of the state just after an event, made now (with its progress) unless it is there.

    None for whoever may not see the history, and where there is no such event.
    """
    if not access.may_edit():
        return None
    try:
        build_id = _id_of(event_id)
    except returns.UnknownEvent:
        return None
    if not store.build_file(build_id).is_file():
        follow(Work(lambda progress: history.state_at(event_id, progress)), texts)
    return build_id


def banner(event_id: str, texts: Texts) -> None:
    """Which state is shown, and the way back to the present one."""
    at = moment(next(event.at for event in returns.until(event_id) if event.id == event_id))
    with st.container(horizontal=True, vertical_alignment="center", key="past"):
        st.info(texts("past.shown", at=at))
        st.button(texts("past.leave"), on_click=_leave, key="leave_past")


def _leave() -> None:
    del st.query_params[OPTION]


@st.cache_resource(max_entries=32, show_spinner=False)
def _id_of(event_id: str) -> str:
    return build.fingerprint(returns.in_force(returns.until(event_id)))
