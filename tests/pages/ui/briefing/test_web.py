"""The one HTML file: nothing fetched, a drawing and the rows of each chart in it, nothing that ends its script early."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from pages.ui.briefing import web
from pages.ui.briefing.content import Briefing


@pytest.fixture
def written(whole: Briefing, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(web, "_drawing_program", lambda: "/* vega */")
    return web.page(whole).decode()


def test_nothing_is_fetched(written: str) -> None:
    assert not re.search(r"<(script|img|link|iframe)[^>]+(src|href)=", written)
    assert not re.search(r"url\((?!data:)", written)
    assert "default-src 'none'" in written


def test_each_chart_is_drawn_told_and_tabled(written: str, whole: Briefing) -> None:
    charts = [slide for slide in whole.slides if slide.drawn]
    specs = json.loads(re.search(r'id="charts">(.*?)</script>', written).group(1))
    assert [spec["description"] for spec in specs] == [slide.caption.description for slide in charts]
    assert written.count('role="img"') >= len(charts) == written.count("<details>") == written.count('id="chart-')
    assert '<html lang="vi">' in written and whole.printed in written


def test_a_name_from_a_workbook_ends_no_script(whole: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_drawing_program", lambda: "")
    first = whole.slides[0]
    spec = first.drawn.spec | {"name": "</script><script>alert(1)</script>"}
    evil = replace(first, title="<b>", drawn=first.drawn._replace(spec=spec))
    written = web.page(replace(whole, slides=(evil,))).decode()
    assert "alert(1)" in written and "</script><script>alert" not in written and "<h2>&lt;b&gt;</h2>" in written
