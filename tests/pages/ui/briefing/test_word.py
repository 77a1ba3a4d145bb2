"""The report, opened again: the layout of an official document, headings, tables, pictures with words."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.shared import Cm, Pt

from pages.ui.briefing import word
from pages.ui.briefing.content import Briefing


@pytest.fixture(scope="module")
def report(whole: Briefing) -> Document:
    return Document(io.BytesIO(word.report(whole)))


def test_the_page_and_the_letters_are_those_of_decree_30(report: Document) -> None:
    page = report.sections[0]
    assert (round(page.page_width / Cm(1), 1), round(page.page_height / Cm(1), 1)) == (21.0, 29.7)
    left, right, top, bottom = (
        round(margin.mm) for margin in (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    )
    assert 30 <= left <= 35 and 15 <= right <= 20 and 20 <= top <= 25 and 20 <= bottom <= 25
    normal = report.styles["Normal"].font
    assert (normal.name, normal.size) == ("Times New Roman", Pt(14))


def test_the_head_has_the_national_name_and_motto(report: Document) -> None:
    issuer, nation = report.tables[0].rows[0].cells
    assert nation.text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert "Số: …/BC-…" in issuer.text


def test_sections_are_numbered_and_hold_findings_pictures_and_tables(report: Document, whole: Briefing) -> None:
    headings = [each.text for each in report.paragraphs if each.style.name == "Heading 1"]
    assert headings == [f"{n}. {slide.label}" for n, slide in enumerate(whole.slides, start=1)]
    words = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert all(slide.title in words for slide in whole.slides) and whole.printed in words
    told = [slide.caption.description for slide in whole.slides if slide.caption]
    assert [shape._inline.docPr.get("descr") for shape in report.inline_shapes] == told
    assert len(report.tables) == len(told) + 2


def test_a_long_table_shows_the_rows_around_the_unit(report: Document, partial: Briefing) -> None:
    rows = [row.cells[1].text for row in report.tables[1].rows]
    assert len(rows) == word.MOST_ROWS + 1 and "Thừa Thiên Huế" in rows
    assert report.tables[1].rows[1].cells[2].text == "0,8002"
    english = Document(io.BytesIO(word.report(partial)))
    assert english.tables[1].rows[1].cells[2].text == "0.8373"
