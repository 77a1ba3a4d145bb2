"""Layouts and shapes cover every unit, and both archipelagos."""

from __future__ import annotations

import pytest

from etl import maps


@pytest.mark.parametrize("universe", [63, 34])
def test_tiles_and_shapes_hold_the_same_units(universe: int) -> None:
    tiles = maps.tiles(universe)
    codes = set(tiles["province_code"].dropna())
    shapes = {feature["properties"]["province_code"] for feature in maps.shapes(universe)["features"]}
    assert len(codes) == universe and codes == shapes
    assert set(tiles["archipelago"].dropna()) == {"hoang_sa", "truong_sa"}


def test_archipelagos_are_named_in_the_language() -> None:
    assert maps.archipelagos("vi")["label"].tolist() == ["Hoàng Sa", "Trường Sa"]
    assert maps.archipelagos("vi")["province_code"].tolist() == ["48", "56"]
    assert set(maps.archipelagos("en").columns) >= {"id", "label", "longitude", "latitude"}
