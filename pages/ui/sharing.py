"""The link to what is on screen: to send, to keep with its figures, to read with a telephone."""

from __future__ import annotations

import streamlit as st

from pages.ui import links, past, pinned, qr
from pages.ui.view import View


def corner(view: View) -> None:
    """A popover with the links; what is in it is made only when somebody opens it."""
    texts = view.texts
    opened = st.popover(texts("sharing.label"), on_change="rerun", key="sharing", type="tertiary")
    if not opened.open:
        return
    options = {name: asked for name, asked in view.options.items() if name != pinned.OPTION}
    link = links.here(view.selection.address() | options)
    with opened:
        st.caption(texts("sharing.newest"))
        st.code(link, language=None, wrap_lines=True)
        if past.OPTION not in options:
            st.caption(texts("sharing.kept"))
            kept = links.here(view.selection.address() | options | {pinned.OPTION: view.build_id})
            st.code(kept, language=None, wrap_lines=True)
        st.html(qr.picture(link, words=texts("sharing.code")))
