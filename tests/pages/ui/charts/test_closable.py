from __future__ import annotations

import pandas as pd

from pages.ui.charts.closable import closable


def test_points_behind_and_those_that_can_be_closed(caption, words, drawn) -> None:
    gap = pd.DataFrame(
        {"label": ["Hạ tầng số", "Xã hội số"], "behind": [30.0, 12.5], "closable": [11.0, 0.0], "by": ["Bình Phước", None]}
    )
    chart = closable(gap, caption=caption, words=words)
    svg = drawn(chart)
    assert ("11,0/30,0" if words.lang == "vi" else "11.0/30.0") in svg and "Bình Phước" in svg
    assert "None" not in svg and "nan" not in svg
