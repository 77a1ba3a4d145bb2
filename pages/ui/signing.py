"""Who does something to what is published, and with which note."""

from __future__ import annotations

import streamlit as st

from pages.ui import access
from pages.ui.view import View

_NAME = "signing_name"
LONGEST_NAME, LONGEST_NOTE = 80, 500
WIDTH = 560


def signature(view: View, what: str) -> tuple[str, str]:
    """Name and note for ``what`` (a code, unique on the page)."""
    by = signer(view, what)
    note = st.text_input(view.texts("signing.note"), max_chars=LONGEST_NOTE, key=f"note_{what}", width=WIDTH)
    return by, note.strip()


def signer(view: View, what: str) -> str:
    """The name of whoever does ``what``. A signed-in editor signs with their address."""
    texts, editor = view.texts, access.editor()
    if editor:
        st.text(texts("signing.signed_in", address=editor))
        return editor
    remembered = st.session_state.get(_NAME, "")
    by = st.text_input(texts("signing.by"), remembered, max_chars=LONGEST_NAME, key=f"by_{what}", width=WIDTH).strip()
    st.session_state[_NAME] = by or remembered
    return by
