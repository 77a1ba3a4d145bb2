"""Reliability in a browser: drawn in both languages and widths, a unit picked from the chart, accessible."""

from __future__ import annotations

import pytest

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

YEAR = "framework=QD922-2022&period=2023"


@pytest.mark.parametrize(("lang", "width"), [("vi", 768), ("en", 1440)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/robustness?lang={lang}&{YEAR}", width=width)
    name = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert page.locator("h1").inner_text() == text.load(lang)("robustness.title", province=name, year="2023")
    assert page.locator(".stVegaLiteChart").count() == 6
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert grave_faults(page) == []


def test_a_click_on_a_range_opens_that_unit_and_the_link_reopens_it(open_page: Open) -> None:
    page = open_page(f"/robustness?{YEAR}")
    chart = page.locator(".st-key-figure_robustness_interval canvas, .st-key-figure_robustness_interval svg").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 6 + 17 * 0.5)
    page.wait_for_url("**province=48**")
    drawn(page)
    again = open_page("/robustness?" + page.url.partition("?")[2])
    assert again.locator("h1").inner_text().startswith("Độ tin cậy của thứ hạng: Đà Nẵng")


def test_a_year_without_ranges_leads_to_one_with_them(open_page: Open) -> None:
    page = open_page("/robustness")
    assert "405/QĐ-BKHCN" in page.locator(".stAlert").first.inner_text()
    page.locator(".st-key-open_sure button").click()
    page.wait_for_url("**period=2023**")
    drawn(page)
    assert page.locator(".standing .rank").inner_text().startswith("3/63")
