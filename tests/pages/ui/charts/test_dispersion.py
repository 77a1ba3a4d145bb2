from __future__ import annotations

import pandas as pd

from pages.ui.charts.dispersion import dispersion


def test_a_row_per_year_with_every_unit_and_the_chosen_one(caption, words, drawn) -> None:
    units = pd.DataFrame(
        [(2022, "Huế", 0.6, "chosen"), (2022, "Hà Nội", 0.4, "rest"), (2023, "Huế", 0.7, "chosen"), (2023, "Hà Nội", 0.6, "rest")],
        columns=["period", "province", "value", "role"],
    )
    years = pd.DataFrame({"period": [2022, 2023], "mean": [0.5, 0.65], "deviation": [0.1414, 0.0707]})
    chart = dispersion(units, years, caption=caption, words=words)
    svg = drawn(chart)
    assert "2022" in svg and ("0,1414" if words.lang == "vi" else "0.1414") in svg
    assert len(chart["datasets"]["units"]) == 4 and [row["value"] for row in chart["datasets"]["own"]] == [0.6, 0.7]
    heights = {row["value"]: row["y1"] for row in chart["datasets"]["units"]}
    assert heights[0.4] < heights[0.7]  # the earlier year above
