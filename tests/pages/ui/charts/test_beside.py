from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.beside import beside


@pytest.fixture
def pairs() -> pd.DataFrame:
    """Made-up values of one unit and of another: behind, level at four decimals, unknown there."""
    rows = [
        ("Hạ tầng số", 0.61, 4, 0.71, "published"),
        ("Kinh tế số", 0.50001, None, 0.5, "published"),
        ("Bốn chỉ số nền tảng chung", 0.73, 12, None, "derived"),
    ]
    return pd.DataFrame(rows, columns=["label", "value", "rank", "value_compared", "basis"]).astype({"rank": "Int64"})


def test_both_are_told_at_the_end_of_the_bar(pairs, caption, words, drawn) -> None:
    chart = beside(pairs, us="Huế", them="Đà Nẵng", of=63, caption=caption, words=words)
    svg = drawn(chart)
    assert "4/63" in svg and words("charts.beside.behind", size=0.1) in svg
    texts = [row["text"].split("\n") for row in chart["datasets"]["rows"]]
    assert texts[1][1] == words("charts.beside.level")
    assert len(texts[2]) == 1, "nothing is compared with the unknown"


def test_only_known_values_of_the_other_get_a_tick(pairs, caption, vi) -> None:
    chart = beside(pairs, us="Huế", them="Đà Nẵng", of=63, caption=caption, words=vi)
    assert [row["value_compared"] for row in chart["datasets"]["ticks"]] == [0.71, 0.5]
    assert "Đà Nẵng" in chart["usermeta"]["caption"]["subtitle"]
