"""Slides in the browser: the first one beside a blank Streamlit page, a key beside a frame in which nothing happens."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.pages import BLANK, store_of_its_own
from tests.bench.report import Row, medians_by_turns, seconds
from tests.e2e import browser as installed
from tests.e2e.conftest import drawn, serving

SHOW = "/show?framework=QD922-2022&period=2023"
TIMES = 15
WINDOW = {"width": 1920, "height": 1080}


def measure() -> Iterator[Row]:
    """A row for the first slide and one for the next."""
    with tempfile.TemporaryDirectory() as folder, store_of_its_own(folder), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed.executable(), args=list(installed.ARGUMENTS))
        with serving(Path(folder)) as app, serving(Path(folder), script=BLANK) as blank:
            ours, reference = medians_by_turns(
                lambda: seconds(lambda: _first(browser, app)), lambda: seconds(lambda: _blank(browser, blank)), times=TIMES
            )
            yield Row("first slide drawn", ours, "blank page with one chart", reference, "≤ blank page", ours <= reference)
            page = _open(browser, app)
            page.wait_for_function("() => document.querySelector('#stage').dataset.ready")
            keys = cycle(["ArrowRight"] * 7 + ["Home"])
            change, frame = medians_by_turns(
                lambda: page.evaluate(_PAINTED, next(keys)) / 1000, lambda: page.evaluate(_PAINTED, "") / 1000, times=TIMES
            )
            yield Row("next slide from the key", change, "two frames", frame, "≤ 150 ms", change <= 0.150)
        browser.close()


def _open(browser: Browser, app: str) -> Page:
    page = browser.new_page(viewport=WINDOW)
    page.goto(app + SHOW)
    return page


def _first(browser: Browser, app: str) -> None:
    page = _open(browser, app)
    page.locator(".slide.now .chart svg").wait_for()
    page.close()


def _blank(browser: Browser, blank: str) -> None:
    page = browser.new_page(viewport=WINDOW)
    page.goto(f"{blank}/?title=1&chart=1")
    drawn(page)
    page.close()


_PAINTED = """key => new Promise(done => {
  const began = performance.now();
  if (key) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""
"""Milliseconds until what a key did is on the screen; "" for no key."""
