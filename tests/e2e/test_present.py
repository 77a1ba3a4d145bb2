"""Slides in a browser: driven by keys without asking the server, drawn, accessible; rivals, notes, the code."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn

VIEW = "?framework=QD922-2022&period=2023&province=46"
READY = "() => document.querySelector('#stage').dataset.ready"


def ready(page: Page) -> Page:
    page.wait_for_function(READY, timeout=60_000)
    return page


def shown(page: Page) -> str:
    return page.locator(".slide.now h1").inner_text()


def press(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return page.locator("#counter").inner_text()


def test_a_deck_is_driven_by_keys_and_asks_nothing(open_page: Open) -> None:
    page = open_page("/overview" + VIEW)
    with page.expect_popup() as opened:
        page.get_by_role("link", name=re.compile(text.load("vi")("shell.show"))).click()
    deck = ready(opened.value)
    asked: list[str] = []
    deck.on("request", lambda request: asked.append(request.url))
    first = shown(deck)
    assert deck.locator(".chart svg").count() == 7
    assert press(deck, "ArrowRight") == "2/8" and shown(deck) != first
    assert press(deck, "PageDown", " ") == "4/8"
    assert press(deck, "ArrowLeft", "PageUp", "ArrowUp") == "1/8" and shown(deck) == first
    assert press(deck, "End", "ArrowDown") == "8/8" and press(deck, "Home") == "1/8"
    assert press(deck, "r", "c") == "1/8"
    assert asked == []
    deck.keyboard.press("?")
    deck.locator("#keys").wait_for()
    assert grave_faults(deck) == []
    deck.keyboard.press("Escape")
    deck.locator("#keys").wait_for(state="hidden")
    deck.keyboard.press("q")
    deck.locator("#code img").wait_for()


@pytest.mark.parametrize("size", [(1920, 1080), (390, 844)])
def test_slides_are_drawn_whole_and_accessible(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(f"/show{VIEW}&lang=en", width=size[0], height=size[1], wait=ready)
    letters = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.slide.now li')).fontSize)")
    assert letters >= (24 if size[0] == 1920 else 15)
    assert grave_faults(page) == []
    for _ in range(8):
        outside = "e => e.scrollWidth > e.clientWidth + 1 || (innerWidth > 800 && e.scrollHeight > e.clientHeight + 1)"
        assert not page.locator(".slide.now").evaluate(outside), shown(page)
        page.keyboard.press("ArrowRight")


def test_the_rival_is_switched_during_the_talk(open_page: Open) -> None:
    page = open_page(f"/show{VIEW}", wait=ready)
    press(page, *["ArrowRight"] * 4)
    before = shown(page)
    with page.expect_response("**/show.json*"):
        page.locator("#against").select_option("01")
    ready(page)
    assert shown(page) != before and page.locator("#counter").inner_text() == "5/8"
    assert "against=01" in page.url
    page.get_by_role("link", name=text.load("vi")("show.edit")).click()
    drawn(page)
    assert "against=01" in page.url and "/present" in page.url


def test_the_presenter_s_window_moves_with_the_room_s(open_page: Open) -> None:
    room = open_page(f"/show{VIEW}&slides=standing;why;sources", wait=ready)
    with room.expect_popup() as opened:
        room.keyboard.press("s")
    own = ready(opened.value)
    assert own.locator("#speaker").is_visible() and grave_faults(own) == []
    assert own.locator("#next").inner_text() == room.locator(".slide").nth(1).locator("h1").text_content()
    own.keyboard.press("ArrowRight")
    room.wait_for_function("() => document.querySelector('#counter').textContent === '2/3'")
    room.keyboard.press("End")
    own.wait_for_function("() => document.querySelector('#counter').textContent === '3/3'")
    assert own.locator("#next").inner_text() == ""


def test_the_tour_is_shown_once_and_can_be_seen_again(open_page: Open) -> None:
    page = open_page("/overview" + VIEW)
    assert page.locator("#tour").count() == 0
    page.evaluate("() => localStorage.clear()")
    page.get_by_role("button", name=text.load("vi")("help.label")).click()
    page.get_by_role("button", name=text.load("vi")("help.again")).click()
    said = page.locator("#tour p")
    steps = list(text.load("vi").under("help.step").values())
    assert said.inner_text() == steps[0] and grave_faults(page) == []
    for step in steps[1:]:
        page.locator("#tour .on").click()
        assert said.inner_text() == step
    page.locator("#tour .on").click()
    assert page.locator("#tour").count() == 0
    assert page.evaluate("() => localStorage.getItem('dti-tour')") == "seen"
