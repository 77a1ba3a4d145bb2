"""Pictures of every page and slide for looking at: both languages, four widths; two of them stand in the README.

``python -m tests.e2e.gallery`` writes all of them to build/gallery/ and the README's to docs/.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from etl.text import LANGUAGES
from pages.ui import shell
from tests.e2e import browser as installed
from tests.e2e.conftest import PROJECT, SEEN_THE_TOUR, drawn, serving

FOLDER = PROJECT / "build" / "gallery"
DOCS = PROJECT / "docs"
WIDTHS = (1440, 1024, 768, 390)
HEIGHT = 900
TALLEST = 6000
ROOM = {"width": 1920, "height": 1080}
EDITION = "framework=QD922-2022&period=2023"
VIEWS = {name: f"/{name}?{EDITION}" for name in shell.PAGES}
IN_README = {"overview-vi.png": VIEWS["overview"] + "&lang=vi", "factors-en.png": VIEWS["factors"] + "&lang=en"}


def picture(browser: Browser, url: str, target: Path, *, width: int = 1440, whole: bool = False) -> Path:
    """One page as PNG, as it opens or (``whole``) down to its end."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.add_init_script(SEEN_THE_TOUR)
    page.goto(url)
    drawn(page)
    if whole:
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(int(tall), TALLEST)})
        page.wait_for_timeout(500)
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target)
    page.close()
    return target


def slides(browser: Browser, url: str, stem: Path) -> list[Path]:
    """Every slide of a deck as PNG, as a meeting room sees it."""
    page = browser.new_page(viewport=ROOM)
    page.goto(url)
    page.wait_for_function("() => document.querySelector('#stage').dataset.ready")
    stem.parent.mkdir(parents=True, exist_ok=True)
    taken = []
    for number in range(1, page.locator(".slide").count() + 1):
        taken.append(stem.with_name(f"{stem.name}-{number}.png"))
        page.screenshot(path=taken[-1])
        page.keyboard.press("ArrowRight")
    page.close()
    return taken


def main(say: Callable[[str], object] = print) -> int:
    """Take all the pictures, over a store of their own."""
    with tempfile.TemporaryDirectory() as store, serving(Path(store)) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=installed.executable(), args=list(installed.ARGUMENTS))
        for name, path in IN_README.items():
            say(str(picture(chromium, address + path, DOCS / name)))
        for name, path in VIEWS.items():
            for lang in LANGUAGES:
                for width in WIDTHS:
                    target = FOLDER / f"{name}-{lang}-{width}.png"
                    say(str(picture(chromium, f"{address}{path}&lang={lang}", target, width=width, whole=True)))
        for lang in LANGUAGES:
            for taken in slides(chromium, f"{address}/show?{EDITION}&lang={lang}", FOLDER / f"slides-{lang}"):
                say(str(taken))
    return 0


if __name__ == "__main__":
    sys.exit(main())
