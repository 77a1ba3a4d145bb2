"""Briefings as files: each format from a province nobody has looked at yet, and the profiles of all 63."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pages.ui.quiet  # noqa: F401
from etl import build
from pages.ui import batch, images
from pages.ui.briefing.content import Briefing
from pages.ui.briefing.formats import FORMATS
from pages.ui.queries.briefing import briefing
from pages.ui.queries.catalogue import catalogue
from pages.ui.selection import Selection
from tests.bench.pages import store_of_its_own
from tests.bench.report import Row, seconds

EDITION = Selection("vi", "46", "QD922-2022", 2022, 63, "dti", "pillars")
AIMS = {"pptx": 2.0, "pdf": 2.0, "profile": 1.0, "docx": 3.0, "xlsx": 2.0, "html": 3.0}
TIMES = 5
ALL_SECONDS = 60.0


def measure() -> Iterator[Row]:
    """A row per format, story and all, beside the drawing of its charts; one for all profiles on two processes."""
    with tempfile.TemporaryDirectory() as folder, store_of_its_own(folder):
        build_id = build.ensure_current()
        units = [replace(EDITION, province=code) for code in catalogue(build_id, "vi").units(63)]
        fresh = iter(units)
        for name, form in FORMATS.items():
            form.make(briefing(build_id, next(fresh)))
            told = [briefing(build_id, unit) for unit in (next(fresh) for _ in range(TIMES))]
            drawing = statistics.median(seconds(lambda one=one: _draw(one)) for one in told)
            making = statistics.median(seconds(lambda one=one: form.make(one)) for one in told)  # noqa: B023
            yield _row(f"{name} of a province whose story is told", making, drawing, AIMS[name])
        telling = statistics.median(seconds(lambda: briefing(build_id, next(fresh))) for _ in range(TIMES))
        yield Row("the story of a province", telling, "", None, "≤ 1.5 s", telling <= 1.5)
        everything = seconds(lambda: list(batch.write_all(build_id, units, "profile", Path(folder) / "all")))
        yield Row("the profiles of all 63", everything, "", None, f"≤ {ALL_SECONDS:.0f} s", everything <= ALL_SECONDS)


def _row(what: str, ours: float, reference: float, aim: float) -> Row:
    return Row(what, ours, "its charts as SVG", reference, f"≤ {aim:g} s", ours <= aim)


def _draw(told: Briefing) -> None:
    for slide in told.slides:
        if slide.drawn:
            images.bare_svg(slide.drawn.spec, width=660)
