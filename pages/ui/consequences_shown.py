"""What publishing would do, on screen, and what it did, with links to the rankings that changed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from etl.changes import CHANGED, GONE, NEW
from etl.publish import Published
from pages.ui import downloads, tables
from pages.ui.figure import figure
from pages.ui.queries import upload
from pages.ui.queries.upload import Preview
from pages.ui.questions.upload.rank_moves import Edition
from pages.ui.view import View

MOST_LINKS = 4


def preview(view: View, told: Preview) -> None:
    """New, changed, gone: a sentence, charts, and everything as tables."""
    texts = view.texts
    if told.empty:
        st.info(texts("upload.preview.nothing"))
        return
    st.markdown(_sentence(view, told))
    for number, (_, strip) in enumerate(told.new_rankings, start=1):
        figure(view, *strip, name=f"upload_new_ranking_{number}", level=3)
    for name, drawn in (("upload_moved", told.moved), ("upload_brought", told.brought)):
        if drawn:
            figure(view, *drawn, name=name, level=3)
    for name, frame in (("nodes", told.nodes), ("mapping", told.mapping), ("cells", told.cells), ("ranks", told.ranks)):
        if len(frame):
            _list(view, name, frame)


def published(view: View, done: Published) -> None:
    """What was published, with links to the rankings that it changed and to the history."""
    texts, changes = view.texts, done.event.changes
    st.success(texts("upload.published.done", **changes))
    with st.container(horizontal=True, gap="medium", key="links"):
        for edition in upload.published_editions(done.event.id, done.event)[:MOST_LINKS]:
            framework, period, universe = edition
            label = texts("upload.published.ranking", year=str(period), of=universe, decree=_decree(view, framework))
            st.page_link("pages/rankings.py", label=label, query_params=_ranking_address(view, edition))
        if done.event.framework:
            address = {"lang": texts.lang, "framework": done.event.framework, "part": "method"}
            st.page_link("pages/sources.py", label=texts("upload.published.framework"), query_params=address)
        address = {**view.selection.address(), "event": done.event.id}
        st.page_link("pages/history.py", label=texts("upload.published.history"), query_params=address)


def _ranking_address(view: View, edition: Edition) -> dict[str, str]:
    """The link of an edition's ranking; codes of units and indicators stay only where they mean the same there."""
    framework, period, universe = edition
    there = {"lang": view.texts.lang, "framework": framework, "period": str(period), "universe": str(universe)}
    same_units = universe == view.selection.universe
    return there | ({"province": view.selection.province} if same_units else {})


def _decree(view: View, framework: str) -> str:
    return view.catalogue.decrees().get(framework, framework)


def _sentence(view: View, told: Preview) -> str:
    texts = view.texts
    said = [texts(f"upload.preview.{kind}", n=told.counts[kind]) for kind in (NEW, CHANGED, GONE) if told.counts[kind]]
    if len(told.nodes):
        said.append(texts("upload.preview.nodes", n=len(told.nodes)))
    if len(told.mapping):
        said.append(texts("upload.preview.mapping", n=len(told.mapping)))
    moved = [texts("upload.preview.movers", n=n, year=str(key[1]), of=key[2]) for key, n in told.movers.items()]
    return "\n".join(f"- {sentence}" for sentence in [*said, *moved[:4]])


def _list(view: View, name: str, frame: pd.DataFrame) -> None:
    title = view.texts(f"upload.preview.list_{name}", n=len(frame))
    with st.expander(title, key=f"list_{name}"):
        tables.show(frame, view.texts, key=f"preview_{name}", words=title)
        with st.container(horizontal=True):
            downloads.of_table(view, frame, title=title, stem=f"preview_{name}", name=f"preview_{name}")
