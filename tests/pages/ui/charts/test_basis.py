"""Published, computed and derived differ by form, not by colour alone."""

from __future__ import annotations

import pandas as pd

from pages.ui.charts import basis
from pages.ui.theme import Colour

ALL = pd.DataFrame({"basis": ["published", "computed", "derived"], "colour": ["#111111"] * 3})


def test_points_differ_in_filling_and_shape() -> None:
    points = basis.as_points(ALL)
    assert list(points["fill"]) == ["#111111", Colour.PAGE, Colour.PAGE]
    assert list(points["ink"]) == [Colour.PAGE, "#111111", "#111111"]
    assert list(points["shape"]) == ["circle", "circle", "diamond"]


def test_bars_differ_in_filling_and_edge() -> None:
    bars = basis.as_bars(ALL)
    looks = list(zip(bars["opacity"], bars["edge"], strict=True))
    assert len(set(looks)) == 3


def test_the_note_names_only_what_is_there(vi) -> None:
    assert basis.note(["published"], vi, marks="points") == ""
    note = basis.note(["published", "derived", "derived"], vi, marks="points")
    assert note == "; " + vi("charts.basis.points.derived")
