"""What every chart must pass, and the small made-up figures that the charts are drawn from."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import altair as alt
import pandas as pd
import pytest
from PIL import Image

from etl import text
from pages.ui import images
from pages.ui.charts.caption import Caption
from pages.ui.charts.marks import Spec


@pytest.fixture(params=text.LANGUAGES)
def words(request: pytest.FixtureRequest) -> text.Texts:
    return text.load(request.param)


@pytest.fixture
def vi() -> text.Texts:
    return text.load("vi")


@pytest.fixture
def caption() -> Caption:
    return Caption(title="Huế đứng thứ hai (số liệu bịa để thử)", source="Nguồn: bịa để thử")


@pytest.fixture
def drawn() -> Callable[[Spec], str]:
    return draw


def draw(spec: Spec) -> str:
    """Checks that a chart is valid, plain JSON, says what it is, and gives a picture; returns its SVG."""
    alt.LayerChart.from_dict(spec)
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["width"] == "container"
    said = spec["usermeta"]["caption"]
    assert said["subtitle"] and spec["description"].startswith(said["title"])
    picture = Image.open(io.BytesIO(images.png(spec, width=700, scale=2)))
    assert picture.width == 1400
    assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 30
    return images.svg(spec, width=700)


@pytest.fixture
def provinces() -> pd.DataFrame:
    """Five provinces with made-up values; the last has none."""
    return pd.DataFrame(
        {
            "province_code": ["48", "46", "01", "79", "12"],
            "province": ["Đà Nẵng", "Thừa Thiên Huế", "Hà Nội", "Hồ Chí Minh", "Lai Châu"],
            "value": [0.8002, 0.6975, 0.6098, 0.5, float("nan")],
            "rank": pd.array([1, 2, 3, 4, None], dtype="Int64"),
            "basis": ["published", "published", "computed", "derived", "published"],
        }
    )


@pytest.fixture
def series() -> pd.DataFrame:
    """Two provinces over two made-up frameworks; 2022 is missing for Huế, Hà Nội ends in 2023."""
    rows = [
        ("46", "Huế", "chosen", 2020, "A", 2, 0.41, "derived"),
        ("46", "Huế", "chosen", 2021, "B", 3, 0.58, "published"),
        ("46", "Huế", "chosen", 2022, "B", None, None, "published"),
        ("46", "Huế", "chosen", 2023, "B", 5, 0.76, "published"),
        ("46", "Huế", "chosen", 2024, "B", 4, 0.7951, "published"),
        ("01", "Hà Nội", "rival", 2021, "B", 9, 0.5, "published"),
        ("01", "Hà Nội", "rival", 2023, "B", 6, 0.75, "computed"),
    ]
    columns = ["line", "label", "role", "period", "framework", "rank", "value", "basis"]
    return pd.DataFrame(rows, columns=columns).astype({"rank": "Int64", "value": float})
