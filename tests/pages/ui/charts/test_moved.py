from __future__ import annotations

import pandas as pd

from pages.ui.charts.moved import moved
from pages.ui.theme import Colour


def test_values_before_and_after_with_the_ranks_that_follow(caption, words, drawn) -> None:
    frame = pd.DataFrame(
        {
            "label": ["Huế: DTI, 2022", "Đà Nẵng: DTI, 2022", "Lai Châu: DTI, 2022"],
            "value_from": [0.6975, 0.8002, 0.4],
            "value_to": [0.9, 0.7, 0.41],
            "rank_from": pd.array([4, 1, None], dtype="Int64"),
            "rank_to": pd.array([1, 1, None], dtype="Int64"),
            "of": [63, 63, 63],
        }
    )
    chart = moved(frame, caption=caption, words=words)
    svg = drawn(chart)
    comma = "," if words.lang == "vi" else "."
    assert f"0{comma}6975" in svg and f"0{comma}2025" in svg and "1/63" in svg
    assert [row["colour"] for row in chart["datasets"]["rows"]] == [Colour.GAIN, Colour.LOSS, Colour.GAIN]
    assert "nan" not in svg.lower().replace("finan", "") and "&lt;NA" not in svg


def test_the_axis_stays_within_what_a_value_can_be(caption, vi) -> None:
    frame = pd.DataFrame({"label": ["x"], "value_from": [0.999], "value_to": [1.0], "rank_from": [1], "rank_to": [1], "of": [63]})
    chart = moved(frame, caption=caption, words=vi)
    low, high = chart["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert 0 <= low < 0.999 and high == 1.0
