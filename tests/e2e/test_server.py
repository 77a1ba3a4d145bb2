"""What the server answers beside the pages."""

from __future__ import annotations

import json
import urllib.request

from etl import store
from pages.ui.server import HEADERS


def answer(url: str) -> tuple[dict, dict[str, str]]:
    with urllib.request.urlopen(url, timeout=10) as response:
        return json.loads(response.read()), dict(response.headers.items())


def test_health_names_the_build_that_is_read(address: str, built: str) -> None:
    body, _ = answer(f"{address}/health")
    assert body == {"build": built} == {"build": store.current()}


def test_every_answer_forbids_other_hosts(address: str) -> None:
    _, headers = answer(f"{address}/health")
    given = {name.lower(): value for name, value in headers.items()}
    assert all(given[name.lower()] == value for name, value in HEADERS.items())
    assert "default-src 'self'" in given["content-security-policy"]
