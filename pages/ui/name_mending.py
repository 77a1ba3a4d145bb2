"""Names that nobody knows yet, each with a list to choose from: the file is read again at once with the answer."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import streamlit as st

from etl.aliases import Aliases
from pages.ui import escaped, handed_in
from pages.ui.handed_in import HandedIn
from pages.ui.questions.cell_names import CellNames
from pages.ui.questions.upload.unknown_names import UnknownName
from pages.ui.view import View

MOST_SHOWN, MOST_PLACES = 30, 3


def ask(view: View, file: HandedIn, unknown: Sequence[UnknownName]) -> None:
    """A row for each unknown name: where it stands, what it could be, one click to accept what is suggested."""
    st.header(view.texts("upload.names.heading", n=len(unknown)), anchor=False)
    st.caption(view.texts("upload.names.explained"))
    for number, name in enumerate(unknown[:MOST_SHOWN], start=1):
        _ask_one(view, file, name, number)
    if len(unknown) > MOST_SHOWN:
        st.caption(view.texts("upload.names.more", n=len(unknown) - MOST_SHOWN))


def answers(view: View, file: HandedIn, names: CellNames) -> None:
    """What was said so far, each with a way to take it back."""
    said = handed_in.said_names(file)
    each = [(Aliases(units=(row,)), row[1], names.units[row[0], row[2]]) for row in said.units]
    each += [(Aliases(indicators=(row,)), row[1], names.indicators[row[0], row[2]]) for row in said.indicators]
    for number, (alias, name, meaning) in enumerate(each, start=1):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(escaped.paragraph(view.texts("upload.names.said", name=name, meaning=meaning)), width="content")
            undo = view.texts("upload.names.undo")
            st.button(undo, key=f"unsay_{number}", type="tertiary", on_click=handed_in.unsay_name, args=(file, alias))


def _ask_one(view: View, file: HandedIn, name: UnknownName, number: int) -> None:
    texts, key = view.texts, f"name_{file.short}_{_code(name)}"
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"unknown_name_{number}"):
        st.html(escaped.paragraph(f"{number}. {_told(view, name)}", kind="name"), width=380)
        st.selectbox(
            texts(f"upload.names.which_{name.kind}", number=number),
            list(name.choices),
            index=None,
            format_func=name.choices.__getitem__,
            key=key,
            placeholder=texts("upload.names.choose"),
            width=320,
            on_change=lambda: _chosen(file, name, st.session_state[key]),
        )
        for code in name.suggested[:2]:
            label = texts("upload.names.accept", meaning=name.choices[code])
            st.button(label, key=f"{key}_{code}", on_click=_chosen, args=(file, name, code))


def _chosen(file: HandedIn, name: UnknownName, code: str | None) -> None:
    if code is not None:
        handed_in.say_name(file, name.said(code))


def _told(view: View, name: UnknownName) -> str:
    places = ", ".join(name.places[:MOST_PLACES])
    more = len(name.places) - MOST_PLACES
    key = "upload.names.found_often" if more > 0 else "upload.names.found"
    return view.texts(key, name=name.written, places=places, more=more)


def _code(name: UnknownName) -> str:
    """A short name for the widgets of one unknown name."""
    return f"{crc32(f'{name.kind} {name.scope} {name.name}'.encode()):08x}"
