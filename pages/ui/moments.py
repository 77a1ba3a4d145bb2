"""Moments as the reader's clock shows them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def moment(at: datetime) -> str:
    """dd/mm/yyyy hh:mm in the time zone of the reader's browser, else in the server's."""
    return at.astimezone(_zone()).strftime("%d/%m/%Y %H:%M")


def _zone() -> ZoneInfo | None:
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
