from __future__ import annotations

import pandas as pd

from pages.ui.charts.neighbours import neighbours


def units(**columns: list) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "province": ["Đà Nẵng", "Thừa Thiên Huế", "Hồ Chí Minh"],
            "rank": [1, 2, 3],
            "rank_before": [1, 3, 2],
            "value": [0.834, 0.81, 0.802],
            "value_before": [0.834, 0.766, 0.802],
            "role": ["rest", "chosen", "passed"],
        }
    )
    return frame.assign(**columns)


def test_who_moved_says_where_it_stood(caption, words, drawn) -> None:
    chart = neighbours(units(), caption=caption, words=words)
    svg = drawn(chart)
    assert "2. Thừa Thiên Huế" in svg and words("charts.neighbours.ranked_before", value=0.81, before=3) in svg
    moved = chart["datasets"]["moved"]
    assert [row["label"] for row in moved] == ["2. Thừa Thiên Huế"]


def test_at_rest_nothing_is_drawn_twice(caption, words, drawn) -> None:
    still = units(rank_before=[1, 2, 3], value_before=[0.834, 0.81, 0.802])
    chart = neighbours(still, caption=caption, words=words)
    drawn(chart)
    assert chart["datasets"]["moved"] == []
    assert chart["usermeta"]["caption"]["subtitle"] == words("charts.neighbours.subtitle_at_rest")
