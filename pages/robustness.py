"""Độ tin cậy: how sure the ranks are, who cannot be told apart, what moves a rank, how well the index measures."""

import streamlit as st

from pages.ui import filters, shell, tables
from pages.ui.drawn import Drawn
from pages.ui.figure import figure
from pages.ui.queries import robustness
from pages.ui.view import View


def explained(view: View, drawn: Drawn, *, name: str) -> None:
    """A small chart and the one sentence on what it means for a leader."""
    figure(view, *drawn, name=f"robustness_{name}", level=3)
    st.markdown(view.texts(f"robustness.{name}.meaning"))


def refused(view: View, answer: robustness.Refused) -> None:
    """Why there are no ranges, and the way to the newest year that has some."""
    st.info(answer.why)
    if answer.sure:
        framework, period = answer.sure
        label = view.texts("robustness.open_sure", year=str(period))
        choice = {"framework": framework, "period": period}
        st.button(label, key="open_sure", on_click=filters.go, args=(view,), kwargs=choice, type="primary")


def told_apart(view: View, answer: robustness.Ranks) -> None:
    """From whom the unit cannot clearly be told apart, and what would reverse an order."""
    texts, found = view.texts, answer.doubtful
    st.subheader(texts("robustness.doubtful.heading"), anchor=False)
    st.markdown(found.said)
    if len(found.rows):
        tables.show(found.rows, texts, key="doubtful")
        st.markdown(texts("robustness.doubtful.meaning"))
    st.markdown("\n".join(f"* {flip}" for flip in found.flips))


def ranks(view: View, answer: robustness.Ranks) -> None:
    """The unit, its rivals and what moves its rank at the left; the whole ranking at the right."""
    with st.container(key="beside_ranks"):
        own, everybody = st.columns([5, 6], gap="large")
    with own:
        st.html(answer.card)
        told_apart(view, answer)
        explained(view, answer.tornado, name="tornado")
        explained(view, answer.left_out, name="left_out")
    with everybody:
        filters.open_province(view, figure(view, *answer.ranges, name="robustness_interval", pick=True))
        st.markdown(view.texts("robustness.interval.meaning"))
        explained(view, answer.shares, name="shares")


def measured(view: View, answer: robustness.Measurement) -> None:
    """How well the index measures: influence, correlations, coherence, outliers."""
    texts = view.texts
    st.header(texts("robustness.measurement.heading"), anchor=False)
    with st.container(key="beside_statistics"):
        left, right = st.columns(2, gap="large")
    with left:
        explained(view, answer.correlations, name="correlation")
        st.subheader(texts("robustness.alpha.heading"), anchor=False)
        st.markdown(f"{answer.coherence} {texts('robustness.alpha.meaning')}")
    with right:
        if answer.influence:
            explained(view, answer.influence, name="influence")
        st.subheader(texts("robustness.outliers.heading"), anchor=False)
        st.markdown("\n".join([answer.outliers.said, "", *(f"* {unit}" for unit in answer.outliers.units)]))
        st.markdown(texts("robustness.outliers.meaning"))


shown = shell.view()
st.title(shown.texts("robustness.title", province=shown.province_name, year=str(shown.selection.period)), anchor=False)
filters.bar(shown, filters.province, filters.index, filters.period, filters.universe)
st.caption(shown.texts("robustness.about"))
found = robustness.ranks(shown.build_id, shown.selection)
if isinstance(found, robustness.Refused):
    refused(shown, found)
else:
    ranks(shown, found)
statistics = robustness.measured(shown.build_id, shown.selection)
if statistics:
    measured(shown, statistics)
