"""The PDFs, opened again: text, tags, alternative texts, fonts inside, two pages."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from pages.ui.briefing import pdf
from pages.ui.briefing.content import Briefing


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d+(?:[,./–]\d+)*", words))


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(reader: PdfReader) -> str:
    """The words in one line, without marks below letters: pypdf hands the dot of one letter to another."""
    return plain(" ".join(page.extract_text() for page in reader.pages))


def plain(words: str) -> str:
    letters = unicodedata.normalize("NFD", " ".join(words.split()))
    return re.sub(r"[iI]?\s?i?\u0323", "", letters)


@pytest.fixture(scope="module")
def profile(whole: Briefing) -> PdfReader:
    return read(pdf.profile(whole))


def test_a_profile_is_two_pages_of_a4(profile: PdfReader, partial: Briefing) -> None:
    for reader in (profile, read(pdf.profile(partial))):
        assert len(reader.pages) == 2
        assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_findings_choices_and_date_can_be_found(profile: PdfReader, whole: Briefing) -> None:
    words = text_of(profile)
    assert plain(whole.title) in words and whole.place in words and plain(whole.printed) in words
    assert [slide.title for slide in whole.slides if numbers(slide.title) - numbers(words)] == []


def test_it_is_tagged_for_screen_readers(profile: PdfReader, whole: Briefing) -> None:
    root = profile.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "vi" and profile.metadata.title == whole.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_charts_are_vectors_with_alternative_texts_and_fonts_are_inside(profile: PdfReader, whole: Briefing) -> None:
    assert [image for page in profile.pages for image in page.images] == []
    told = {slide.caption.description for slide in whole.slides if slide.caption}
    found = alternatives(profile)
    assert told <= found
    fonts = [font.get_object() for page in profile.pages for font in page["/Resources"]["/Font"].values()]
    inner = [font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font for font in fonts]
    assert inner and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"]) for font in inner)


def alternatives(reader: PdfReader) -> set[str]:
    """All alternative texts of the structure tree."""
    found, left = set(), [reader.trailer["/Root"]["/StructTreeRoot"]]
    while left:
        node = left.pop().get_object()
        if isinstance(node, list):
            left += node
        elif isinstance(node, dict):
            found |= {str(node["/Alt"])} if "/Alt" in node else set()
            left += [node["/K"]] if "/K" in node else []
    return found


def test_the_whole_holds_every_sentence(whole: Briefing) -> None:
    words = text_of(read(pdf.whole(whole)))
    said = [sentence for slide in whole.slides for sentence in slide.said]
    assert [sentence for sentence in said if numbers(sentence) - numbers(words)] == []
    assert sum(plain(sentence) in words for sentence in said) > len(said) / 2
