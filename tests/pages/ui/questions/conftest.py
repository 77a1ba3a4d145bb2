"""A made-up index of two indicators (600 and 400 points) for three units, in two years."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from etl import text
from indicators.framework import Framework, from_frame
from pages.ui.questions.edition import Edition

UNITS = {"01": "An", "02": "Bình", "03": "Châu"}
NAMES = {"index": "Chỉ số", "a": "Hạ tầng số", "b": "Nhân lực số"}

Make = Callable[..., Edition]


def tree(name: str = "F") -> Framework:
    nodes = {"code": ["index", "a", "b"], "parent": ["", "index", "index"], "weight": [1000, 600, 400], "direction": 1}
    return from_frame(pd.DataFrame(nodes), id=name)


@pytest.fixture
def vi() -> text.Texts:
    return text.load("vi")


@pytest.fixture
def make() -> Make:
    """An edition from each unit's values of a and b; the index and the ranks follow (600·a + 400·b out of 1000)."""

    def edition(
        values: dict[str, tuple[float, float]], *, name: str = "F", period: int = 2023, points: bool = True
    ) -> Edition:
        known = {code: (0.6 * a + 0.4 * b, a, b) for code, (a, b) in values.items()}
        figures = pd.DataFrame(
            [
                {"indicator": indicator, "province_code": code, "value": value, "position": place}
                for code, three in known.items()
                for place, (indicator, value) in enumerate(zip(NAMES, three, strict=True))
            ]
        )
        complete = len(values) == len(UNITS)
        ranks = figures.groupby("indicator")["value"].rank(method="min", ascending=False).astype("Int64")
        figures = figures.assign(
            indicator_name=figures["indicator"].map(NAMES),
            short=figures["indicator"].map(NAMES),
            province=figures["province_code"].map(UNITS),
            regions=[["north", "south"] if code == "03" else ["north"] for code in figures["province_code"]],
            rank=ranks if complete else pd.array([pd.NA] * len(figures), dtype="Int64"),
            rank_published=pd.array([pd.NA] * len(figures), dtype="Int64"),
            basis="published",
            source_kind="official",
            framework=name,
            period=period,
            of=len(UNITS),
        )
        return Edition(
            framework=tree(name),
            period=period,
            parts=_parts(figures, points=points),
            values=figures,
            units=UNITS,
            decrees={"F": "Quyết định F", "G": "Quyết định G"},
            names={"F": "Quyết định F", "G": "Quyết định G"},
        )

    return edition


def _parts(figures: pd.DataFrame, *, points: bool) -> pd.DataFrame:
    most = {"a": 600.0, "b": 400.0}
    rows = figures[figures["indicator"].isin(most)]
    rows = rows.assign(max_points=rows["indicator"].map(most) if points else float("nan"))
    rows = rows.assign(points=rows["max_points"] * rows["value"])
    columns = ["province_code", "province", "indicator", "indicator_name", "short", "max_points", "value", "points", "basis"]
    return rows[columns].reset_index(drop=True)
