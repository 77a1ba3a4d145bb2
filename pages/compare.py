"""So sánh: the unit beside others, where the gap is, what of it could be closed, and whom to learn from."""

import streamlit as st

from pages.ui import compare_choices as choices
from pages.ui import escaped, filters, shell, tables
from pages.ui.figure import figure
from pages.ui.queries import compare
from pages.ui.view import View


def profile(view: View) -> None:
    """Every indicator, one mark per unit."""
    choices.choose_also(view)
    answer = compare.profiled(view.build_id, view.selection, choices.also(view))
    if answer.drawn:
        figure(view, *answer.drawn, name="compare_profile")
        if answer.missing:
            st.caption(view.texts("compare.missing", names=", ".join(answer.missing)))
        return
    fields = {"province": view.province_name, "index": view.texts(f"shell.family.{view.family}")}
    st.info(view.texts("compare.nothing", year=str(view.selection.period), **fields))


def best(view: View) -> None:
    """How far the unit is from the best of its region and of the country."""
    drawn = compare.best(view.build_id, view.selection)
    if drawn:
        figure(view, *drawn, name="compare_frontier")
    else:
        st.caption(view.texts("compare.frontier.unknown", year=str(view.selection.period)))


def gap(view: View) -> None:
    """Where the gap to one of them lies, and which part of it could be closed."""
    texts, targets = view.texts, compare.targets(view.build_id, view.selection)
    st.header(texts("compare.gap.heading"), anchor=False)
    target = view.option("target", tuple(targets), next(iter(targets)))
    filters.option(view, "target", targets, label=texts("compare.target"), current=target)
    found = compare.gap_to(view.build_id, view.selection, target)
    if found.drawn is None:
        st.info(escaped.markdown(found.said))
        open_explained(view)
        return
    with st.container(key="beside_gap"):
        left, right = st.columns(2, gap="large")
    with left:
        figure(view, *found.drawn, name="compare_gap", level=3)
    closing = compare.closing(view.build_id, view.selection, target)
    with right:
        if closing.drawn:
            figure(view, *closing.drawn, name="compare_closing", level=3)
        else:
            st.info(escaped.markdown(closing.said))


def open_explained(view: View) -> None:
    """A way to the newest year whose points are known."""
    edition = compare.explained(view.build_id, view.selection)
    if edition and edition != (view.selection.framework, view.selection.period):
        framework, period = edition
        label = view.texts("compare.open_explained", year=str(period))
        choice = {"framework": framework, "period": period}
        st.button(label, key="open_explained", on_click=filters.go, args=(view,), kwargs=choice, type="primary")


def learn(view: View) -> None:
    """Units like ours, and units that were like ours and rose."""
    texts, name = view.texts, view.province_name
    with st.container(key="beside_peers"):
        left, right = st.columns(2, gap="large")
    alike, rose = (ask(view.build_id, view.selection) for ask in (compare.alike, compare.rose))
    with left:
        st.header(texts("compare.alike.heading", province=name), anchor=False)
        if alike:
            st.markdown(escaped.markdown(alike.said))
            tables.show(alike.rows, texts, key="alike")
            st.caption(texts("compare.alike.source_34" if view.selection.universe == 34 else "compare.alike.source"))
    with right:
        st.header(texts("compare.rose.heading", province=name), anchor=False)
        st.markdown(rose.said if rose else texts("compare.rose.unknown"))
        if rose and len(rose.rows):
            tables.show(rose.rows, texts, key="rose")


shown = shell.view()
names = shown.catalogue.units(shown.selection.universe)
others = [names[code] for code in compare.rivals(shown.build_id, shown.selection)]
heading = {"province": shown.province_name, "year": str(shown.selection.period)}
titled = shown.texts("compare.title", rivals=", ".join(others), **heading) if others else None
st.title(titled or shown.texts("compare.title_alone", **heading), anchor=False)
filters.bar(shown, filters.province, filters.index, filters.period, filters.universe, filters.against)
if others and not shown.selection.against:
    st.caption(shown.texts("compare.nearest"))
for section in (profile, best, gap, learn):
    section(shown)
