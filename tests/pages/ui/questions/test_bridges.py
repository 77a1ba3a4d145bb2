"""A bridge as a chart: nothing of it is lost in the table, a speck of rounding is left out of the drawing."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text
from indicators.bridge import Bridge
from pages.ui.charts.caption import Caption
from pages.ui.questions import bridges

NAMES = {"a": "Hạ tầng số", "rounding": "làm tròn"}


@pytest.mark.parametrize(("rounding", "drawn"), [(0.04, 1), (0.3, 2)])
def test_a_speck_of_rounding_stays_in_the_table_alone(rounding: float, drawn: int) -> None:
    parts = pd.DataFrame(
        [["a", "indicator", 100.0, 120.0, 20.0], ["rounding", "rounding", 0.0, rounding, rounding]],
        columns=["part", "kind", "points_from", "points_to", "delta"],
    )
    built = Bridge(parts, 0.1, 0.12 + rounding / 1000, True, 1.0)
    spec, table = bridges.drawn(
        built,
        names=NAMES,
        labels=NAMES,
        from_label="2022",
        to_label="2023",
        caption=Caption("T", "S"),
        texts=text.load("vi"),
        columns=("points_ours", "points_theirs"),
    )
    assert table["delta"].sum() == pytest.approx(20 + rounding)
    assert list(table.columns) == ["part_name", "kind", "points_ours", "points_theirs", "delta"]
    assert len(spec["datasets"]["steps"]) == drawn + 2
