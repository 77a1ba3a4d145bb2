from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.lens_bars import lens_bars


@pytest.fixture
def categories() -> pd.DataFrame:
    rows = [
        ("Thể chế", 0.71, 5, 1.0, "computed"),
        ("Lãnh đạo", None, None, None, "computed"),
        ("Nguồn nhân lực", 0.55, None, 0.5, "computed"),
    ]
    return pd.DataFrame(rows, columns=["label", "value", "rank", "coverage", "basis"]).astype({"rank": "Int64"})


def test_score_rank_and_coverage_are_written(categories, caption, words, drawn) -> None:
    svg = drawn(lens_bars(categories, of=63, caption=caption, words=words))
    assert "5/63" in svg and "50%" in svg
    assert words("charts.lens_bars.unknown") in svg


def test_an_empty_category_keeps_its_row_without_a_bar(categories, caption, vi) -> None:
    data = lens_bars(categories, of=63, caption=caption, words=vi)["datasets"]
    assert (len(data["rows"]), len(data["bars"])) == (3, 2)


def test_an_unranked_category_shows_no_rank(categories, caption, vi) -> None:
    data = lens_bars(categories, of=63, caption=caption, words=vi)["datasets"]
    assert data["rows"][2]["text"] == "0,5500\nbao phủ 50%"
