from __future__ import annotations

import pandas as pd

from pages.ui.charts.brought import brought


def test_each_bar_is_told_by_its_parts_in_words(caption, words, drawn) -> None:
    frame = pd.DataFrame({"label": ["DTI, 2022", "Hạ tầng số, 2022"], "new": [3, 0], "changed": [2, 0], "gone": [0, 4], "same": [58, 1]})
    chart = brought(frame, caption=caption, words=words)
    svg = drawn(chart)
    parts = chart["datasets"]["parts"]
    assert sorted((part["start"], part["stop"]) for part in parts) == [(0, 3), (0, 4), (3, 5), (4, 5), (5, 63)]
    for kind, n in (("new", 3), ("changed", 2), ("gone", 4), ("same", 58)):
        assert words(f"charts.brought.{kind}", n=n) in svg
    assert words("charts.brought.new", n=0) not in svg
