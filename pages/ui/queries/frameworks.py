"""The frameworks of a build as `indicators` wants them."""

from __future__ import annotations

import streamlit as st

from etl import warehouse
from indicators.framework import Framework, from_frame


@st.cache_resource(max_entries=32, show_spinner=False)
def framework(build_id: str, name: str) -> Framework:
    """One framework; shared by all sessions, never changed."""
    return from_frame(warehouse.query(build_id, "nodes", framework=name), id=name)
