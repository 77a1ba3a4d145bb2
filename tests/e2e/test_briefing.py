"""The briefing as a person gets it: every format downloaded from the page; the HTML file read with the network off."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser
from pptx import Presentation
from pypdf import PdfReader

from etl import text
from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e

OPENED = {
    "pptx": lambda content: len(Presentation(io.BytesIO(content)).slides),
    "profile": lambda content: len(PdfReader(io.BytesIO(content)).pages),
    "xlsx": lambda content: len(load_workbook(io.BytesIO(content)).sheetnames),
}
COUNTED = {"pptx": 9, "profile": 2, "xlsx": 9}


def test_the_corner_hands_over_files_and_one_reads_offline(open_page: Open, chromium: Browser, tmp_path: Path) -> None:
    page, vi = open_page("/overview?province=46&period=2022"), text.load("vi")
    page.get_by_role("button", name=vi("briefing.download.label")).click()
    for name in (*OPENED, "html"):
        with page.expect_download(timeout=60_000) as download:
            page.get_by_role("button", name=vi(f"briefing.download.{name}")).click()
        content = Path(download.value.path()).read_bytes()
        if name != "html":
            assert OPENED[name](content) == COUNTED[name]
    read_offline(chromium, content, tmp_path / "briefing.html")


def read_offline(chromium: Browser, content: bytes, path: Path) -> None:
    """All charts come alive, nothing is asked for and nothing fails."""
    path.write_bytes(content)
    context = chromium.new_context(offline=True)
    page, asked, failed = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(path.as_uri())
    page.locator("#sure .chart.drawn svg").wait_for()
    assert page.locator(".chart.drawn svg").count() == page.locator(".chart").count() == 7
    assert page.evaluate("document.fonts.check('16px \"DTI Sans\"')")
    assert (asked, failed) == ([path.as_uri()], [])
    context.close()
