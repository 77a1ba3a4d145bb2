"""Help: every word explained in both languages, and a tour that says nothing else than the texts."""

from __future__ import annotations

import json

import pytest

from etl import text
from pages.ui import guidance


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_every_term_has_its_meaning_and_stands_in_the_glossary(lang: str) -> None:
    texts = text.load(lang)
    assert set(texts.under("help.term")) == set(texts.under("help.meaning"))
    drawn = guidance._glossary(texts)
    assert drawn.count("<dt>") == len(texts.under("help.term")) and "DTI" in drawn


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_the_tour_takes_its_words_from_the_texts(lang: str) -> None:
    texts, told = text.load(lang), guidance.tour(text.load(lang))
    words = json.loads(told.partition("const words = ")[2].partition(";\n")[0])
    assert words["steps"] == list(texts.under("help.step").values())
    assert "<" not in json.dumps(words["steps"])
