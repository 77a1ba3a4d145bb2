"""A build to read from: the current one, or one made now when none fits the inputs, with its progress shown."""

from __future__ import annotations

import gc

import streamlit as st

from etl import build, returns, store
from etl.reference import ReferenceFaults
from etl.text import Texts
from etl.warehouse import ChecksFailed


def current_build(texts: Texts) -> str:
    """The id of the build to read. Without any usable one the page says why and ends here."""
    current = store.current()
    if current is not None and _follows_from_inputs(current):
        return current
    try:
        return _build_now(texts)
    except (build.InputsBroken, ReferenceFaults, ChecksFailed) as broken:
        return _last_good(current, broken, texts)


@st.cache_resource(show_spinner=False)
def _follows_from_inputs(build_id: str) -> bool:
    """Whether the inputs of now give this build: looked at once per build and process, since it reads every input.

    Long-lived objects leave the collector's sight here: Streamlit collects after each run, and going over
    modules and reference tables again and again was the largest cost of a rerun.
    """
    fits = build_id == build.fingerprint(returns.in_force())
    gc.collect()
    gc.freeze()
    return fits


def _build_now(texts: Texts) -> str:
    place = st.empty()
    with place.status(texts("shell.building"), expanded=True):
        bar = st.progress(0.0)

        def show(step: str, done: int, total: int) -> None:
            bar.progress(done / total, text=texts(f"build.{step}"))

        build_id = build.build(show)
    place.empty()
    return build_id


def _last_good(current: str | None, broken: Exception, texts: Texts) -> str:
    """The build that was there before, with a warning; an error page when there is none."""
    lines = _lines(broken, texts)
    if current is None:
        st.error(texts("shell.no_build"))
        st.text("\n".join(lines))
        st.stop()
    st.warning(texts("shell.old_build"))
    with st.expander(texts("shell.show_problems", n=len(lines))):
        st.text("\n".join(lines))
    return current


def _lines(broken: Exception, texts: Texts) -> list[str]:
    if isinstance(broken, build.InputsBroken):
        return [f"{file} {item.sheet}!{item.cell}: {item.message(texts)}" for file, item in broken.problems]
    return str(broken).splitlines()
