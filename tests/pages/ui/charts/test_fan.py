from __future__ import annotations

import pandas as pd

from pages.ui.charts.fan import fan


def test_known_years_and_a_fan_from_the_last_of_them(caption, words, drawn) -> None:
    frame = pd.DataFrame(
        {
            "period": [2024, 2025, 2026, 2027, 2028], "value": [0.40, 0.45, 0.52, 0.58, 0.64],
            "basis": ["published", "derived", "published", None, None],
            "p05": [None, None, None, 0.5, 0.54], "p25": [None, None, None, 0.55, 0.6],
            "p75": [None, None, None, 0.61, 0.68], "p95": [None, None, None, 0.66, 0.74],
        }
    ).astype({edge: float for edge in ("p05", "p25", "p75", "p95")})  # fmt: skip
    chart = fan(frame, caption=caption, words=words)
    svg = drawn(chart)
    assert ("0,5200" if words.lang == "vi" else "0.5200") in svg and "nan" not in svg
    ahead = chart["datasets"]["ahead"]
    assert [row["period"] for row in ahead] == [2026, 2027, 2028]
    assert ahead[0]["p05"] == ahead[0]["p95"] == 0.52  # the fan opens at the last known value
    assert [row["period"] for row in chart["datasets"]["known"]] == [2024, 2025, 2026]
