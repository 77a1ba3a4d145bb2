"""Factors, run without a browser: both languages, odd links, years whose points are unknown."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/factors.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def headings(page: AppTest) -> list[str]:
    """The findings, without the marks that keep them plain."""
    return [words.value.lstrip("# ").replace("\\", "") for words in page.markdown if words.value.startswith("### ")]


HUE_2023 = {"framework": "QD922-2022", "period": "2023"}


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_a_year_with_points_answers_every_question(built: str, lang: str) -> None:
    page = opened(lang=lang, **HUE_2023)
    assert not page.exception
    assert [words.value for words in page.header] == [
        text.load(lang)(f"factors.{section}.heading") for section in ("composition", "gap", "change", "lens", "heat")
    ]
    found = headings(page)
    assert len(found) == 6
    assert ("766,0" if lang == "vi" else "766.0") in found[0]
    assert {"vi": "Đà Nẵng", "en": "Da Nang"}[lang] in found[1]
    labels = [button.label for button in page.get("download_button")]
    assert text.load(lang)("sources.computed.download") in labels


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_unknown_points_are_explained_and_lead_to_a_year_with_points(built: str, lang: str) -> None:
    page = opened(lang=lang)
    assert not page.exception
    assert "405/QĐ-BKHCN" in page.info[0].value and not page.get("download_button")
    page.button(key="open_explained").click().run()
    assert not page.exception
    assert page.query_params["period"] == "2023" and page.query_params["framework"] == "QD922-2022"


def test_an_odd_link_opens_on_the_nearest_view(built: str) -> None:
    page = opened(lens="nonsense", since="1900", target="nobody", region="moon", **HUE_2023)
    assert not page.exception
    assert headings(page) == headings(opened(**HUE_2023))


def test_the_year_to_compare_with_stands_in_the_address(built: str) -> None:
    page = opened(**HUE_2023)
    page.button_group(key="choose_since").set_value("2021").run()
    assert not page.exception
    assert page.query_params["since"] == "2021"
    assert any(words.startswith("Từ năm 2021 đến năm 2023") for words in headings(page))


def test_a_chosen_rival_comes_before_the_leader(built: str) -> None:
    page = opened(against="79,01", **HUE_2023)
    assert "kém Hồ Chí Minh" in headings(page)[1]
    mean = opened(against="79,01", target="mean", **HUE_2023)
    assert "hơn trung bình cả nước" in headings(mean)[1]


def test_two_editions_are_not_bridged(built: str) -> None:
    page = opened(framework="QD922-2022", period="2021")
    assert not page.exception
    assert any(words.value.startswith("Không so sánh được năm 2020") for words in page.info)


def test_a_unit_without_parts_is_told_so_in_every_section(built: str) -> None:
    page = opened(framework="QD1726-2020", period="2020", province="11")
    assert not page.exception and not headings(page)
    assert len(page.info) == 5


def test_the_reasons_of_a_lens_are_shown_on_demand(built: str) -> None:
    page = opened(lens="provincial_factors", **HUE_2023)
    assert not page.exception
    assert any("hạ tầng" in words for words in headings(page))
    assert any(words.value.startswith("Ngoài góc nhìn này") for words in page.caption)


def test_the_ict_index_says_why_it_has_no_points(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2019")
    assert not page.exception
    assert page.info[0].value.startswith("ICT Index không chấm theo điểm tối đa")
