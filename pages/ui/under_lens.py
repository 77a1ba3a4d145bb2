"""A score in the categories of a theory, with what the theory leaves out and how indicators are mapped to it."""

from __future__ import annotations

import streamlit as st

from pages.ui import filters
from pages.ui.factor_choices import edition_name
from pages.ui.figure import figure
from pages.ui.queries import factors
from pages.ui.view import View

MOST_NAMES = 6
"""Names of indicators in a sentence at most."""


def section(view: View) -> None:
    """The same score in the categories of a theory, with the mapping on demand."""
    st.header(view.texts("factors.lens.heading"), anchor=False)
    texts, answer = view.texts, factors.under_one_lens(view.build_id, view.selection)
    filters.lens(view)
    st.caption(answer.question)
    if answer.maps_nothing:
        st.info(texts("factors.lens.no_members", decree=edition_name(view)))
        return
    if answer.drawn:
        figure(view, *answer.drawn, name="factors_lens", level=3)
    else:
        st.info(texts("factors.lens.nothing", province=view.province_name, decree=edition_name(view)))
    for note in _notes(view, answer):
        st.caption(note)
    mapping = st.expander(texts("factors.lens.mapping"), on_change="rerun", key="lens_mapping")
    if mapping.open:
        mapping.markdown(_mapping(view, answer))


def _mapping(view: View, answer: factors.UnderLens) -> str:
    """The mapping as Markdown: whose theory it is, and the categories, each with its indicators, points and reasons."""
    lines = [view.texts("factors.lens.source", source=answer.source), ""]
    for category, members in answer.mapping.items():
        sentences = members or [view.texts("factors.lens.empty_category")]
        lines += [f"**{category}**", "", *(f"* {sentence}" for sentence in sentences), ""]
    return "\n".join(lines)


def _notes(view: View, answer: factors.UnderLens) -> list[str]:
    """What must be said beside the categories: overlaps, empty ones, what stands outside."""
    texts, notes = view.texts, []
    if answer.overlaps:
        notes.append(texts("factors.lens.overlap"))
    if answer.empty:
        notes.append(texts("factors.lens.empty", decree=edition_name(view), names=", ".join(answer.empty)))
    if answer.outside:
        known = "outside" if answer.outside_points > 0 else "outside_unknown"
        more = ["…"] if len(answer.outside) > MOST_NAMES else []
        names = ", ".join([*answer.outside[:MOST_NAMES], *more])
        notes.append(texts(f"factors.lens.{known}", names=names, points=answer.outside_points))
    return notes
