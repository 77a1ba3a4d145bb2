"""Comparison in a browser: drawn in both languages and widths, choices in the link, reopened the same, accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

YEAR = "framework=QD922-2022&period=2023"


def findings(page: Page) -> list[str]:
    return page.locator("h2, h3").all_inner_texts()


@pytest.mark.parametrize(("lang", "width"), [("vi", 768), ("en", 1440)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/compare?lang={lang}&{YEAR}&against=48,01&also=nation,region,other_34", width=width)
    names = {"vi": ("Thừa Thiên Huế", "Đà Nẵng, Hà Nội"), "en": ("Thua Thien Hue", "Da Nang, Ha Noi")}[lang]
    title = text.load(lang)("compare.title", province=names[0], rivals=names[1], year="2023")
    assert page.locator("h1").inner_text() == title
    assert page.locator(".stVegaLiteChart").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert grave_faults(page) == []


def test_choices_stand_in_the_link_and_reopen(open_page: Open) -> None:
    page = open_page(f"/compare?{YEAR}&against=48")
    page.get_by_text("Trung bình vùng", exact=True).click()
    page.wait_for_url("**also=nation%2Cregion**")
    drawn(page)
    page.locator(".st-key-choose_target").get_by_text("Trung bình cả nước", exact=True).click()
    page.wait_for_url("**target=nation**")
    drawn(page)
    again = open_page("/compare?" + page.url.partition("?")[2])
    assert findings(again) == findings(page)
    assert any("hơn trung bình cả nước" in finding for finding in findings(again))
