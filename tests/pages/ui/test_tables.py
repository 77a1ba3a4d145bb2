"""Tables: numbers for sorting, read in the language's form; files that Excel reads."""

from __future__ import annotations

import io

import pandas as pd
import pyarrow as pa
import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Dataframe

from etl import text
from pages.ui import tables

ROWS = pd.DataFrame(
    {
        "province_code": ["48", "46", "11"],
        "rank": pd.array([1, 10, None], dtype="Int64"),
        "province": ["Đà Nẵng", "=HUẾ()", "Điện Biên"],
        "value": [0.8335, 0.7951, None],
        "rank_change": pd.array([0, -2, None], dtype="Int64"),
        "basis": ["published", "derived", None],
    }
)


def page() -> None:
    import streamlit as st

    from etl import text
    from pages.ui import tables
    from tests.pages.ui.test_tables import ROWS

    texts = text.load(st.query_params.get("lang", "vi"))
    marks = {"value": ["", "°", ""], "rank_change": ["", "~", ""]}
    picked = tables.choose(ROWS, texts, key="t", by="province_code", chosen="46", words="Bảng", marks=marks)
    st.text(picked)
    tables.show(ROWS, texts, key="all")


def shown(lang: str) -> AppTest:
    test = AppTest.from_function(page)
    test.query_params["lang"] = lang
    return test.run()


def as_read(grid: Dataframe) -> pd.DataFrame:
    """The cells as the browser writes them."""
    return pa.ipc.open_stream(grid.proto.arrow_data.styler.display_values).read_pandas()


@pytest.mark.parametrize(
    ("lang", "values", "heading"),
    [("vi", ["0,8335", "0,7951°", ""], "Giá trị"), ("en", ["0.8335", "0.7951°", ""], "Value")],
)
def test_numbers_stay_numbers_and_are_read_in_the_language_s_form(lang: str, values: list[str], heading: str) -> None:
    test = shown(lang)
    assert not test.exception
    grid = test.dataframe[0]
    assert grid.value[heading].tolist()[:2] == [0.8335, 0.7951]
    assert as_read(grid)[heading].tolist() == values


def test_the_chosen_row_is_selected_and_named_by_its_code() -> None:
    assert shown("vi").text[0].value == "46"


def test_a_change_has_its_sign_and_none_has_none() -> None:
    written = as_read(shown("vi").dataframe[1])
    assert written[tables.heading("rank_change", text.load("vi"))].tolist() == ["0", "−2", ""]


def test_each_column_bears_its_own_marks() -> None:
    written = as_read(shown("vi").dataframe[0])
    assert written[tables.heading("rank_change", text.load("vi"))].tolist() == ["0", "−2~", ""]


def test_codes_become_words() -> None:
    named = tables.named(ROWS, text.load("vi"))["Cơ sở"]
    assert named[:2].tolist() == ["công bố", "suy ra"] and pd.isna(named[2])


def test_csv_carries_decimal_points_and_the_mark_that_excel_needs() -> None:
    content = tables.csv(ROWS, text.load("vi"))
    assert content.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(content), dtype={"Mã": str})
    assert read["Mã"].tolist() == ["48", "46", "11"] and read["Giá trị"].tolist()[:2] == [0.8335, 0.7951]


def test_excel_holds_numbers_text_that_never_runs_and_the_notes() -> None:
    book = load_workbook(io.BytesIO(tables.xlsx(ROWS, text.load("vi"), title="Bảng", notes=["Nguồn: thử"])))
    sheet, notes = book.worksheets
    assert [cell.value for cell in sheet[3]][1:4] == [10, "=HUẾ()", 0.7951]
    assert sheet["C3"].data_type == "s" and sheet["D3"].number_format == "0.0000"
    assert [row[0].value for row in notes.iter_rows()] == ["Bảng", "Nguồn: thử"]
