from __future__ import annotations

import pandas as pd

from pages.ui.charts.weight_influence import weight_influence
from pages.ui.drawn import Drawn


def test_weight_and_influence_stand_side_by_side(caption, words, drawn) -> None:
    rows = pd.DataFrame({"label": ["Hạ tầng số", "Xã hội số"], "weight": [0.1, 0.15], "influence": [-0.02, 0.34]})
    chart = weight_influence(rows, caption=caption, words=words)
    svg = drawn(chart)
    assert "15%" in svg and "34%" in svg
    spec = Drawn.of(chart, rows).spec
    domain = spec["layer"][1]["encoding"]["x"]["scale"]["domain"]
    assert domain[0] == -0.02 and domain[1] > 0.34, "an indicator that works against the rest is drawn left of nothing"
    assert [row["end"] for row in spec["datasets"]["rows"]] == [0.1, 0.34]
