"""Trends in a browser: drawn in both languages and widths, a choice in the link, reopened the same, accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn


def findings(page: Page) -> list[str]:
    return page.locator("h2").all_inner_texts()


@pytest.mark.parametrize(("lang", "width"), [("vi", 1440), ("en", 768)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/trends?lang={lang}", width=width)
    name = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert page.locator("h1").inner_text() == text.load(lang)("trends.title", province=name)
    assert page.locator(".stVegaLiteChart").count() == 5
    assert grave_faults(page) == []


def test_a_choice_stands_in_the_link_and_reopens(open_page: Open) -> None:
    page = open_page("/trends?against=48")
    page.get_by_text("ICT Index", exact=True).first.click()
    page.wait_for_url("**framework=ICT-INDEX**")
    drawn(page)
    assert "against=48" in page.url
    again = open_page("/trends?" + page.url.partition("?")[2])
    assert findings(again) == findings(page)
    assert "ICT Index" in findings(again)[0]


def test_a_unit_without_figures_is_told_so(open_page: Open) -> None:
    page = open_page("/trends?framework=ICT-INDEX&period=2020&indicator=it_industry&province=11")
    assert page.locator(".stVegaLiteChart").count() == 0
    assert "Điện Biên" in page.locator(".stAlert").first.inner_text()
