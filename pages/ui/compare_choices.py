"""The choices that the page of comparisons adds to the address: what else is on the chart, and the gap to whom."""

from __future__ import annotations

import streamlit as st

from pages.ui.filters import go
from pages.ui.view import View

DEFAULT = ("nation",)
NOTHING = "none"
"""Stands in the address where somebody took every line off, so that the default does not come back."""


def references(view: View) -> dict[str, str]:
    """What can stand beside the units, by name: means, and the unit of the other universe."""
    hidden = f"other_{view.selection.universe}"
    return {key: name for key, name in view.texts.under("compare.reference").items() if key != hidden}


def also(view: View) -> tuple[str, ...]:
    """Which of them the address asks for; the national mean where it asks for nothing."""
    asked = view.options.get("also")
    if asked is None:
        return DEFAULT
    return tuple(key for key in references(view) if key in asked.split(","))


def choose_also(view: View) -> None:
    """The widget for them."""
    names, key = references(view), "choose_also"
    st.session_state[key] = list(also(view))
    st.pills(
        view.texts("compare.also"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=key,
        on_change=lambda: go(view, also=",".join(st.session_state[key]) or NOTHING),
    )
