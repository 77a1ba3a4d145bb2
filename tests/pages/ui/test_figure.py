"""A chart with what belongs to it: finding, source, explanation, table and four files."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.ui.conftest import Run


def page() -> None:
    import streamlit as st

    from pages.ui import shell
    from pages.ui.figure import figure
    from pages.ui.queries import overview

    view = shell.view()
    drawn = overview.answer(view.build_id, view.selection).position
    picked = figure(view, *drawn, name="overview_position", pick=True)
    st.text(picked or "nobody")


@pytest.fixture
def drawn(run: Run) -> AppTest:
    return run(page, period="2023")


def test_the_finding_is_a_heading_and_the_source_stands_below(drawn: AppTest) -> None:
    assert not drawn.exception
    assert drawn.markdown[0].value.startswith("## Thừa Thiên Huế cao hơn trung bình cả nước 0,0877")
    assert drawn.caption[-1].value.startswith("Nguồn\\: Quyết định 922/QĐ-BTTTT")


def test_the_table_and_the_files_wait_until_somebody_opens_them(drawn: AppTest) -> None:
    assert not drawn.dataframe and not drawn.get("download_button")
    drawn.session_state["data_overview_position"] = True
    drawn.run()
    assert not drawn.exception
    assert len(drawn.dataframe[0].value) == 63
    assert [button.proto.label for button in drawn.get("download_button")] == ["CSV", "Excel", "PNG", "SVG"]


def test_nobody_is_picked_until_somebody_clicks(drawn: AppTest) -> None:
    assert drawn.text[0].value == "nobody"
