from __future__ import annotations

import pandas as pd

from pages.ui.charts.self_and_measured import self_and_measured

BOTH = pd.DataFrame(
    [("Lãnh đạo", 4.0, 2.4, "higher", "cao hơn 1,6 bậc"), ("Thể chế", 2.0, 2.2, "alike", "khớp nhau")],
    columns=["label", "value", "measured", "verdict", "text"],
)


def test_both_sides_are_drawn_and_told(caption, words, drawn) -> None:
    svg = drawn(self_and_measured(BOTH, top=4, caption=caption, words=words))
    assert "Lãnh đạo" in svg and "cao hơn 1,6 bậc" in svg and words("charts.self_and_measured.value") in svg


def test_two_marks_a_factor_and_the_finding_stands_out(caption, vi) -> None:
    data = self_and_measured(BOTH, top=4, caption=caption, words=vi)["datasets"]
    assert [mark["level"] for mark in data["marks"]] == [4.0, 2.0, 2.4, 2.2]
    assert [(row["label"], row["weight"]) for row in data["rows"]] == [("Lãnh đạo", 700), ("Thể chế", 400)]
