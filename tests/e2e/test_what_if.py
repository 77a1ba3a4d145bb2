"""What if in a browser: drawn in both languages and widths, a scenario in the link, reopened the same, accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

YEAR = "framework=QD922-2022&period=2023"
PLAN = "set=digital_society_activity:0.6163,other_common_indicators:0.9094&wanted=2"


def answered(page: Page) -> str:
    return page.locator(".standing").inner_text()


@pytest.mark.parametrize(("lang", "width"), [("vi", 768), ("en", 1440)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/what_if?lang={lang}&{YEAR}&{PLAN}", width=width)
    name = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert page.locator("h1").inner_text() == text.load(lang)("what_if.title", province=name, year="2023")
    assert page.locator(".stVegaLiteChart").count() == 2
    assert "2/63" in answered(page).replace("\n", "")
    assert grave_faults(page) == []


def test_a_slider_moved_by_keys_stands_in_the_link_and_reopens(open_page: Open) -> None:
    page = open_page(f"/what_if?{YEAR}")
    before = answered(page)
    thumb = page.locator(".st-key-set_digital_infrastructure input[type=range]")
    thumb.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**set=digital_infrastructure**0.71**")
    drawn(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**set=digital_infrastructure**0.72**")
    page.locator(".standing", has_text="+1,0 điểm").wait_for()
    again = open_page("/what_if?" + page.url.partition("?")[2])
    assert answered(again) == answered(page) != before


def test_the_plan_goes_onto_the_sliders_and_undo_takes_it_off(open_page: Open) -> None:
    page = open_page(f"/what_if?{YEAR}&wanted=2")
    page.locator(".st-key-apply button").click()
    page.wait_for_url("**set=digital_society_activity**")
    page.locator(".standing", has_text="Hồ Chí Minh").wait_for()
    page.locator(".st-key-undo button").click()
    page.wait_for_url(lambda url: "set=" not in url)
    drawn(page)
    assert "wanted=2" in page.url


def test_the_newest_year_leads_to_one_that_allows_scenarios(open_page: Open) -> None:
    page = open_page("/what_if")
    assert "405/QĐ-BKHCN" in page.locator(".stAlert").first.inner_text()
    page.locator(".st-key-open_allowed button").click()
    page.wait_for_url("**period=2023**")
    drawn(page)
    assert page.locator("input[type=range]").count() == 10
