"""The frame around every page: menu, language, home, and links that name nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text
from pages.ui import shell

APP = str(Path(__file__).resolve().parents[3] / "app.py")


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_the_menu_names_every_page_in_the_language(built: str, lang: str) -> None:
    page = opened(lang=lang)
    assert not page.exception
    labels = [link.label for link in page.get("page_link")]
    assert labels == [text.load(lang)(f"{name}.menu") for name in shell.PAGES]


def test_the_menu_keeps_the_selections_and_the_language_link_the_page_s_options(built: str) -> None:
    page = opened(province="48", period="2022", search="hue", slides="why")
    link = page.get("page_link")[0].proto
    assert "province=48" in link.query_string and "period=2022" in link.query_string and "slides=why" in link.query_string
    assert "search" not in link.query_string
    show = next(html.proto.body for html in page.get("html") if 'class="show"' in html.proto.body)
    assert "show?lang=vi&amp;province=48" in show and "slides=why" in show and "search" not in show
    language = next(html.proto.body for html in page.get("html") if 'class="language"' in html.proto.body)
    assert "lang=en" in language and "province=48" in language and "search=hue" in language


def test_an_option_cannot_break_out_of_the_language_link(built: str) -> None:
    page = opened(search='"><script>alert(1)</script>')
    language = next(html.proto.body for html in page.get("html") if 'class="language"' in html.proto.body)
    assert "<script" not in language


def test_the_language_is_switched_without_leaving_while_a_file_is_in_hand(built: str) -> None:
    page = AppTest.from_file(APP, default_timeout=60)
    page.session_state["file_0"] = "bang.xlsx"
    page.run()
    next(button for button in page.button if button.label == "English").click().run()
    assert not page.exception and page.query_params["lang"] == "en"
    assert text.load("en")("overview.menu") in [link.label for link in page.get("page_link")]


def test_what_a_link_names_wrongly_is_said(built: str) -> None:
    page = opened(province="99", indicator="happiness")
    assert not page.exception
    assert [re.findall("«(.+?)»", words.value) for words in page.warning] == [["99", "happiness"]]


def test_a_code_from_before_the_mergers_is_told_by_name(built: str) -> None:
    page = opened(universe="34", against="49")
    assert [words.value for words in page.warning] == [
        "Liên kết có So với «49», mã của Quảng Nam trước khi sắp xếp; Quảng Nam nay thuộc Đà Nẵng, hãy chọn Đà Nẵng."
    ]


def test_rivals_that_the_switch_merges_away_are_told_once(built: str) -> None:
    page = opened(against="48,49")
    page.button_group(key="choose_universe").set_value(34).run()
    assert page.query_params["against"] == "48"
    assert "Quảng Nam cũ nay thuộc Đà Nẵng nên không còn đứng riêng để so sánh." in [words.value for words in page.info]
    assert not [words for words in page.run().info if "Quảng Nam" in words.value]


def test_without_a_build_one_is_made(empty_store: Path) -> None:
    page = opened()
    assert not page.exception and page.title
    assert (empty_store / "CURRENT").is_file()
