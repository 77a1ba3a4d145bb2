import datetime
import string

import pytest

from etl import text


def filled(tmp_path, lang, template, **fields):
    (tmp_path / lang).mkdir(exist_ok=True)
    (tmp_path / lang / "area.toml").write_text(f'[part]\ntitle = "{template}"\n', encoding="utf-8")
    return text.load(lang, folder=tmp_path)("area.part.title", **fields)


@pytest.mark.parametrize(
    ("lang", "template", "fields", "expected"),
    [
        ("vi", "{value:.4f}", {"value": 0.6975}, "0,6975"),
        ("en", "{value:.4f}", {"value": 0.6975}, "0.6975"),
        ("vi", "{n:,}", {"n": 1234567}, "1.234.567"),
        ("en", "{n:,}", {"n": 1234567}, "1,234,567"),
        ("vi", "{x:,.1f}", {"x": 1234.56}, "1.234,6"),
        ("vi", "{rank}/{of}", {"rank": 4, "of": 63}, "4/63"),
        ("vi", "{name}", {"name": "TP. Huế, miền Trung"}, "TP. Huế, miền Trung"),
        ("vi", "{day}", {"day": datetime.date(2025, 7, 1)}, "01/07/2025"),
        ("en", "{day}", {"day": datetime.date(2025, 7, 1)}, "2025-07-01"),
        ("vi", "{value:.4f}", {"value": float("nan")}, "–"),
        ("vi", "{value:.4f}", {"value": 0.74735}, "0,7474"),
        ("vi", "{value:.4f}", {"value": (0.7125 + 0.7822) / 2}, "0,7474"),
        ("en", "{share:.0%}", {"share": 0.125}, "13%"),
        ("vi", "{delta:+.1f}", {"delta": -4.25}, "−4,3"),
        ("vi", "{delta:+.1f}", {"delta": -0.04}, "0,0"),
        ("en", "{change:+d}", {"change": 0}, "0"),
        ("en", "{change:+d}", {"change": -2}, "−2"),
    ],
)
def test_placeholders_are_written_as_the_language_writes_them(tmp_path, lang, template, fields, expected):
    assert filled(tmp_path, lang, template, **fields) == expected


def test_unknown_key_names_itself(tmp_path):
    with pytest.raises(text.UnknownText) as caught:
        text.load("vi", folder=tmp_path)("nowhere.title")
    assert caught.value.key == "nowhere.title"


def test_unknown_language_is_refused():
    with pytest.raises(text.UnknownLanguage):
        text.load("fr")


def test_under_lists_a_branch(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.toml").write_text('[b]\nx = "1"\n[b.c]\ny = "2"\n[bb]\nz = "3"\n')
    assert text.load("en", folder=tmp_path).under("a.b") == {"x": "1", "c.y": "2"}


def placeholders(template):
    return {field for _, field, _, _ in string.Formatter().parse(template) if field}


def test_both_languages_have_the_same_keys_and_placeholders():
    vietnamese, english = text.load("vi").entries, text.load("en").entries
    assert set(vietnamese) == set(english)
    differing = [k for k in vietnamese if placeholders(vietnamese[k]) != placeholders(english[k])]
    assert differing == []


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Hạ tầng số"), ("en", "Digital infrastructure")])
def test_a_name_in_both_languages_is_written_in_the_reader_s(tmp_path, lang, expected):
    names = {"vi": "Hạ tầng số", "en": "Digital infrastructure"}
    assert filled(tmp_path, lang, "{name}", name=names) == expected
