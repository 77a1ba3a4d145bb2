from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.parts import parts


@pytest.fixture
def breakdown() -> pd.DataFrame:
    rows = [
        ("Hạ tầng số", 100, 61.25, "published"),
        ("Hoạt động xã hội số", 150, None, "published"),
        ("Bốn chỉ số nền tảng chung", 400, 309.5, "derived"),
        ("Làm tròn", 0, 0.03, "derived"),
    ]
    return pd.DataFrame(rows, columns=["label", "max_points", "points", "basis"])


def test_won_and_lost_are_written(breakdown, caption, words, drawn) -> None:
    svg = drawn(parts(breakdown, caption=caption, words=words))
    won, lost = ("309,5/400", "90,5") if words.lang == "vi" else ("309.5/400", "90.5")
    assert won in svg and lost in svg


def test_rounding_is_no_bar_and_the_unknown_says_so(breakdown, caption, vi) -> None:
    data = parts(breakdown, caption=caption, words=vi)["datasets"]
    assert [row["max_points"] for row in data["parts"]] == [100, 150, 400]
    assert data["parts"][1]["text"] == vi("charts.parts.unknown", most=150.0)
    assert [row["won"] for row in data["won"]] == [61.25, 309.5]


def test_the_derived_block_has_a_dashed_edge(breakdown, caption, vi) -> None:
    edges = [row["edge"] for row in parts(breakdown, caption=caption, words=vi)["datasets"]["won"]]
    assert edges == ["solid", "dashed"]
