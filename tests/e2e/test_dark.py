"""The pages in the dark, for a reader whose system asks for it."""

from __future__ import annotations

import pytest

from pages.ui.theme import CSS_DARK
from tests.e2e.axe import grave_faults
from tests.e2e.conftest import Open


@pytest.mark.parametrize("path", ["/overview", "/present"])
def test_readable_in_the_dark(open_page: Open, path: str) -> None:
    page = open_page(f"{path}?framework=QD922-2022&period=2023", scheme="dark")
    colour = page.evaluate("() => getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert colour == f"rgb({', '.join(str(int(CSS_DARK['page'][i : i + 2], 16)) for i in (1, 3, 5))})"
    assert grave_faults(page) == []
    for chart in page.locator(".stVegaLiteChart").all():
        assert "invert" in chart.evaluate("e => getComputedStyle(e).filter")
