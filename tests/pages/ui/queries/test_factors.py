"""The questions of the page of factors, asked of the bundled figures."""

from __future__ import annotations

import io
from dataclasses import replace

import pandas as pd
import pytest

from etl import text
from pages.ui import tables
from pages.ui.charts.caption import caption_of
from pages.ui.queries import factors
from pages.ui.selection import Selection

HUE_2023 = Selection("vi", "46", "QD922-2022", 2023, 63, "dti", "pillars")
HUE_2022 = replace(HUE_2023, period=2022)
HUE_2024 = replace(HUE_2023, framework="QD405-2025", period=2024)


def test_the_parts_sum_to_the_index(built: str) -> None:
    answer = factors.made_of(built, HUE_2023)
    assert answer.points is not None and answer.derived == "block"
    assert answer.points.table["points"].sum() == pytest.approx(766.0, abs=1e-9)
    assert answer.points.table["max_points"].sum() == 1000


def test_the_source_line_is_that_of_the_parts_drawn(built: str) -> None:
    whole, partly = factors.made_of(built, HUE_2022).points, factors.made_of(built, HUE_2023).points
    assert whole is not None and partly is not None
    assert "suy ra" not in caption_of(whole.spec).source
    assert "suy ra" in caption_of(partly.spec).source


def test_unknown_points_show_values_and_the_way_to_a_year_with_points(built: str) -> None:
    answer = factors.made_of(built, HUE_2024)
    assert answer.points is None and not answer.points_known
    assert answer.values is not None and len(answer.values.table) == 4
    assert answer.explained == ("QD922-2022", 2023)


def test_the_change_of_2023_is_exact(built: str) -> None:
    answer = factors.changed(built, HUE_2023, ("QD922-2022", 2022))
    assert answer.drawn is not None
    assert answer.drawn.table["delta"].sum() == pytest.approx(766.0 - 697.5, abs=1e-9)
    block = answer.drawn.table.set_index("part_name").loc["Bốn chỉ số nền tảng chung không công bố riêng"]
    assert block["points_from"] == pytest.approx(95.0 + 90.0 + 67.94 + 64.23, abs=0.1)


def test_a_change_to_unknown_points_is_said(built: str) -> None:
    answer = factors.changed(built, HUE_2024, ("QD922-2022", 2023))
    assert answer.drawn is None and "405" in answer.said and "0,7660" in answer.said and "0,7951" in answer.said


def test_the_gap_to_the_mean_is_exact(built: str) -> None:
    answer = factors.behind(built, HUE_2022, None)
    assert answer.drawn is not None
    table = answer.drawn.table
    assert table["points_ours"].sum() == pytest.approx(697.5, abs=1e-6)
    assert table["delta"].sum() == pytest.approx(table["points_theirs"].sum() - 697.5, abs=1e-6)


def test_no_mean_of_a_partial_year(built: str) -> None:
    answer = factors.behind(built, replace(HUE_2023, period=2021), None)
    assert answer.drawn is None and "63" in answer.said


def test_the_leader_is_measured_against_the_second(built: str) -> None:
    other = factors.first_other(built, replace(HUE_2022, province="48"))
    assert other is not None and other.we_lead and other.code != "48"


def test_who_overtook_hue_in_2023(built: str) -> None:
    answer = factors.overtook(built, HUE_2023, ("QD922-2022", 2022))
    assert answer is not None and answer.note is None
    assert len(answer.won) - len(answer.lost) == 4 - 3
    assert answer.won["province"].tolist() == ["Quảng Ninh"]


@pytest.mark.parametrize("lens", ["provincial_factors", "rossotto_2012", "apo_2021", "public_value", "un_nine_pillars"])
def test_the_derived_block_enters_no_category(built: str, lens: str) -> None:
    answer = factors.under_one_lens(built, replace(HUE_2023, lens=lens))
    assert answer.drawn is not None
    table = answer.drawn.table
    assert table["coverage"].dropna().lt(1).any() or table["value"].isna().any()
    assert all("không công bố riêng" not in sentence for members in answer.mapping.values() for sentence in members)


def test_pillars_are_ranked_and_whole(built: str) -> None:
    answer = factors.under_one_lens(built, HUE_2023)
    assert answer.drawn is not None
    assert answer.drawn.table["coverage"].tolist() == [1, 1, 1]
    assert answer.overlaps
    assert not factors.under_one_lens(built, replace(HUE_2023, framework="QD1726-2020", period=2020)).overlaps
    assert answer.drawn.table["rank"].notna().all()


def test_a_lens_that_maps_nothing_of_a_framework_says_so(built: str) -> None:
    ict = replace(HUE_2023, framework="ICT-INDEX", period=2019)
    answer = factors.under_one_lens(built, ict)
    assert answer.maps_nothing and answer.drawn is None


def test_the_heat_map_of_a_region_holds_its_units(built: str) -> None:
    drawn = factors.heat_map(built, HUE_2023, "central_highlands")
    assert drawn is not None
    assert sorted(set(drawn.table["province"])) == sorted({"Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"})
    assert "thứ cấp" in caption_of(drawn.spec).source


def test_the_derived_universe_says_that_its_parts_are_means(built: str) -> None:
    answer = factors.made_of(built, replace(HUE_2023, universe=34, province="48"))
    assert answer.points is not None and answer.derived == "backcast"


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_every_table_downloads_under_readers_names(built: str, lang: str) -> None:
    chosen, texts = replace(HUE_2023, lang=lang), text.load(lang)
    drawn = {
        "factors_parts": factors.made_of(built, chosen).points,
        "factors_values": factors.made_of(built, replace(HUE_2024, lang=lang)).values,
        "factors_gap": factors.behind(built, chosen, "48").drawn,
        "factors_change": factors.changed(built, chosen, ("QD922-2022", 2022)).drawn,
        "factors_lens": factors.under_one_lens(built, chosen).drawn,
        "factors_heat": factors.heat_map(built, chosen, ""),
    }
    for name, figure in drawn.items():
        assert figure is not None and texts(f"figures.{name}")
        read = pd.read_csv(io.BytesIO(tables.csv(figure.table, texts)), encoding="utf-8-sig")
        assert len(read) == len(figure.table) > 0
        assert list(read.columns) == [tables.heading(code, texts) for code in figure.table.columns]
