"""The words of the interface: the same in both languages, none of them in code."""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from pathlib import Path

import pytest

from etl import text

PROJECT = Path(__file__).resolve().parents[2]
PAGES = sorted((PROJECT / "pages").rglob("*.py")) + [PROJECT / "app.py"]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_files() -> None:
    files = {lang: {file.name for file in (text.TEXT_FOLDER / lang).glob("*.toml")} for lang in text.LANGUAGES}
    assert files["vi"] == files["en"]


def test_both_languages_have_the_same_keys() -> None:
    vi, en = (set(text.load(lang).entries) for lang in ("vi", "en"))
    assert vi - en == set() and en - vi == set()


@pytest.mark.parametrize("key", sorted(text.load("vi").entries))
def test_both_languages_fill_the_same_fields(key: str) -> None:
    vi, en = text.load("vi")[key], text.load("en")[key]
    assert vi.strip() and en.strip()
    assert fields(vi) == fields(en)


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_texts_are_composed_unicode(lang: str) -> None:
    for key, words in text.load(lang).entries.items():
        assert unicodedata.is_normalized("NFC", words), key


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_no_vietnamese_stands_in_the_code_of_pages(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation
    ]
    assert not [words for words in strings if re.search("[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]", words.lower())]
