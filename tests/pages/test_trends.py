"""Trends, run without a browser: both languages, odd links, years and units of which little is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/trends.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def headings(page: AppTest) -> list[str]:
    """The findings above the charts, without the marks that keep them plain."""
    return [words.value.lstrip("# ").replace("\\", "") for words in page.markdown if words.value.startswith("## ")]


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_opens_on_the_home_province(built: str, lang: str) -> None:
    page = opened(lang=lang)
    assert not page.exception
    name = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert page.title[0].value == text.load(lang)("trends.title", province=name)
    found = headings(page)
    assert len(found) == 5 and "5/63" in found[0] and ("0,7951" if lang == "vi" else "0.7951") in found[1]
    assert "ICT Index 2018–2020, 18" in found[4]


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_an_odd_link_opens_on_the_nearest_view(built: str, lang: str) -> None:
    page = opened(lang=lang, province="99", indicator="nonsense", period="1999", against="48,zz")
    assert not page.exception
    assert page.title[0].value == opened(lang=lang).title[0].value
    assert headings(page) == headings(opened(lang=lang, against="48"))


def test_any_indicator_of_the_family_can_be_chosen(built: str) -> None:
    page = opened()
    chooser = page.selectbox(key="choose_indicator")
    chooser.set_value("digital_government").run()
    assert not page.exception
    assert page.query_params["indicator"] == "digital_government"
    assert page.query_params["framework"] == "QD922-2022"
    assert "trụ cột chính quyền số" in headings(page)[0]


def test_the_34_units_name_what_they_were_formed_from(built: str) -> None:
    page = opened(universe="34", province="48")
    assert not page.exception
    said = " ".join(words.value for words in page.caption)
    assert "Quảng Nam" in said and "suy ra" in said
    assert any("63" in words.value for words in page.info)


def test_a_unit_with_one_year_claims_no_change(built: str) -> None:
    page = opened(framework="ICT-INDEX", province="11")
    assert not page.exception
    assert "chưa có năm nào khác" in headings(page)[0]
    assert [words.value for words in page.info] == [
        text.load("vi")("trends.components.nothing", province="Điện Biên", family="ICT Index")
    ]


def test_a_unit_without_any_figure_is_told_so(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2020", indicator="it_industry", province="11")
    assert not page.exception
    assert page.info[0].value.startswith("Chưa có giá trị hay thứ hạng nào của Điện Biên")


def test_ranks_without_values_are_said_to_be_so(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2020", indicator="internal_it_application")
    assert not page.exception
    assert page.info[0].value.startswith("Nguồn chỉ công bố thứ hạng")
