"""What maps are drawn on: the layout of tiles, the shapes of provinces and the two archipelagos, from data/geo."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

GEO = Path(__file__).resolve().parent.parent / "data" / "geo"
AS_TEXT = {"province_code": str, "archipelago": str}


@cache
def tiles(universe: int) -> pd.DataFrame:
    """One row per tile of a universe's map: province_code, archipelago (one of the two is None), column, row."""
    frame = pd.read_csv(GEO / "tiles.csv", dtype=AS_TEXT)
    return frame[frame["universe"] == universe].drop(columns="universe").reset_index(drop=True)


@cache
def archipelagos(lang: str) -> pd.DataFrame:
    """Hoàng Sa and Trường Sa: id, label (the name in the language), province_code, longitude, latitude."""
    frame = pd.read_csv(GEO / "archipelagos.csv", dtype=AS_TEXT)
    return frame.rename(columns={f"name_{lang}": "label"})


@cache
def shapes(universe: int) -> dict[str, Any]:
    """The provinces of a universe as a GeoJSON FeatureCollection with properties.province_code. Never change it."""
    return json.loads((GEO / f"provinces_{universe}.geojson").read_text(encoding="utf-8"))
