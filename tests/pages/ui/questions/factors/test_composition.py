"""Points won and lost; values alone where points are unknown."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.factors import composition
from tests.pages.ui.questions.conftest import UNITS, Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}


def test_where_most_was_lost_stands_on_top_and_in_the_title(make: Make, vi: Texts) -> None:
    drawn = composition.of_points(make(ALL), province="01", texts=vi)
    assert drawn is not None
    assert drawn.table["points_lost"].tolist() == pytest.approx([300, 100])
    assert caption_of(drawn.spec).title == "An đạt 600,0/1000 điểm; mất nhiều nhất ở hạ tầng số: 300,0 điểm"


def test_rounding_is_in_the_table_and_not_in_the_chart(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    rounding = edition.parts.iloc[:1].assign(indicator="rounding", indicator_name=None, max_points=0.0, points=0.04, basis="derived")
    edition.parts.loc[len(edition.parts)] = rounding.iloc[0]
    drawn = composition.of_points(edition, province="01", texts=vi)
    assert drawn is not None
    assert drawn.table["part_name"].tolist()[-1] == "làm tròn"
    assert drawn.table["points"].sum() == pytest.approx(600.04)
    assert len(drawn.spec["datasets"]["parts"]) == 2


def test_no_points_no_bars(make: Make, vi: Texts) -> None:
    assert composition.of_points(make(ALL, points=False), province="01", texts=vi) is None
    assert composition.of_points(make({"01": (0.5, 0.5)}), province="02", texts=vi) is None


def test_values_stand_beside_those_of_another_the_furthest_behind_on_top(make: Make, vi: Texts) -> None:
    against = pd.Series({"a": 0.4, "b": 0.8})
    drawn = composition.of_values(make(ALL, points=False), province="01", against=against, them="B", title="T", texts=vi)
    assert drawn is not None
    assert drawn.table["indicator_name"].tolist() == ["Nhân lực số", "Hạ tầng số"]
    assert drawn.table["difference"].tolist() == pytest.approx([-0.05, 0.1])


def test_a_mean_needs_every_unit(make: Make) -> None:
    assert composition.means(make(ALL))["a"] == pytest.approx(0.6)
    assert composition.means(make({"01": (0.5, 0.5), "02": (0.9, 0.8)})).empty


@pytest.mark.parametrize(
    ("derived", "how"), [([], None), (["a"], "pillars"), (["other_common_indicators"], "block"), (["a", "b"], "pillars")]
)
def test_how_derived_parts_follow(make: Make, derived: list[str], how: str | None) -> None:
    edition = make(ALL)
    if "other_common_indicators" in derived:
        edition.parts["indicator"] = edition.parts["indicator"].replace("a", "other_common_indicators")
    edition.parts.loc[edition.parts["indicator"].isin(derived), "basis"] = "derived"
    assert composition.derivation(edition, province="01") == how


def test_equal_ranks_name_no_weakest(make: Make, vi: Texts) -> None:
    best = composition.extremes_title(make(ALL, points=False), province="02", texts=vi)
    assert best == "Giá trị các chỉ số của Bình đã công bố theo Quyết định F"
    mixed = make({"01": (0.5, 0.9), "02": (0.9, 0.8), "03": (0.4, 0.1)}, points=False)
    title = composition.extremes_title(mixed, province="01", texts=vi)
    assert title == f"An mạnh nhất về nhân lực số (1/{len(UNITS)}), yếu nhất về hạ tầng số (2/{len(UNITS)})"
