"""A return in a browser: handed in, mended, previewed, published, seen in the ranking, withdrawn again."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Page

from etl import text
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open, drawn, serving
from tests.pages.uploading import workbook

VI = text.load("vi")
EDITION = "framework=QD922-2022&period=2022&universe=63&province=46"
ROWS = [("Đà Nẵng", 0.8002), ("Thừa Thiên Hế", 0.9), ("Hà Nội", 0.6098)]
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def address(bundled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over a store of this test's own."""
    own = tmp_path_factory.mktemp("upload") / "store"
    shutil.copytree(bundled_store, own)
    with serving(own) as where:
        yield where


def hand_in(page: Page, content: bytes, *, verdict: str) -> None:
    """Hand in a file and wait until its verdict is told."""
    file = FilePayload(name="bang.xlsx", mimeType="application/octet-stream", buffer=content)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(verdict).wait_for()
    drawn(page)


def verdict(kind: str, n: int, *, errors: int = 0, warnings: int = 0, lang: str = "vi") -> str:
    return text.load(lang)(f"upload.verdict.{kind}", n=n, errors=errors, warnings=warnings)


def place_of_hue(open_page: Open) -> str:
    return open_page(f"/overview?{EDITION}").locator(".standing .rank b").inner_text()


def test_a_return_goes_all_the_way_and_back(open_page: Open) -> None:
    assert place_of_hue(open_page) == "4"
    page = open_page("/upload")
    hand_in(page, workbook([*ROWS, ("Lạng Sơn", "abc"), (MARKUP, 0.5)]), verdict=verdict("errors", 2, errors=3))
    cells = page.locator("table.problems td:first-child").all_inner_texts()
    assert {"DTI!B5", "DTI!C7", "DTI!B8"} <= set(cells)
    assert page.locator("img[src=x]").count() == 0 and page.get_by_text(MARKUP).count()
    with page.expect_download() as download:
        page.get_by_role("button", name=VI("upload.annotated")).click()
    marked = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))["DTI"]
    assert marked["C7"].comment and marked["C7"].fill.fill_type == "solid" and not marked["C4"].comment

    hand_in(page, workbook(ROWS), verdict=verdict("errors", 2, errors=1))
    page.get_by_role("button", name=VI("shell.other_language")).click()
    page.get_by_text(verdict("errors", 2, errors=1, lang="en")).wait_for()  # the file is still in hand
    page.get_by_role("button", name=text.load("en")("shell.other_language")).click()
    page.get_by_role("button", name=VI("upload.names.accept", meaning="Thừa Thiên Huế")).click()
    page.get_by_text(verdict("warnings", 3, warnings=1)).wait_for()  # a jump beyond that of all others
    drawn(page)
    assert page.locator(".stVegaLiteChart").count() == 1
    assert grave_faults(page) == []
    page.get_by_label(VI("signing.by")).fill("Nguyễn Văn An")
    page.get_by_text(VI("upload.publish.accept", n=1)).click()
    page.get_by_role("button", name=VI("upload.publish.button")).click()
    page.get_by_role("link", name=VI("upload.published.history")).wait_for()
    assert place_of_hue(open_page) == "1"

    page.get_by_role("link", name="Xem xếp hạng năm 2022").click()
    page.wait_for_url("**/rankings?**period=2022**")
    drawn(page)
    page.get_by_role("link", name=VI("history.menu")).click()
    page.wait_for_url("**/history?**")
    drawn(page)
    page.get_by_role("button", name=VI("history.withdraw.open")).click()
    page.get_by_role("button", name=VI("history.withdraw.confirm")).wait_for()
    drawn(page)
    page.get_by_role("button", name=VI("history.withdraw.confirm")).click()
    page.get_by_text(VI("history.done.withdraw")).wait_for()
    assert place_of_hue(open_page) == "4"


@pytest.mark.parametrize(("lang", "width"), [("vi", 1440), ("en", 768)])
@pytest.mark.parametrize("part", ["return", "files"])
def test_drawn_in_the_reader_s_words_and_accessible(open_page: Open, lang: str, width: int, part: str) -> None:
    texts = text.load(lang)
    page = open_page(f"/upload?lang={lang}&part={part}", width=width)
    assert page.locator("h1").inner_text() == texts("upload.title")
    assert grave_faults(page) == []
    if part == "return":
        words = page.locator("[data-testid=stFileUploaderDropzone] button p")
        assert words.evaluate("e => getComputedStyle(e, '::after').content") == f'"{texts("upload.file.choose")}"'
        assert words.evaluate("e => getComputedStyle(e).fontSize") == "0px"
    else:
        with page.expect_download() as download:
            page.get_by_role("button", name=texts("upload.template.download")).click()
        assert Path(download.value.path()).read_bytes().startswith(b"PK")


def test_a_hostile_file_is_refused_and_the_page_goes_on(open_page: Open) -> None:
    page = open_page("/upload?lang=en")
    hand_in(page, b"PK\x03\x04" + bytes(range(256)) * 40, verdict=text.load("en")("upload.verdict.unreadable"))
    assert page.get_by_role("button", name=text.load("en")("upload.publish.button")).count() == 0
    hand_in(page, workbook([("Đà Nẵng", 0.81), ("Hà Nội", 0.62)]), verdict=verdict("good", 2, lang="en"))
    assert page.get_by_role("button", name=text.load("en")("upload.publish.button")).count() == 1
