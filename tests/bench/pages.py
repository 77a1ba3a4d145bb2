"""Reruns of every page beside a blank Streamlit page with as many elements: on the server and in the browser.

The server's time is the whole script, menu and all, in this process; the browser's runs from the key that reruns a page
(r) until the new page stands.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from app import main
from pages.ui import shell
from tests.bench.report import Row, medians_by_turns, seconds
from tests.e2e import browser as installed
from tests.e2e.conftest import PROJECT, drawn, serving

BLANK = Path(__file__).with_name("blank_page.py")
TIMES = 15


def measure() -> Iterator[Row]:
    """Two rows per page, on the server and in the browser, and one for a slider's answer."""
    with tempfile.TemporaryDirectory() as folder, store_of_its_own(folder), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed.executable(), args=list(installed.ARGUMENTS))
        with serving(Path(folder)) as app, serving(Path(folder), script=BLANK) as blank:
            for name in shell.PAGES:
                yield from _rows(browser, name, app=app, blank=blank)
        browser.close()
        yield _slider()


def _rows(browser: Browser, name: str, *, app: str, blank: str) -> Iterator[Row]:
    with _tab(browser, f"{app}/{name}") as ours:
        elements = ours.evaluate(_ELEMENTS)
        yield _on_the_server(name, elements)
        with _tab(browser, f"{blank}/?{urlencode(elements)}") as reference:
            page, other = medians_by_turns(partial(_rerun, ours), partial(_rerun, reference), times=TIMES)
    yield Row(f"{name}: rerun in the browser", page, "blank page", other, "≤ 1.5 × blank", page <= 1.5 * other)


def _on_the_server(name: str, elements: dict[str, int]) -> Row:
    with _page(name) as page:
        blank = AppTest.from_file(str(BLANK), default_timeout=60)
        blank.query_params.update({kind: str(number) for kind, number in elements.items()})
        ours, reference = medians_by_turns(lambda: seconds(page.run), lambda: seconds(blank.run), times=TIMES)
    return Row(f"{name}: rerun on the server", ours, "blank page", reference, "≤ 60 ms", ours <= 0.060)


def _slider() -> Row:
    """A new value at each run, so that nothing of its answer is kept; by turns with runs that change nothing."""
    values = (f"digital_infrastructure:{0.5 + step / 1000:.4f}" for step in count(1))
    with _page("what_if") as page:
        page.query_params.update({"framework": "QD922-2022", "period": "2023"})

        def move() -> float:
            page.query_params["set"] = next(values)
            return seconds(page.run)

        ours, untouched = medians_by_turns(move, lambda: seconds(page.run), times=TIMES)
    return Row("a slider's answer on the server", ours, "the page untouched", untouched, "≤ 200 ms", ours <= 0.2)


@contextmanager
def _page(name: str) -> Iterator[AppTest]:
    """A page with its menu, as the router runs it."""
    with patch.object(script_runner, "_mpa_v1", lambda _: main()):
        page = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()
        page.switch_page(f"pages/{name}.py").run()
        yield page


def elements_of(browser: Browser, url: str) -> dict[str, int]:
    """How many elements of each kind a page shows, by the names that the blank page's address has for them."""
    with _tab(browser, url) as page:
        return dict(page.evaluate(_ELEMENTS))


@contextmanager
def _tab(browser: Browser, url: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    drawn(page)
    yield page
    page.close()


def _rerun(page: Page) -> float:
    """Seconds from the key that reruns a page (r) until the run is over."""
    page.bring_to_front()
    page.evaluate(_WATCH)
    page.keyboard.press("r")
    page.wait_for_function("() => window.rerunEnded !== null", timeout=30_000)
    drawn(page)
    return float(page.evaluate("() => (window.rerunEnded - window.rerunBegan) / 1000"))


_ELEMENTS = """() => {
  const count = selector => document.querySelectorAll(`[data-testid="${selector}"]`).length;
  return {
    title: count('stHeading'), markdown: count('stMarkdown'), html: count('stHtml'), alert: count('stAlert'),
    link: count('stPageLink'), chart: count('stVegaLiteChart'), table: count('stDataFrame'),
    select: count('stSelectbox'), several: count('stMultiSelect'), segments: count('stButtonGroup'),
    words: count('stTextInput'), file: count('stFileUploader'), popover: count('stPopover'),
    button: count('stButton') + count('stDownloadButton') + count('stLinkButton') + count('stFormSubmitButton'),
    segment: document.querySelectorAll('[data-testid="stButtonGroup"] button').length,
    radio: count('stRadio'), choice: count('stRadioOption'), progress: count('stProgress'),
    expander: count('stExpander'), column: count('stColumn'),
    container: count('stLayoutWrapper') - count('stPopover'),
  };
}"""
"""How many elements of each kind a page shows, the names being those of the blank page's address."""

_WATCH = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.rerunBegan = performance.now(); window.rerunEnded = null;
  let ran = false;
  const watcher = new MutationObserver(() => {
    const state = app.getAttribute('data-test-script-state');
    if (state !== 'notRunning') ran = true;
    else if (ran) { window.rerunEnded = performance.now(); watcher.disconnect(); }
  });
  watcher.observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
}"""


@contextmanager
def store_of_its_own(folder: str) -> Iterator[None]:
    """The store of this process, set to a folder of the benchmark's own and built."""
    os.environ["DTI_STORE"] = folder
    from etl import build

    build.ensure_current()
    yield
    del os.environ["DTI_STORE"]
