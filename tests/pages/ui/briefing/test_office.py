"""A real office program opens the deck, the workbook and the report, and prints all their pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from pages.ui.briefing import excel, powerpoint, word
from pages.ui.briefing.content import Briefing
from tests.etl import office


@pytest.fixture(scope="module")
def printed(whole: Briefing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    files = {"deck.pptx": powerpoint.deck(whole), "pack.xlsx": excel.pack(whole), "report.docx": word.report(whole)}
    folder: Path = tmp_path_factory.mktemp("office")
    return {name: PdfReader(path) for name, path in office.converted(files, folder).items()}


def test_every_slide_is_drawn_with_its_title_and_the_words_of_its_chart(printed: dict[str, PdfReader], whole: Briefing) -> None:
    pages = [page.extract_text() for page in printed["deck.pptx"].pages]
    assert len(pages) == len(whole.slides) + 1
    place = [slide.key for slide in whole.slides].index("why") + 1
    assert "2021" in pages[place] and "+65,3" in pages[place]


def test_every_sheet_is_printed(printed: dict[str, PdfReader], whole: Briefing) -> None:
    words = " ".join(page.extract_text() for page in printed["pack.xlsx"].pages)
    assert len(printed["pack.xlsx"].pages) >= len(whole.slides) + 1 and "4/63" in words


def test_the_report_is_printed_with_its_figures_and_pictures(printed: dict[str, PdfReader], whole: Briefing) -> None:
    pages = printed["report.docx"].pages
    assert "0,6975" in pages[0].extract_text() and f"{len(whole.slides)}." in pages[-1].extract_text()
    pictures = {image["/Width"] for page in pages for image in page["/Resources"]["/XObject"].values()}
    assert len(pages) >= 4 and 2 * word.PICTURE_WIDTH in pictures
