"""The workbook whose formulas compute the chosen unit's score, to download."""

from __future__ import annotations

import streamlit as st

from etl.computed_workbook import computed_workbook
from etl.score_workings import Edition
from etl.vietnamese import fold
from pages.ui import downloads
from pages.ui.queries import sources
from pages.ui.view import View


def offer(view: View) -> None:
    """A button for the workbook, made when it is pressed; or why there is none."""
    chosen, texts = view.selection, view.texts
    fields = {"province": view.province_name, "year": str(chosen.period)}
    if not sources.has_parts(view.build_id, view.family, *_where(view)):
        st.info(texts("sources.computed.nothing", **fields))
        return
    st.markdown(texts("sources.computed.explained", **fields))
    button(view)


def button(view: View) -> None:
    """The button alone, where the parts of the score are known."""
    chosen, texts = view.selection, view.texts
    edition, stem = Edition(view.build_id, *_where(view)), fold(view.province_name).replace(" ", "-")
    downloads.button(
        texts("sources.computed.download"),
        lambda: computed_workbook(edition, texts),
        f"score_{stem}_{chosen.framework}_{chosen.period}_{chosen.universe}.xlsx",
        downloads.XLSX,
        key="computed_workbook",
    )


def _where(view: View) -> tuple[str, int, int, str]:
    chosen = view.selection
    return chosen.framework, chosen.period, chosen.universe, chosen.province
