from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.correlation_map import correlation_map
from pages.ui.theme import SCALE, Colour


@pytest.fixture
def pairs() -> pd.DataFrame:
    rows = [
        ("Hạ tầng số", "Kinh tế số", 0.2, "weak"),
        ("Hạ tầng số", "Xã hội số", -0.5, "negative"),
        ("Kinh tế số", "Xã hội số", 0.95, "redundant"),
    ]
    return pd.DataFrame(rows, columns=["column", "row", "r", "band"])


def test_every_pair_has_one_cell_below_the_diagonal(pairs, caption, words, drawn) -> None:
    chart = correlation_map(pairs, caption=caption, words=words)
    svg = drawn(chart)
    assert (">0,95<" if words.lang == "vi" else ">0.95<") in svg
    cells = chart["datasets"]["cells"]
    assert [(cell["x"], round(cell["y"] - cells[0]["y"])) for cell in cells] == [(0, 0), (0, 44), (1, 44)]


def test_a_band_is_told_by_shade_and_what_is_opposed_by_a_frame(pairs, caption, vi) -> None:
    cells = correlation_map(pairs, caption=caption, words=vi)["datasets"]["cells"]
    assert [cell["fill"] for cell in cells] == [SCALE[0], Colour.PAGE, SCALE[5]]
    assert [cell["stroke"] for cell in cells] == [Colour.PAGE, Colour.LOSS, Colour.PAGE]


def test_an_unknown_correlation_is_a_dash(pairs, caption, vi) -> None:
    unknown = pairs.assign(r=float("nan"), band="unknown")
    assert {cell["text"] for cell in correlation_map(unknown, caption=caption, words=vi)["datasets"]["cells"]} == {"–"}
