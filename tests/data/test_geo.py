"""The geographic tables agree with one another: names, codes, mergers, tiles and shapes."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from etl.vietnamese import fold, nfc, sort_key

GEO = Path(__file__).parents[2] / "data" / "geo"
UNIVERSES = ("63", "34")
PREFIXES = ("thanh pho ", "tinh ", "tp ")
TOUCHING_TILES = {
    "63": ["Hà Giang|Cao Bằng", "Điện Biên|Sơn La", "Hà Nội|Bắc Ninh", "Hà Nội|Vĩnh Phúc", "Quảng Ninh|Hải Phòng",
           "Thanh Hóa|Nghệ An", "Nghệ An|Hà Tĩnh", "Quảng Bình|Quảng Trị", "Thừa Thiên Huế|Đà Nẵng",
           "Đà Nẵng|Quảng Nam", "Kon Tum|Gia Lai", "Khánh Hòa|Ninh Thuận", "Hồ Chí Minh|Bình Dương",
           "Hồ Chí Minh|Long An", "Cần Thơ|Hậu Giang", "Bạc Liêu|Cà Mau"],
    "34": ["Tuyên Quang|Cao Bằng", "Điện Biên|Sơn La", "Quảng Ninh|Hải Phòng", "Hà Nội|Hưng Yên", "Thanh Hóa|Nghệ An",
           "Huế|Đà Nẵng", "Gia Lai|Đắk Lắk", "Lâm Đồng|Khánh Hòa", "Hồ Chí Minh|Tây Ninh", "Cần Thơ|An Giang"],
}


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(GEO / name, dtype=str, keep_default_na=False)


def provinces(universe: str) -> pd.DataFrame:
    rows = table("provinces.csv")
    return rows[rows["universe"] == universe]


def codes(universe: str) -> set[str]:
    return set(provinces(universe)["province_code"])


def compared(name: str) -> str:
    """The name as returns are matched: folded, without the words for province and city."""
    folded = fold(name)
    prefix = next((prefix for prefix in PREFIXES if folded.startswith(prefix)), "")
    return folded.removeprefix(prefix)


@pytest.mark.parametrize("universe", UNIVERSES)
def test_each_universe_has_its_units_once(universe):
    units = provinces(universe)
    assert len(units) == int(universe) == units["province_code"].nunique() == units["name_vi"].map(compared).nunique()
    assert units["province_code"].str.fullmatch(r"\d{2}").all()


@pytest.mark.parametrize(("universe", "cities"), [("63", 5), ("34", 6)])
def test_centrally_governed_cities(universe, cities):
    units = provinces(universe)
    is_city = units["unit_type"] == "thành phố trực thuộc trung ương"
    assert is_city.sum() == cities
    assert (units["full_name_vi"].str.startswith("Thành phố ") == is_city).all()


def test_a_code_may_name_different_units_in_the_two_universes():
    names = {universe: provinces(universe).set_index("province_code")["name_vi"] for universe in UNIVERSES}
    assert (names["63"]["24"], names["34"]["24"]) == ("Bắc Giang", "Bắc Ninh")


def test_every_text_is_nfc():
    for path in GEO.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        assert text == nfc(text) and "\r" not in text, path.name


@pytest.mark.parametrize("universe", UNIVERSES)
def test_sort_key_is_the_one_the_program_computes(universe):
    units = provinces(universe)
    assert units["sort_key"].tolist() == units["name_vi"].map(sort_key).tolist()


def test_vietnamese_order():
    ordered = provinces("63").sort_values("sort_key")["name_vi"].tolist()
    assert ordered[:19] == [
        "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
        "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
        "Điện Biên", "Đồng Nai",
    ]  # fmt: skip
    assert ordered[-1] == "Yên Bái"


def test_regions_are_known_and_all_used():
    regions = table("regions.csv")
    assert regions["position"].astype(int).tolist() == list(range(1, 7))
    for universe in UNIVERSES:
        used = {region for joined in provinces(universe)["regions"] for region in joined.split("|")}
        assert used == set(regions["region"])
    assert not provinces("63")["regions"].str.contains("|", regex=False).any()


def test_every_old_unit_has_exactly_one_successor():
    mergers = table("mergers.csv")
    assert Counter(mergers["old_code"]) == Counter(codes("63"))
    assert set(mergers["new_code"]) == codes("34")


def test_mergers_name_units_as_their_universe_does():
    mergers = table("mergers.csv")
    for side, universe in (("old", "63"), ("new", "34")):
        names = provinces(universe).set_index("province_code")["name_vi"]
        assert mergers[f"{side}_name_vi"].tolist() == names[mergers[f"{side}_code"]].tolist()


def test_eleven_units_were_left_as_they_are():
    mergers = table("mergers.csv")
    untouched = mergers[mergers["change_type"] == "unchanged"]
    assert len(untouched) == 11
    assert (untouched["old_code"] == untouched["new_code"]).all()
    assert set(mergers.loc[mergers["change_type"] == "merged", "effective_from"]) == {"2025-07-01"}


def test_a_new_unit_lies_in_the_regions_of_its_constituents():
    region = provinces("63").set_index("province_code")["regions"]
    new_regions = provinces("34").set_index("province_code")["regions"]
    for new_code, constituents in table("mergers.csv").groupby("new_code"):
        assert set(new_regions[new_code].split("|")) == set(region[constituents["old_code"]])


def test_hue_was_renamed_before_the_mergers():
    renaming = table("renamings.csv").iloc[0]
    assert renaming[["old_code", "new_name_vi", "effective_from"]].tolist() == ["46", "Huế", "2025-01-01"]


@pytest.mark.parametrize("universe", UNIVERSES)
def test_aliases_are_needed_unambiguous_and_known(universe):
    rows = table("aliases.csv")
    rows = rows[rows["universe"].isin(["", universe])]
    aliases = rows["alias"].map(compared)
    assert aliases.is_unique
    assert not set(aliases) & set(provinces(universe)["name_vi"].map(compared))
    assert set(rows["province_code"]) <= codes(universe)


@pytest.mark.parametrize(
    ("universe", "written", "province_code"),
    [
        ("63", "TPHCM", "79"), ("63", "TP.HCM", "79"), ("34", "HCMC", "79"), ("63", "Tp Hồ Chí Minh", "79"),
        ("63", "BR-VT", "77"), ("63", "Bà Rịa-Vũng Tàu", "77"), ("63", "TT Huế", "46"), ("63", "TT. Huế", "46"),
        ("63", "Thừa Thiên - Huế", "46"), ("63", "TP. Huế", "46"), ("34", "Thành phố Huế", "46"),
        ("34", "Thừa Thiên Huế", "46"), ("63", "Đắc Lắc", "66"), ("34", "Daklak", "66"), ("63", "Đăk Nông", "67"),
        ("63", "Bắc Cạn", "06"), ("63", "Kontum", "62"), ("63", "Hoà Bình", "17"), ("63", "Thanh Hoá", "38"),
        ("63", "Hanoi", "01"), ("34", "Ho Chi Minh City", "79"), ("63", "Gialai", "64"), ("34", "Gialai", "52"),
    ],
)  # fmt: skip
def test_spellings_seen_in_sources_lead_to_their_province(universe, written, province_code):
    rows = table("aliases.csv")
    rows = rows[rows["universe"].isin(["", universe])]
    known = dict(zip(provinces(universe)["name_vi"].map(compared), provinces(universe)["province_code"], strict=True))
    known |= dict(zip(rows["alias"].map(compared), rows["province_code"], strict=True))
    assert known[compared(written)] == province_code


def test_context_covers_every_old_unit_from_2017_to_2022():
    context = table("context.csv")
    assert set(context["province_code"]) == codes("63")
    assert not context.duplicated(["province_code", "period"]).any()
    for year in range(2017, 2023):
        assert set(context.loc[context["period"] == str(year), "province_code"]) == codes("63")


@pytest.mark.parametrize("universe", UNIVERSES)
def test_tiles_are_complete_and_no_two_share_a_cell(universe):
    tiles = table("tiles.csv")
    tiles = tiles[tiles["universe"] == universe]
    on_land = tiles[tiles["archipelago"] == ""]
    assert Counter(on_land["province_code"]) == Counter(codes(universe))
    assert sorted(tiles.loc[tiles["archipelago"] != "", "archipelago"]) == ["hoang_sa", "truong_sa"]
    assert not tiles.duplicated(["column", "row"]).any()


@pytest.mark.parametrize("universe", UNIVERSES)
def test_neighbours_have_touching_tiles(universe):
    tiles = table("tiles.csv").query("universe == @universe").merge(provinces(universe))
    place = tiles.set_index("name_vi")[["column", "row"]].astype(int)
    for pair in TOUCHING_TILES[universe]:
        one, other = pair.split("|")
        assert (place.loc[one] - place.loc[other]).abs().max() == 1, pair


@pytest.mark.parametrize("universe", UNIVERSES)
def test_the_archipelagos_lie_at_sea_east_of_every_province(universe):
    tiles = table("tiles.csv").query("universe == @universe")
    at_sea = tiles["archipelago"] != ""
    assert tiles.loc[at_sea, "column"].astype(int).min() > tiles.loc[~at_sea, "column"].astype(int).max() + 1
    row = tiles.loc[at_sea].set_index("archipelago")["row"].astype(int)
    assert row["hoang_sa"] < row["truong_sa"]


def test_archipelagos_belong_to_da_nang_and_khanh_hoa():
    owners = table("archipelagos.csv").set_index("id")["province_code"]
    for universe in UNIVERSES:
        names = provinces(universe).set_index("province_code")["name_vi"]
        assert names[owners[["hoang_sa", "truong_sa"]]].tolist() == ["Đà Nẵng", "Khánh Hòa"]


@pytest.mark.parametrize("universe", UNIVERSES)
def test_shapes_are_complete_and_small(universe):
    path = GEO / f"provinces_{universe}.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert Counter(feature["properties"]["province_code"] for feature in features) == Counter(codes(universe))
    assert path.stat().st_size < 250_000


@pytest.mark.parametrize("universe", UNIVERSES)
def test_outer_rings_are_closed_and_clockwise(universe):
    features = json.loads((GEO / f"provinces_{universe}.geojson").read_text(encoding="utf-8"))["features"]
    for feature in features:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for outer, *_ in polygons:
            twice_area = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(outer))
            assert outer[0] == outer[-1] and twice_area > 0, feature["properties"]
