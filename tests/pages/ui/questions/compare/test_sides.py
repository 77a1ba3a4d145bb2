"""Who the sides are, what their values are, and whom the page compares with when nobody is chosen."""

from __future__ import annotations

from etl.text import Texts
from pages.ui.questions.compare import sides
from pages.ui.questions.compare.sides import Side
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}
REGIONS = {"north": "Miền Bắc", "south": "Miền Nam"}


def test_rivals_first_then_the_nation_and_the_units_regions(make: Make, vi: Texts) -> None:
    found = sides.sides(make(ALL), rivals=("02",), home=("north", "south"), regions=REGIONS, texts=vi)
    assert {key: side.members for key, side in found.items()} == {
        "02": ("02",), "nation": ("01", "02", "03"), "north": ("01", "02", "03"), "south": ("03",),
    }  # fmt: skip
    assert [side.name for side in found.values()] == ["Bình", "Trung bình cả nước", "Trung bình Miền Bắc", "Trung bình Miền Nam"]


def test_a_mean_needs_every_member(make: Make) -> None:
    edition = make(ALL)
    both = Side("x", ("01", "02"))
    assert sides.values(edition, both)[["a", "b"]].round(9).tolist() == [0.7, 0.775]
    edition.values.loc[(edition.values["indicator"] == "b") & (edition.values["province_code"] == "02"), "value"] = float("nan")
    assert sorted(sides.values(edition, both).index) == ["a", "index"]


def test_the_nearest_are_the_leader_and_the_neighbours(make: Make) -> None:
    edition = make(ALL)
    assert sides.nearest(edition, "01") == ("02", "03")
    assert sides.nearest(edition, "02") == ("01",)
    assert sides.nearest(make({"01": (0.5, 0.5)}), "01") == ()
