from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.coverage import coverage


@pytest.fixture
def known() -> pd.DataFrame:
    rows = [
        ("DTI", "2021", 21, 0, 0, 63),
        ("DTI", "2022", 63, 0, 0, 63),
        ("Bốn chỉ số nền tảng chung", "2022", 5, 0, 58, 63),
        ("Chính quyền số", "2021", 0, 0, 0, 63),
    ]
    return pd.DataFrame(rows, columns=["label", "period_label", "published", "computed", "derived", "of"])


def test_counts_are_written_in_every_cell(known, caption, words, drawn) -> None:
    svg = drawn(coverage(known, caption=caption, words=words))
    for text in (">21/63<", ">0/63<", ">2021<", ">2022<"):
        assert text in svg
    assert svg.count(">63/63<") == 2


def test_the_filled_share_of_a_cell_is_what_is_known(known, caption, vi) -> None:
    data = coverage(known, caption=caption, words=vi)["datasets"]
    assert len(data["cells"]) == 4, "a pair that does not exist has no cell"
    widths = sorted(round((bar["right"] - bar["left"]) / 0.9 * 63) for bar in data["bars"])
    assert widths == [5, 21, 58, 63]


def test_derived_follows_published_with_a_dashed_edge(known, caption, vi) -> None:
    bars = coverage(known, caption=caption, words=vi)["datasets"]["bars"]
    [derived] = [bar for bar in bars if bar["edge"] == "dashed"]
    assert any(bar["right"] == derived["left"] and bar["y1"] == derived["y1"] for bar in bars)
