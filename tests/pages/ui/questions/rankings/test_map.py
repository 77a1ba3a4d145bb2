"""The map of a ranking: both forms, both archipelagos, what is not known."""

from __future__ import annotations

import json

import pytest

from etl import text
from pages.ui.queries import rankings
from pages.ui.queries.catalogue import catalogue
from pages.ui.questions.rankings.map import FORMS, SHAPES, TILES
from pages.ui.selection import Selection, read


def chosen(build: str, **query: str) -> Selection:
    return read(query, catalogue(build, query.get("lang", "vi")), home="46")[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("universe", ["63", "34"])
def test_every_unit_and_both_archipelagos_are_drawn(built: str, form: str, universe: str) -> None:
    drawn = rankings.on_map(built, chosen(built, universe=universe), "", "", form)
    written = json.dumps(drawn.spec, ensure_ascii=False)
    assert len(drawn.table) == int(universe)
    assert written.count('"province_code"') >= int(universe)
    assert "Hoàng" in written and "Trường" in written


def test_the_shapes_name_their_licence_the_tiles_need_none(built: str) -> None:
    source = {
        form: rankings.on_map(built, chosen(built), "", "", form).spec["usermeta"]["caption"]["source"]
        for form in FORMS
    }
    assert "ODbL" in source[SHAPES] and "ODbL" not in source[TILES]


def test_a_region_shows_its_units_only(built: str) -> None:
    drawn = rankings.on_map(built, chosen(built, universe="34"), "", "central_highlands", TILES)
    assert drawn.table["province"].tolist() == ["Quảng Ngãi", "Lâm Đồng", "Đắk Lắk", "Gia Lai"]


def test_where_only_ranks_are_known_the_map_shows_ranks(built: str) -> None:
    asked = chosen(built, framework="ICT-INDEX", period="2018", indicator="technical_infrastructure")
    drawn = rankings.on_map(built, asked, "", "", TILES)
    assert drawn.spec["usermeta"]["caption"]["subtitle"] == text.load("vi")("charts.map.subtitle.rank")


def test_a_category_of_a_lens_is_ranked_by_its_scores(built: str) -> None:
    asked = chosen(built, period="2022", lens="pillars", indicator="digital_government")
    found = rankings.ranking(built, asked, "pillars")
    hue = found.rows.set_index("province_code").loc["46"]
    # (697,5 − 0,3001·150 − 0,6787·150)/700 = (common + government activity) / 700
    assert hue["value"] == pytest.approx((697.5 - 45.015 - 101.805) / 700, abs=1e-9)
    assert hue["coverage"] == 1.0 and hue["place"] >= 1
