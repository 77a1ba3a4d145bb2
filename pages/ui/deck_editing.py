"""Putting a deck together: its slides in order, each to be moved, left out or noted, and what else could be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui import deck, escaped, filters
from pages.ui.deck import Entry
from pages.ui.queries import decks, figures, story
from pages.ui.saved_views_shown import NOTED
from pages.ui.view import DECK, View

LONGEST_NOTE = 2000
NOTE_HEIGHT = 100


def entries(view: View, listed: Sequence[Entry], remembered: Mapping[str, str]) -> dict[str, str]:
    """The slides with their buttons; returns the notes by slide, as far as there are any.

    ``remembered``: the notes of the saved deck that is open.
    """
    notes = {}
    for at, entry in enumerate(listed):
        told, buttons = st.columns([7, 3], vertical_alignment="center")
        told.markdown(_told(view, at, entry))
        with buttons, st.container(horizontal=True, wrap=False, horizontal_alignment="right", key=f"entry_{at}"):
            _buttons(view, listed, at)
            notes[str(entry)] = _note(view, entry, remembered.get(str(entry), ""))
    return {key: note for key, note in notes.items() if note}


def more(view: View, listed: Sequence[Entry]) -> None:
    """A list of what can be added, and the way back to the story."""
    texts, key = view.texts, "choose_slide"
    names = _names(view)
    known = {entry.key for entry in listed}
    left = [name for name in names if name not in known]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state[key] = None
        st.selectbox(
            texts("present.add"),
            left,
            format_func=names.__getitem__,
            key=key,
            width=420,
            placeholder=texts("shell.choose_one"),
            on_change=lambda: to(view, deck.added(listed, deck.chart(view, st.session_state[key]))),
        )
        if tuple(listed) != deck.WHOLE:
            st.button(texts("present.whole"), key="whole_story", on_click=to, args=(view, deck.WHOLE), type="tertiary")


def to(view: View, listed: Sequence[Entry]) -> None:
    """Make the page show this deck."""
    filters.go(view, **{DECK: deck.written(listed)})


def address(view: View, listed: Sequence[Entry]) -> dict[str, str]:
    """The choices that reopen the deck, without notes."""
    return view.selection.address() | ({DECK: deck.written(listed)} if deck.written(listed) else {})


def opened(view: View, saved_id: str) -> None:
    """Show the saved deck that was just written."""
    filters.go(view, **{NOTED: saved_id})


def _told(view: View, at: int, entry: Entry) -> str:
    slide = decks.slide(view, entry)
    label = _names(view)[entry.key]
    finding = escaped.markdown(slide.title) if slide else view.texts("present.nothing", year=str(view.selection.period))
    return f"{at + 1}. **{label}** – {finding}"


def _buttons(view: View, listed: Sequence[Entry], at: int) -> None:
    texts, last = view.texts, len(listed) - 1
    moves = {"up": (deck.moved(listed, at, -1), at == 0), "down": (deck.moved(listed, at, 1), at == last)}
    for name, (then, useless) in moves.items():
        label = texts(f"present.{name}")
        st.button(label, key=f"{name}_{at}", on_click=to, args=(view, then), disabled=useless, type="tertiary")
    rest = tuple(entry for i, entry in enumerate(listed) if i != at)
    label = texts("present.leave_out")
    st.button(label, key=f"out_{at}", on_click=to, args=(view, rest), disabled=not rest, type="tertiary")


def _note(view: View, entry: Entry, remembered: str) -> str:
    """The note on a slide: as typed in this session, else as saved."""
    key = f"note_{view.options.get(NOTED, '')}_{entry}"
    held = st.session_state.setdefault(_HELD, {})
    known = held.get(key, remembered)
    label = view.texts("present.note_some" if known else "present.note")
    with st.popover(label, key=f"open_{key}", type="tertiary"):
        held[key] = st.text_area(
            view.texts("present.note"), known, key=key, max_chars=LONGEST_NOTE, height=NOTE_HEIGHT
        ).strip()
    return held[key]


def _names(view: View) -> dict[str, str]:
    """Readers' names of everything that can be a slide, the story first."""
    chapters = {key: view.texts(f"story.label.{key}") for key in story.STORY}
    return chapters | {name: view.texts(f"figure_names.{name}") for name in figures.FIGURES}


_HELD = "notes_of_slides"
"""Notes typed in this session by widget: Streamlit forgets what a widget held when it is not drawn."""
