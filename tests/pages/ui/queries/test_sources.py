"""What is known and how it is known, asked of the bundled figures."""

from __future__ import annotations

import pytest

from pages.ui.queries import sources


@pytest.mark.parametrize(("family", "universe"), [("dti", 63), ("dti", 34), ("ict", 63)])
def test_the_years_of_the_coverage_run_forward(built: str, family: str, universe: int) -> None:
    known = sources.coverage(built, "vi", family, universe)
    assert known.table["period"].is_monotonic_increasing and known.table["period"].nunique() > 1
    heads = [head["text"] for head in known.spec["datasets"]["heads"]]
    assert heads == sorted(heads)
