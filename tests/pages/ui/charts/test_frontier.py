from __future__ import annotations

import pandas as pd

from pages.ui.charts.frontier import frontier


def test_each_row_names_the_best_and_the_share_reached(caption, words, drawn) -> None:
    frame = pd.DataFrame(
        {
            "label": ["Hạ tầng số", "Xã hội số", "Kinh tế số"], "value": [0.4, 0.8, 0.0], "basis": ["published", "derived", "published"],
            "region_best": [0.5, 0.8, 0.0], "region_efficiency": [0.8, 1.0, None], "region_names": ["Đà Nẵng", "Huế", "Huế"],
            "national_best": [1.0, 0.8, 0.0], "national_efficiency": [0.4, 1.0, None], "national_names": ["Hà Nội", "Huế", "Huế"],
        }
    )  # fmt: skip
    chart = frontier(frame, us="Huế", caption=caption, words=words)
    svg = drawn(chart)
    told = [row["text"].split("\n") for row in chart["datasets"]["rows"]]
    assert "80%" in told[0][0] and "Đà Nẵng" in told[0][0] and "40%" in told[0][1]
    own = words("charts.frontier.national_own", best=0.8, names="", share=1.0)
    assert told[1][1] == own and told[2][1] == words("charts.frontier.national_zero")
    assert "nan" not in svg and "None" not in svg
