from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.strengths import strengths


@pytest.fixture
def indicators() -> pd.DataFrame:
    rows = [
        ("Hạ tầng số", "strongest", 3, 0.8123, "published"),
        ("Bốn chỉ số nền tảng chung", "strongest", 12, 0.73, "derived"),
        ("Xã hội số", "weakest", 40, 0.31, "published"),
        ("Kinh tế số", "weakest", 63, None, "published"),
    ]
    return pd.DataFrame(rows, columns=["label", "side", "rank", "value", "basis"]).astype({"rank": "Int64"})


def test_each_side_under_its_heading_with_ranks(indicators, caption, words, drawn) -> None:
    chart = strengths(indicators, of=63, caption=caption, words=words)
    svg = drawn(chart)
    assert "3/63 (0,8123)" in svg or (words.lang == "en" and "3/63 (0.8123)" in svg)
    assert ">63/63<" in svg, "a rank without a value stands alone"
    headings = [row["label"] for row in chart["datasets"]["names"] if row["weight"] == 700]
    assert headings == [words("charts.strengths.strongest"), words("charts.strengths.weakest")]


def test_the_derived_block_is_marked(indicators, caption, vi) -> None:
    chart = strengths(indicators, of=63, caption=caption, words=vi)
    assert [row["shape"] for row in chart["datasets"]["points"]].count("diamond") == 1
    assert vi("charts.basis.points.derived") in chart["usermeta"]["caption"]["subtitle"]


def test_better_is_further_right(indicators, caption, vi) -> None:
    scale = strengths(indicators, of=63, caption=caption, words=vi)["layer"][0]["encoding"]["x"]["scale"]
    assert scale["domain"][0] > scale["domain"][1] == 1


def test_no_indicator_is_said(indicators, caption, vi) -> None:
    assert vi("charts.no_value") in strengths(indicators[:0], of=63, caption=caption, words=vi)["description"]
