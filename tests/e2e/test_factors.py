"""Factors in a browser: drawn in both languages and widths, choices in the link, reopened the same, accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

YEAR = "framework=QD922-2022&period=2023"


def findings(page: Page) -> list[str]:
    return page.locator("h3").all_inner_texts()


@pytest.mark.parametrize(("lang", "width"), [("vi", 768), ("en", 1440)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/factors?lang={lang}&{YEAR}&lens=provincial_factors", width=width)
    name = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert page.locator("h1").inner_text() == text.load(lang)("factors.title", province=name, year="2023")
    assert page.locator(".stVegaLiteChart").count() == 5
    assert grave_faults(page) == []


def test_choices_of_this_page_stand_in_the_link_and_reopen(open_page: Open) -> None:
    page = open_page(f"/factors?{YEAR}")
    page.get_by_text("Trung bình cả nước", exact=True).first.click()
    page.wait_for_url("**target=mean**")
    drawn(page)
    again = open_page("/factors?" + page.url.partition("?")[2])
    assert findings(again) == findings(page)
    assert any("hơn trung bình cả nước" in finding for finding in findings(again))


def test_the_newest_year_leads_to_one_with_points(open_page: Open) -> None:
    page = open_page("/factors")
    assert "405/QĐ-BKHCN" in page.locator(".stAlert").first.inner_text()
    page.locator(".st-key-open_explained button").click()
    page.wait_for_url("**period=2023**")
    drawn(page)
    assert "766,0/1000" in findings(page)[0]


def test_the_mapping_of_a_lens_is_shown_on_demand(open_page: Open) -> None:
    page = open_page(f"/factors?{YEAR}&lens=public_value")
    reason = page.locator(".st-key-lens_mapping li")
    assert reason.count() == 0
    page.get_by_text(text.load("vi")("factors.lens.mapping")).click()
    reason.first.wait_for()
    assert reason.count() >= 3
