"""The questions of the page of trends, asked of the bundled figures."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text, warehouse
from pages.ui import tables
from pages.ui.queries import trends

HUE_ICT = {
    2018: {"ict_index": 5, "technical_infrastructure_agencies": 9, "human_infrastructure_agencies": 19, "it_application": 2,
           "internal_it_application": 8, "online_public_services": 1},
    2019: {"ict_index": 2, "technical_infrastructure_agencies": 5, "human_infrastructure_agencies": 1, "it_application": 1,
           "internal_it_application": 2, "online_public_services": 1},
    2020: {"ict_index": 2, "technical_infrastructure_agencies": 1, "human_infrastructure_agencies": 2, "it_application": 4,
           "internal_it_application": 4, "online_public_services": 4},
}  # fmt: skip


def lines(built: str, *, province: str = "46", indicator: str = "dti", universe: int = 63) -> pd.DataFrame:
    asked = {"family": "dti", "universe": universe, "indicator": indicator, "province": province, "lang": "vi"}
    return warehouse.query(built, "reference_lines", **asked)


def test_means_stand_only_where_every_unit_has_a_value(built: str) -> None:
    means = lines(built).query("role == 'mean'")
    assert list(means["period"]) == [2022, 2023, 2024]
    ranking = warehouse.query(built, "ranking", framework="QD922-2022", period=2022, universe=63, indicator="dti", lang="vi")
    assert means["value"].iloc[0] == pytest.approx(ranking["value"].sum() / 63, abs=1e-12)


def test_a_regional_mean_is_that_of_the_regions_units(built: str) -> None:
    found = lines(built, province="66").query("role == 'region' and period == 2022")
    ranking = warehouse.query(built, "ranking", framework="QD922-2022", period=2022, universe=63, indicator="dti", lang="vi")
    highlands = ranking[ranking["province_code"].isin(["62", "64", "66", "67", "68"])]
    assert list(found["name"]) == ["Tây Nguyên"]
    assert found["value"].iloc[0] == pytest.approx(highlands["value"].mean(), abs=1e-12)


def test_a_unit_formed_from_two_regions_has_a_line_for_each(built: str) -> None:
    found = lines(built, province="24", universe=34).query("role == 'region' and period == 2024")
    assert sorted(found["line"]) == ["northern_midlands_mountains", "red_river_delta"]


def test_the_best_of_a_partial_year_is_the_unit_that_the_source_ranks_first(built: str) -> None:
    best = lines(built).query("role == 'best' and period == 2020").iloc[0]
    assert (best["name"], best["value"]) == ("Đà Nẵng", 0.4874)


def test_a_pillar_has_one_series_whoever_stated_it(built: str) -> None:
    asked = {"family": "dti", "universe": 63, "indicator": "digital_government", "lang": "vi"}
    own = warehouse.query(built, "series", **asked).query("province_code == '46'")
    assert list(own["period"]) == [2020, 2021, 2022, 2023]
    assert list(own["basis"]) == ["published", "published", "derived", "derived"]
    assert own["value"].iloc[1] == 0.6666


def test_the_eighteen_ranks_of_hue(built: str) -> None:
    panels = trends.component_ranks(built, "vi", "ict", 63, "46")
    assert panels is not None and len(panels.table) == 18
    drawn = {(point["label"], point["period"]): point["rank"] for point in panels.spec["datasets"]["points"]}
    assert sorted(drawn.values()) == sorted(rank for year in HUE_ICT.values() for rank in year.values())
    assert {period for _, period in drawn} == {2018, 2019, 2020}


def test_no_line_crosses_a_change_of_framework(built: str) -> None:
    moved = trends.trend(built, "vi", "dti", 63, "dti", "46", ())
    assert moved.score is not None
    own = [point for point in moved.score.spec["datasets"]["points"] if point["colour"] == "#C8400A"]
    runs = {point["period"]: point["run"] for point in own}
    assert runs[2021] == runs[2022] == runs[2023]
    assert len({runs[2020], runs[2021], runs[2024]}) == 3


def test_a_missing_year_is_no_point(built: str) -> None:
    moved = trends.trend(built, "vi", "ict", 63, "ict_index", "46", ("48",))
    assert moved.rank is not None
    years = sorted(moved.rank.table.loc[moved.rank.table["series"] == "Thừa Thiên Huế", "period"])
    assert years == [2016, 2018, 2019, 2020]
    assert moved.rank.spec["datasets"]["gaps"][0]["middle"] == 2021
    assert moved.rank.table["rank"].min() >= 1


def test_without_rivals_the_leader_and_the_neighbours_are_shown(built: str) -> None:
    moved = trends.trend(built, "vi", "dti", 63, "dti", "46", ())
    assert moved.rank is not None and moved.notes
    assert set(moved.rank.table["series"]) == {"Thừa Thiên Huế", "Hồ Chí Minh", "Hà Nội", "Thái Nguyên"}
    alone = trends.trend(built, "vi", "dti", 63, "dti", "46", ("48",))
    assert alone.rank is not None and set(alone.rank.table["series"]) == {"Thừa Thiên Huế", "Đà Nẵng"}


def test_a_unit_without_figures_gets_no_chart(built: str) -> None:
    nothing = trends.trend(built, "vi", "ict", 63, "it_industry", "11", ())
    assert nothing.rank is None and nothing.score is None
    assert trends.component_ranks(built, "vi", "ict", 63, "11") is None


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_every_table_downloads_under_readers_names(built: str, lang: str) -> None:
    texts, moved = text.load(lang), trends.trend(built, lang, "dti", 63, "dti", "46", ())
    panels = {f"components_{family}": trends.component_ranks(built, lang, family, 63, "46") for family in ("dti", "ict")}
    for name, figure in {"trend_score": moved.score, "trend_rank": moved.rank, **panels}.items():
        assert figure is not None and texts(f"figures.{name}")
        named = tables.named(figure.table, texts)
        assert list(named.columns) == [tables.heading(code, texts) for code in figure.table.columns]
        assert len(named) > 0
