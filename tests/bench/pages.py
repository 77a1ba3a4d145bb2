"""Reruns of every page beside a blank Streamlit page with as many elements: on the server and in the browser."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from pages.ui import shell
from tests.bench.report import Row, seconds, side_by_side
from tests.e2e import browser as installed
from tests.e2e.conftest import PROJECT, drawn, serving

BLANK = Path(__file__).with_name("blank_page.py")
TIMES = 15
KINDS = {"arrow_vega_lite_chart": "chart", "vega_lite_chart": "chart", "selectbox": "select", "multiselect": "select"}
KINDS |= {"button_group": "select", "arrow_data_frame": "table", "button": "button", "download_button": "button"}


def measure() -> Iterator[Row]:
    """A row per page for the server, then a row per page for the browser."""
    with tempfile.TemporaryDirectory() as folder, _store(folder):
        elements = {name: _elements(name) for name in shell.PAGES}
        for name, counted in elements.items():
            yield _on_the_server(name, counted)
        yield from _in_the_browser(Path(folder), elements)


def _elements(name: str) -> Counter[str]:
    """How many elements of each kind a page draws; everything that is not a chart, table or widget is text."""
    kinds = (element.type for element in _at(name).run().main)
    return Counter(KINDS.get(kind, "markdown") for kind in kinds if kind not in {"title"})


def _at(name: str) -> AppTest:
    test = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
    return test.switch_page(f"pages/{name}.py")


def _on_the_server(name: str, elements: Counter[str]) -> Row:
    page, blank = _at(name), AppTest.from_file(str(BLANK), default_timeout=60)
    for kind, number in elements.items():
        blank.query_params[kind] = str(number)
    page.run(), blank.run()
    ours, reference = side_by_side(lambda: seconds(page.run), lambda: seconds(blank.run), times=TIMES)
    return Row(f"{name}: rerun on the server", ours, "blank page", reference, "≤ 60 ms", ours <= 0.060)


def _in_the_browser(store: Path, elements: dict[str, Counter[str]]) -> Iterator[Row]:
    with sync_playwright() as playwright, serving(store) as app, serving(store, script=BLANK) as blank:
        browser = playwright.chromium.launch(executable_path=installed.executable(), args=list(installed.ARGUMENTS))
        for name, counted in elements.items():
            query = "&".join(f"{kind}={number}" for kind, number in counted.items())
            with _opened(browser, f"{app}/{name}") as page, _opened(browser, f"{blank}/?{query}") as other:
                ours, reference = side_by_side(partial(_rerun_seconds, page), partial(_rerun_seconds, other), times=TIMES)
            what = f"{name}: rerun in the browser"
            yield Row(what, ours, "blank page", reference, "≤ 1.5 × blank", ours <= 1.5 * reference)
        browser.close()


@contextmanager
def _opened(browser: Browser, url: str) -> Iterator[Page]:
    """A tab of its own with the page drawn."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    drawn(page)
    yield page
    page.close()


def _rerun_seconds(page: Page) -> float:
    """From the key that reruns a page (r) until the run is over."""
    page.bring_to_front()
    page.evaluate(_WATCH)
    page.keyboard.press("r")
    page.wait_for_function("() => window.rerunEnded !== null", timeout=30_000)
    drawn(page)
    return float(page.evaluate("() => (window.rerunEnded - window.rerunBegan) / 1000"))


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
def _store(folder: str) -> Iterator[None]:
    """The store of this process, set to a folder of the benchmark's own and built."""
    os.environ["DTI_STORE"] = folder
    from etl import build

    build.ensure_current()
    yield
    del os.environ["DTI_STORE"]
