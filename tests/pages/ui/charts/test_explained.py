from __future__ import annotations

import pandas as pd

from pages.ui.charts.explained import explained


def test_the_solid_part_is_what_an_assumption_does_alone(caption, words, drawn) -> None:
    shares = pd.DataFrame(
        {
            "label": ["Cách chuẩn hóa", "Trọng số hạ tầng số"],
            "first": [0.3, -0.04],
            "total": [0.7, 0.12],
            "total_low": [0.65, 0.1],
            "total_high": [0.76, 0.15],
        }
    )
    chart = explained(shares, caption=caption, words=words)
    assert ">70%<" in drawn(chart)
    assert [row["alone"] for row in chart["datasets"]["rows"]] == [0.3, 0], "an estimate below nothing is nothing"
