"""Many readers at once, without browsers, beside as many on a blank page with as many elements: how long the slowest
wait for the overview, and what a reader costs in memory."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.pages import BLANK, elements_of, store_of_its_own
from tests.bench.report import Row
from tests.e2e import browser as installed
from tests.e2e.conftest import serving

READERS = (1, 20, 100)
PAGE = "overview"
PATIENCE = 120


def measure() -> Iterator[Row]:
    """A row for each number of readers."""
    with tempfile.TemporaryDirectory() as folder, store_of_its_own(folder):
        ours, blank = serving(Path(folder)), serving(Path(folder), script=BLANK)
        with ours as app, blank as other:
            query = urlencode(_elements(app))
            for served, page, asked in ((app, PAGE, ""), (other, "", query)):
                _together(served, page, asked, 2)  # what only the first readers wait for
            for readers in READERS:
                before = _memory(ours.process.pid)
                waited = _together(app, PAGE, "", readers)
                cost = (_memory(ours.process.pid) - before) / readers
                reference = _together(other, "", query, readers)
                what = f"readers at once: {readers}; 95 % have the overview ({max(cost, 0):.1f} MB each)"
                yield Row(what, waited, "blank page", reference, "≤ 2 × blank", waited <= 2 * reference)


def _elements(app: str) -> dict[str, int]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed.executable(), args=list(installed.ARGUMENTS))
        return elements_of(browser, f"{app}/{PAGE}")


def _together(server: str, page: str, query: str, readers: int) -> float:
    """Seconds within which 95 % of the readers have the page."""

    async def all_of_them() -> list[float]:
        return await asyncio.gather(*(_reader(server, page, query) for _ in range(readers)))

    with ThreadPoolExecutor(1) as thread:  # the browser may have left a loop running in this one
        waited = thread.submit(lambda: asyncio.run(all_of_them())).result()
    return max(waited) if readers < 20 else statistics.quantiles(waited, n=20)[-1]


async def _reader(server: str, page: str, query: str) -> float:
    """Seconds from asking for a page until its run is over."""
    address = f"ws://{urlsplit(server).netloc}/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None, origin=server) as socket:
        asked = BackMsg()
        asked.rerun_script.query_string, asked.rerun_script.page_name = query, page
        began = time.perf_counter()
        await socket.send(asked.SerializeToString())
        await asyncio.wait_for(_finished(socket), PATIENCE)
        return time.perf_counter() - began


async def _finished(socket: ClientConnection) -> None:
    message = ForwardMsg()
    while message.WhichOneof("type") != "script_finished":
        message.ParseFromString(await socket.recv())
    assert message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY, "the page was not drawn"


def _memory(process: int) -> float:
    """Resident memory of a process in MB; 0 where the system does not tell (no /proc)."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)
