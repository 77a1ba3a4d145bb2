"""A link that keeps its figures: the address option ``build`` names a build, and every page is drawn from that one."""

from __future__ import annotations

import streamlit as st

from etl import store
from etl.text import Texts
from pages.ui.moments import moment

OPTION = "build"


def banner(build_id: str, texts: Texts) -> None:
    """Of which day the figures are, and the way to the newest."""
    with st.container(horizontal=True, vertical_alignment="center", key="pinned"):
        st.caption(texts("pinned.shown", at=moment(store.built_at(build_id))), width="content")
        st.button(texts("pinned.leave"), on_click=_leave, key="leave_pinned", type="tertiary")


def _leave() -> None:
    del st.query_params[OPTION]
