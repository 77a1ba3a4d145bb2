"""The corner where a briefing is had as a file: every format, made only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui import downloads
from pages.ui.briefing.formats import FORMATS, file_name
from pages.ui.queries.briefing import briefing
from pages.ui.view import View


def corner(view: View, *, keys: Sequence[str] | None = None, notes: Mapping[str, str] | None = None) -> None:
    """A button that opens the list of formats. `keys`: the slides (default: the whole story); `notes`: by slide."""
    with st.popover(view.texts("briefing.download.label"), type="tertiary", key="briefing"):
        st.caption(view.texts("briefing.download.explained", province=view.province_name))
        for name in FORMATS:
            _offer(view, name, keys, notes)


def _offer(view: View, name: str, keys: Sequence[str] | None, notes: Mapping[str, str] | None) -> None:
    """One format; the story is told when the button is pressed."""
    chosen, form = view.selection, FORMATS[name]
    downloads.button(
        view.texts(f"briefing.download.{name}"),
        lambda: form.make(briefing(view.build_id, chosen, keys=keys, notes=notes)),
        file_name(name, chosen, view.province_name),
        form.mime,
        key=f"briefing_{name}",
    )
