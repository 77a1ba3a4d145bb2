"""A scenario to send and to keep: its link, and the list of those that editors saved by name."""

from __future__ import annotations

from contextlib import suppress
from html import escape

import streamlit as st

from etl import scenarios
from etl.scenarios import Saved
from pages.ui import access, links
from pages.ui.moments import moment
from pages.ui.questions.what_if.scenario import Scenario
from pages.ui.signing import signer
from pages.ui.view import View, query


def share(view: View, scenario: Scenario) -> None:
    """The link that reopens the scenario and, for editors, a form to save it by name."""
    texts = view.texts
    address = view.selection.address() | {name: asked for name, asked in scenario.options().items() if asked}
    st.caption(texts("what_if.share.link"))
    st.code(links.page("what_if", address), language=None, wrap_lines=True)
    if not access.may_edit():
        st.caption(texts("what_if.share.closed"))
        return
    form = st.form("save_scenario", border=False, clear_on_submit=True)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(texts("what_if.share.name"), max_chars=scenarios.LONGEST_NAME, key="scenario_name")
        by = signer(view, "scenario")
        pressed = st.form_submit_button(texts("what_if.share.save"))
    if pressed:
        _save(view, name, by, address)


def known(view: View) -> None:
    """The scenarios that were saved, newest first, each a link; editors can take one off the list."""
    texts, listed = view.texts, scenarios.saved()
    if not listed:
        st.caption(texts("what_if.share.none"))
        return
    st.markdown(f"### {texts('what_if.share.saved', n=len(listed))}")
    for scenario in listed:
        with st.container(horizontal=True, vertical_alignment="center", key=f"saved_{scenario.id}"):
            st.html(_link(view, scenario))
            if access.may_edit():
                label = texts("what_if.share.remove")
                st.button(label, key=f"remove_{scenario.id}", on_click=_remove, args=(scenario.id,), type="tertiary")


def _save(view: View, name: str, by: str, address: dict[str, str]) -> None:
    access.check()
    try:
        scenarios.save(name, by=by, address=address)
    except scenarios.NotSaved as refused:
        st.warning(view.texts(f"what_if.share.{refused.reason}", most=scenarios.LONGEST_NAME))


def _remove(scenario_id: str) -> None:
    access.check()
    with suppress(scenarios.UnknownScenario):  # somebody else was quicker
        scenarios.remove(scenario_id, by=access.editor())


def _link(view: View, scenario: Saved) -> str:
    """The name as a link in the reader's language, and whose scenario it is, of which unit and year."""
    address = {**scenario.address, "lang": view.texts.lang}
    by = scenario.by or view.texts("what_if.share.nobody")
    line = view.texts("what_if.share.line", about=_about(view, address), by=by, date=moment(scenario.at))
    return f'<a href="?{escape(query(address))}" target="_self">{escape(scenario.name)}</a> – {escape(line)}'


def _about(view: View, address: dict[str, str]) -> str:
    """The unit and the year, as far as this build knows them."""
    universe = address.get("universe", "")
    sizes = {str(size): int(size) for size in view.catalogue.provinces["universe"].unique()}
    names = view.catalogue.units(sizes[universe]) if universe in sizes else {}
    return ", ".join(filter(None, [names.get(address.get("province", "")), address.get("period")]))
