"""The Excel pack, opened again: a sheet for each chart, numbers as numbers, a native chart, a sheet of sources."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from pages.ui.briefing import excel
from pages.ui.briefing.content import Briefing


@pytest.fixture(scope="module")
def book(whole: Briefing) -> Workbook:
    return load_workbook(io.BytesIO(excel.pack(whole)))


def test_each_chart_has_a_sheet_with_its_numbers_under_vietnamese_names(book: Workbook, whole: Briefing) -> None:
    for slide in whole.slides:
        if not slide.drawn:
            continue
        sheet, table = book[slide.label], slide.drawn.table
        assert sheet.freeze_panes == "A5" and len(sheet._charts) == 1
        column = list(table.columns).index("rank" if "rank" in table else "delta")
        assert sheet.cell(4, column + 1).value in ("Hạng", "Chênh lệch (điểm)")
        cells = [sheet.cell(5 + row, column + 1).value for row in range(len(table))]
        assert cells == [None if value != value else pytest.approx(value) for value in table.iloc[:, column].astype(float)]


def test_the_first_sheet_leads_to_the_others_and_the_last_names_the_sources(book: Workbook, whole: Briefing) -> None:
    first, last = book.worksheets[0], book.worksheets[-1]
    assert first["A1"].value == whole.title and first["A2"].value == whole.place
    links = [cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == len(whole.slides) and all(link.split("'")[1] in book.sheetnames for link in links)
    words = [cell.value for cell in last["B"]]
    assert last.title == "Nguồn" and {whole.choices, whole.printed} <= set(words)


def test_slides_of_one_name_get_sheets_of_their_own_and_text_is_never_a_formula(whole: Briefing) -> None:
    first = whole.slides[0]
    twice = replace(whole, slides=(first, replace(first, key="again", title="=1+1")))
    book = load_workbook(io.BytesIO(excel.pack(twice)))
    assert [first.label, f"{first.label} (2)"] == book.sheetnames[1:3]
    assert book[f"{first.label} (2)"]["A1"].data_type == "s"
