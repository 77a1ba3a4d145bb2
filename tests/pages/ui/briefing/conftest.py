"""Two briefings of the bundled figures: a year that tells everything, and one whose points are unknown, in English."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pages.ui.briefing.content import Briefing
from pages.ui.queries.briefing import briefing
from pages.ui.selection import Selection

HUE_2022 = Selection("vi", "46", "QD922-2022", 2022, 63, "dti", "pillars")
HUE_2024 = Selection("en", "46", "QD405-2025", 2024, 63, "dti", "pillars")
NOTES = {"why": "Hỏi Sở Tài chính về kinh tế số."}


def told(store: Path, chosen: Selection) -> Briefing:
    from etl import build

    before = os.environ.get("DTI_STORE")
    os.environ["DTI_STORE"] = str(store)
    try:
        return briefing(build.ensure_current(), chosen, notes=NOTES)
    finally:
        os.environ.pop("DTI_STORE") if before is None else os.environ.update(DTI_STORE=before)


@pytest.fixture(scope="session")
def whole(bundled_store: Path) -> Briefing:
    """Thừa Thiên Huế 2022, Vietnamese: all eight slides, one with a note."""
    return told(bundled_store, HUE_2022)


@pytest.fixture(scope="session")
def partial(bundled_store: Path) -> Briefing:
    """Thua Thien Hue 2024, English: no ranges, no scenario."""
    return told(bundled_store, HUE_2024)
