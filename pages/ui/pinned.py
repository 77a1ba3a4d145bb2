"""A link that keeps its figures: the address option ``build`` names a build, and every page is drawn from that one."""

from __future__ import annotations

import streamlit as st

from etl import store
from etl.text import Texts
from pages.ui import past
from pages.ui.moments import moment
from pages.ui.view import View

OPTION = "build"


def by(view: View) -> dict[str, str]:
    """The option by which a link shows these very figures where no history is read: the build, of a past state too."""
    dated = OPTION in view.options or past.OPTION in view.options
    return {OPTION: view.build_id} if dated else {}


def banner(build_id: str, texts: Texts) -> None:
    """Of which day the figures are, and the way to the newest."""
    with st.container(horizontal=True, vertical_alignment="center", key="pinned"):
        st.caption(texts("pinned.shown", at=moment(store.built_at(build_id))), width="content")
        st.button(texts("pinned.leave"), on_click=_leave, key="leave_pinned", type="tertiary")


def _leave() -> None:
    del st.query_params[OPTION]
