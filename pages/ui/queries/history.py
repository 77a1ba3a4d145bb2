"""What the page of history reads. An event never changes, so what it did is cached by its id."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from etl import consequences, export, history, returns, text
from etl.changes import counts
from etl.events import Event
from pages.ui.drawn import Drawn
from pages.ui.questions import cell_changes
from pages.ui.questions.cell_names import names_of

TABLES = tuple(export.FILTERS)
CSV, XLSX = "csv", "xlsx"
_FOR_EXCEL = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Effect:
    """What an event changed: numbers, charts (None where there is nothing to draw) and every figure."""

    counts: dict[str, int]
    brought: Drawn | None
    moved: Drawn | None
    cells: pd.DataFrame


@st.cache_data(max_entries=16, show_spinner=False)
def effect(event_id: str, lang: str, _event: Event) -> Effect:
    """The figures that an event changed when it happened."""
    return _told(consequences.of_event(event_id), returns.rows(_event), lang)


@st.cache_data(max_entries=8, show_spinner=False)
def taking_back(event_id: str, newest: str) -> dict[str, int]:
    """How many figures would be new, changed and gone if an event were withdrawn or restored now.

    ``newest``: the id of the newest event, up to which this holds.
    """
    return counts(consequences.of_taking_back(event_id))


def state(event_id: str, table: str, form: str) -> bytes:
    """One table of ``etl.export`` as it stood just after an event, as CSV (with a byte order mark) or Excel."""
    frame = export.table(history.state_at(event_id), table, {})
    return _FOR_EXCEL + export.as_csv(frame) if form == CSV else export.as_xlsx(frame)


def _told(changed: pd.DataFrame, stated: pd.DataFrame, lang: str) -> Effect:
    texts = text.load(lang)
    names = names_of(returns.reference_with(returns.in_force()), texts)
    cells = cell_changes.described(changed, None, names)
    return Effect(
        counts=counts(changed),
        brought=cell_changes.by_indicator(cells, stated, names, texts, page="history"),
        moved=cell_changes.of_values(cells, texts, source=texts("history.source")),
        cells=cell_changes.table(cells, texts),
    )
