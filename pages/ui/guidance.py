"""Help on every page: what the words mean, and a short tour for whoever comes for the first time."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import streamlit as st

from etl.text import Texts

STEPS = ("look", "choose", "corner", "present")
"""Steps of the tour (``help.step.<step>``); a person who has left it is not shown it again by the same browser."""
_TOUR = Path(__file__).with_name("tour.js").read_text(encoding="utf-8")


def corner(texts: Texts) -> None:
    """A popover with the words that a newcomer asks about."""
    with st.popover(texts("help.label"), key="help", type="tertiary"):
        st.html(_glossary(texts))
        st.html(f'<button type="button" class="tour-again">{escape(texts("help.again"))}</button>')


def tour(texts: Texts) -> str:
    """JavaScript that draws the tour in a browser that has not seen it; nothing of it asks the server."""
    words = {
        "steps": [texts(f"help.step.{step}") for step in STEPS],
        **{name: texts(f"help.{name}") for name in ("tour", "on", "skip", "done")},
    }
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return f"(() => {{ const words = {told};\n{_TOUR} }})();"


def _glossary(texts: Texts) -> str:
    terms = texts.under("help.term")
    meanings = "".join(
        f"<dt>{escape(term)}</dt><dd>{escape(texts(f'help.meaning.{key}'))}</dd>" for key, term in terms.items()
    )
    heading = f'<h2 class="glossary">{escape(texts("help.glossary"))}</h2>'
    return f'{heading}<dl class="glossary" tabindex="0">{meanings}</dl>'
