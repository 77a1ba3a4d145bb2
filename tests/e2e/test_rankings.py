"""The rankings in a browser: drawn, sorted, searched, chosen by map and table, reopened the same, accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

GRID = ".stDataFrame canvas >> nth=0"


def findings(page: Page) -> list[str]:
    return page.locator("h1, h2").all_inner_texts()


def rows(page: Page) -> list[list[str]]:
    """The cells of the grid as a screen reader meets them: numbers as they are, whatever the language."""
    found = page.locator(".stDataFrame table tbody tr")
    found.first.wait_for(state="attached")
    return [row.locator("td").all_text_contents() for row in found.all()]


@pytest.mark.parametrize(("lang", "width"), [("vi", 1440), ("en", 768)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/rankings?lang={lang}&period=2023", width=width)
    assert rows(page)[0][:4] == ["1", "1", {"vi": "Đà Nẵng", "en": "Da Nang"}[lang], "0.834"]
    assert page.locator(".stVegaLiteChart").count() == 1
    assert grave_faults(page) == []


def test_a_click_on_a_heading_sorts_by_number(open_page: Open) -> None:
    page = open_page("/rankings?period=2023")
    assert rows(page)[0][0] == "1"
    box = page.locator(GRID).bounding_box()
    assert box
    page.mouse.click(box["x"] + 325, box["y"] + 15)  # the heading of the values: lowest first
    page.wait_for_function("() => document.querySelector('.stDataFrame table tbody td').textContent === '63'")
    assert [row[0] for row in rows(page)[:4]] == ["63", "62", "61", "59"]


def test_a_search_without_diacritics_and_a_row_open_a_province(open_page: Open) -> None:
    page = open_page("/rankings?period=2023")
    page.get_by_placeholder("Ví dụ: da nang").fill("quang n")
    page.wait_for_url("**search=quang**")
    page.wait_for_function("() => document.querySelectorAll('.stDataFrame table tbody tr').length < 10")
    drawn(page)
    assert [row[2] for row in rows(page)] == ["Quảng Ninh", "Quảng Ngãi", "Quảng Nam"]
    box = page.locator(GRID).bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + 50)
    page.wait_for_url("**province=22**")
    drawn(page)
    again = open_page("/rankings?" + page.url.partition("?")[2])
    assert findings(again) == findings(page) and "Quảng Ninh xếp hạng 12/63" in findings(page)[1]
    assert rows(again) == rows(page)


def test_the_geographic_map_names_its_source_and_opens_a_province(open_page: Open) -> None:
    page = open_page("/rankings?period=2023&map=shapes")
    assert page.locator(".st-key-figure_ranking_map", has_text="Open Database License").count() == 1
    page.locator(".stVegaLiteChart .mark-shape path").nth(20).click()
    page.wait_for_url(lambda url: "province=46" not in url and "province=" in url)
    drawn(page)
    assert "map=shapes" in page.url


def test_a_tile_is_a_province(open_page: Open) -> None:
    page = open_page("/rankings?period=2023&province=48")
    page.locator(".stVegaLiteChart .mark-text text", has_text="Hà Nội").first.click(force=True)
    page.wait_for_url("**province=01**")
    drawn(page)
    assert "Hà Nội xếp hạng 6/63" in findings(page)[1]
