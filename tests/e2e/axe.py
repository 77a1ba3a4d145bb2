"""Accessibility of a drawn page, by axe-core: what serious or critical it finds."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def grave_faults(page: Page) -> list[str]:
    """One line per rule that the page breaks seriously or critically, with the first element that does."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found if rule["impact"] in GRAVE]
