"""A chart as a page shows it: its finding above, its source below, its numbers and downloads one click away."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd
import streamlit as st

from etl.vietnamese import fold
from pages.ui import images, tables
from pages.ui.charts.caption import caption_of
from pages.ui.shell import View

Spec = dict[str, Any]


def figure(view: View, spec: Spec, table: pd.DataFrame, *, name: str, pick: bool = False) -> str | None:
    """Draw a chart with everything that belongs to it; returns the province code clicked on, where ``pick``.

    ``name`` (a code, unique on the page) names its explanation ``figures.<name>`` and its downloads. ``table``: the
    chart's data with codes of ``tables.column`` as columns.
    """
    caption = caption_of(spec)
    with st.container(key=f"figure_{name}", gap="xsmall"):
        st.markdown(f"### {caption.title}")
        st.caption(caption.subtitle)
        picked = _draw(view, spec, name, pick)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(caption.source, width="stretch")
            _downloads(view, spec, table, name)
    return picked


def _draw(view: View, spec: Spec, name: str, pick: bool) -> str | None:
    alternative = spec["description"]
    if not pick:
        st.vega_lite_chart(spec, theme=None, alt=alternative, key=f"chart_{name}")
        return None
    key = f"chart_{name}_{view.selection.province}_{view.selection.indicator}_{view.selection.period}"
    event = st.vega_lite_chart(spec, theme=None, alt=alternative, key=key, on_select="rerun", selection_mode="pick")
    points = event["selection"].get("pick", [])
    return str(points[0]["province_code"]) if points else None


def _downloads(view: View, spec: Spec, table: pd.DataFrame, name: str) -> None:
    """The table and the four files, made only when somebody opens or asks for them."""
    texts, stem = view.texts, _file_stem(view, name)
    corner = st.popover(texts("figure.data"), on_change="rerun", key=f"data_{name}", type="tertiary")
    if not corner.open:
        return
    with corner:
        st.markdown(texts(f"figures.{name}"))
        tables.show(table, texts, key=f"table_{name}")
        notes = [caption_of(spec).source, texts("figure.printed", date=datetime.date.today(), build=view.build_id)]
        title = caption_of(spec).title
        with st.container(horizontal=True):
            _button("CSV", lambda: tables.csv(table, texts), f"{stem}.csv", "text/csv", name)
            _button("Excel", lambda: tables.xlsx(table, texts, title=title, notes=notes), f"{stem}.xlsx", _XLSX, name)
            _button("PNG", lambda: images.png(spec), f"{stem}.png", "image/png", name)
            _button("SVG", lambda: images.svg(spec).encode(), f"{stem}.svg", "image/svg+xml", name)


def _button(label: str, make: Any, file_name: str, mime: str, name: str) -> None:
    st.download_button(label, make, file_name, mime, key=f"{label}_{name}", on_click="ignore")


def _file_stem(view: View, name: str) -> str:
    """A file name that says what is in it, in plain letters."""
    chosen = view.selection
    return f"{name}_{fold(view.province_name).replace(' ', '-')}_{chosen.framework}_{chosen.period}_{chosen.universe}"


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
