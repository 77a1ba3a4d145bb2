"""Against whom, and where the gap lies."""

from __future__ import annotations

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.factors import gap
from pages.ui.questions.factors.gap import Other
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}


def test_the_leader_or_the_second_where_we_lead(make: Make) -> None:
    edition = make(ALL)
    assert gap.first_other(edition, "01") == Other("02", we_lead=False)
    assert gap.first_other(edition, "02") == Other("01", we_lead=True)
    assert gap.first_other(make({"01": (0.5, 0.5)}), "01") is None


def test_a_gap_is_bridged_from_us_to_them(make: Make, vi: Texts) -> None:
    answer = gap.to_unit(make(ALL), province="01", rival="02", texts=vi)
    assert answer.drawn is not None
    table = answer.drawn.table.set_index("part_name").round(9)
    assert table.loc["Hạ tầng số", ["points_ours", "points_theirs", "delta"]].tolist() == [300.0, 540.0, 240.0]
    assert table["delta"].sum() == 260.0
    assert caption_of(answer.drawn.spec).title.startswith("An kém Bình 0,2600 (0,6000 so với 0,8600)")


def test_a_gap_to_the_mean_needs_every_unit(make: Make, vi: Texts) -> None:
    answer = gap.to_mean(make(ALL), province="02", texts=vi)
    assert answer.drawn is not None
    assert caption_of(answer.drawn.spec).title.startswith("Bình hơn trung bình cả nước 0,2800 (0,8600 so với 0,5800)")
    partial = gap.to_mean(make({"01": (0.5, 0.5), "02": (0.9, 0.8)}), province="01", texts=vi)
    assert partial.drawn is None and "đủ 3 đơn vị" in partial.said


def test_without_points_the_values_stand_side_by_side(make: Make, vi: Texts) -> None:
    answer = gap.to_unit(make(ALL, points=False), province="01", rival="02", texts=vi)
    assert answer.drawn is not None
    assert answer.drawn.table["value_compared"].tolist() == [0.9, 0.8]
    assert caption_of(answer.drawn.spec).title == "An kém Bình 0,2600 (0,6000 so với 0,8600)"


def test_only_the_index_known_is_said(make: Make, vi: Texts) -> None:
    edition = make(ALL, points=False)
    edition.values.loc[edition.values["indicator"] != "index", "value"] = float("nan")
    answer = gap.to_unit(edition, province="01", rival="02", texts=vi)
    assert answer.drawn is None
    assert answer.said.startswith("An kém Bình 0,2600 (0,6000 so với 0,8600). Năm 2023 chưa biết giá trị")


def test_the_distance_alone_is_what_the_chart_says(make: Make, vi: Texts) -> None:
    edition = make({"01": (0.5, 0.4), "02": (0.7, 0.3)})
    answer = gap.to_unit(edition, province="01", rival="02", texts=vi)
    assert gap.told(edition, province="01", rival="02", texts=vi) == answer.said
