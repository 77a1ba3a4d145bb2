from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from pages.ui.charts.geo_map import geo_map
from pages.ui.theme import Colour


@pytest.fixture
def land(provinces) -> dict[str, Any]:
    """A made-up square for each province, one for a code that has no figures, and the archipelagos."""
    features = [
        {"type": "Feature", "properties": {"province_code": code}, "geometry": square(105 + i, 10 + 2 * i)}
        for i, code in enumerate([*provinces["province_code"], "99"])
    ]
    islands = {"label": ["Hoàng Sa", "Trường Sa"], "longitude": [112.0, 113.5], "latitude": [16.5, 10.0]}
    return {
        "shapes": {"type": "FeatureCollection", "features": features},
        "archipelagos": pd.DataFrame(islands),
        "chosen": "46",
        "of": 5,
    }


def square(west: float, south: float) -> dict[str, Any]:
    ring = [[west, south], [west, south + 1], [west + 1, south + 1], [west + 1, south], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_both_archipelagos_are_marked_and_named(provinces, land, caption, words, drawn) -> None:
    svg = drawn(geo_map(provinces, caption=caption, words=words, **land))
    assert ">Hoàng Sa<" in svg and ">Trường Sa<" in svg
    assert Colour.ACCENT in svg


def test_shapes_without_figures_are_left_out_and_the_chosen_is_on_top(provinces, land, caption, vi) -> None:
    shapes = geo_map(provinces, caption=caption, words=vi, **land)["datasets"]["shapes"]
    assert len(shapes) == 5
    assert (shapes[-1]["province_code"], shapes[-1]["value"]) == ("46", 0.6975)


def test_a_missing_value_stays_missing(provinces, land, caption, vi) -> None:
    shapes = geo_map(provinces, caption=caption, words=vi, **land)["datasets"]["shapes"]
    assert [shape["value"] for shape in shapes if shape["province_code"] == "12"] == [None]


def test_a_click_gives_the_province(provinces, land, caption, vi) -> None:
    chart = geo_map(provinces, caption=caption, words=vi, **land)
    assert [param["name"] for param in chart["params"]] == ["pick"]
