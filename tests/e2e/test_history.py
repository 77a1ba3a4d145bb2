"""History in a browser: an event opened by its link, the past state on every page, the original bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import PROJECT, Open, drawn, serving
from tests.pages.uploading import workbook

VI = text.load("vi")
EDITION = "framework=QD922-2022&period=2022&universe=63&province=46"
CONTENT = workbook([("Đà Nẵng", 0.8002), ("Thừa Thiên Huế", 0.9), ("Hà Nội", 0.6098)])
AUTHOR = "Nguyễn Văn <b>An</b>"


@pytest.fixture(scope="module")
def own_store(bundled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store in which Thừa Thiên Huế was published with 0.9 and then withdrawn; the id of the first event."""
    folder = tmp_path_factory.mktemp("history")
    shutil.copytree(bundled_store, folder / "store")
    (folder / "bang.xlsx").write_bytes(CONTENT)

    def etl(*command: str) -> str:
        asked = [sys.executable, "-m", "etl", *command, "--by", AUTHOR]
        environment = os.environ | {"DTI_STORE": str(folder / "store")}
        done = subprocess.run(asked, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    published = etl("publish", str(folder / "bang.xlsx"), "--accept-warnings")
    etl("withdraw", published)
    return folder / "store", published


@pytest.fixture(scope="module")
def address(own_store: tuple[Path, str]) -> Iterator[str]:
    with serving(own_store[0]) as where:
        yield where


@pytest.mark.parametrize(("lang", "width"), [("vi", 1440), ("en", 768)])
def test_drawn_and_accessible(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/history?lang={lang}", width=width)
    assert page.locator("h1").inner_text() == text.load(lang)("history.title")
    assert page.locator(".stVegaLiteChart").count() == 1
    assert grave_faults(page) == []


def test_an_event_opens_by_its_link_with_its_author_s_words_as_words(open_page: Open, own_store: tuple[Path, str]) -> None:
    page = open_page(f"/history?event={own_store[1]}")
    told = page.locator("ul.told").first.inner_text()
    assert AUTHOR in told and own_store[1] in told
    assert page.get_by_role("button", name=VI("history.restore.open")).count() == 1
    with page.expect_download() as download:
        page.get_by_role("button", name=VI("history.original")).click()
    assert Path(download.value.path()).read_bytes() == CONTENT
    assert download.value.suggested_filename == "bang.xlsx"


def test_the_past_is_shown_on_every_page_until_it_is_left(open_page: Open, own_store: tuple[Path, str]) -> None:
    page = open_page(f"/history?event={own_store[1]}&{EDITION}")
    page.get_by_role("link", name=VI("history.as_of.open")).click()
    page.wait_for_url(f"**/rankings?**as_of={own_store[1]}**")
    drawn(page)
    page.get_by_role("link", name=VI("overview.menu")).click()
    page.wait_for_url(f"**/overview?**as_of={own_store[1]}**")
    drawn(page)
    assert page.locator(".standing .rank b").inner_text() == "1"
    page.get_by_role("button", name=VI("past.leave")).click()
    page.wait_for_function("() => !location.search.includes('as_of')")
    drawn(page)
    assert page.locator(".standing .rank b").inner_text() == "4"
