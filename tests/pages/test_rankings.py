"""The rankings, run without a browser: any measure, search, regions, both universes, both maps."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/rankings.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def table(page: AppTest) -> pd.DataFrame:
    return page.dataframe[0].value


def finding(page: AppTest) -> str:
    return next(words.value.lstrip("# ") for words in page.markdown if words.value.startswith("## "))


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_all_63_are_listed_best_first_with_numbers(built: str, lang: str) -> None:
    page = opened(lang=lang)
    assert not page.exception
    words = text.load(lang)
    rows = table(page)
    ranks = rows[words("tables.column.rank")]
    assert len(rows) == 63 and ranks.tolist()[:3] == [1, 2, 3] and ranks.is_monotonic_increasing
    assert pd.api.types.is_numeric_dtype(ranks)
    assert rows[words("tables.column.province")].tolist()[4] == {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}[lang]
    assert "5/63" in finding(page)


def test_ties_share_a_rank(built: str) -> None:
    ranks = table(opened(period="2022"))["Hạng"].tolist()
    assert ranks[14:17] == [15, 15, 17]


def test_a_change_is_shown_where_there_is_one(built: str) -> None:
    assert "Tăng/giảm bậc" in table(opened(period="2023")) and "Tăng/giảm bậc" not in table(opened(period="2024"))


def test_a_rank_of_the_index_stands_beside_its_range(built: str) -> None:
    page = opened(period="2023")
    rows = table(page).set_index("Tỉnh, thành phố")
    assert rows.loc["Thừa Thiên Huế", ["Hạng", "Khoảng hạng"]].tolist() == [3, "3–4"]
    notes = [words.value for words in page.caption]
    assert any(note.startswith("Khoảng hạng: ") for note in notes) and any(note.startswith("~ ") for note in notes)
    assert "Khoảng hạng" not in table(opened(period="2024"))
    assert "Khoảng hạng" not in table(opened(period="2023", indicator="digital_infrastructure"))


@pytest.mark.parametrize(
    ("search", "names"), [("da nang", ["Đà Nẵng"]), ("HUẾ", ["Thừa Thiên Huế"]), ("tphcm", ["Hồ Chí Minh"])]
)
def test_search_needs_no_diacritics(built: str, search: str, names: list[str]) -> None:
    assert table(opened(search=search))["Tỉnh, thành phố"].tolist() == names


def test_a_search_for_nobody_says_what_to_do(built: str) -> None:
    page = opened(search="atlantis")
    assert not page.exception
    assert page.info[0].value == text.load("vi")("rankings.nothing_found")


def test_a_region_of_the_34_holds_its_straddlers_marked(built: str) -> None:
    page = opened(universe="34", region="central_highlands")
    rows = table(page)
    assert rows["Tỉnh, thành phố"].tolist() == ["Quảng Ngãi", "Lâm Đồng", "Đắk Lắk", "Gia Lai"]
    assert all(words.startswith("Liên vùng: ") for words in rows["Vùng"])


def test_a_partial_table_shows_printed_ranks_and_says_so(built: str) -> None:
    page = opened(period="2020")
    assert len(table(page)) == 27
    notes = [words.value for words in page.caption]
    assert any(note.startswith("Mới tìm được số liệu của 27/63") for note in notes)
    assert any(note.startswith("Thứ hạng do nguồn công bố") for note in notes)


def test_an_indicator_and_a_category_of_a_lens_can_be_ranked(built: str) -> None:
    page = opened(period="2022")
    page.selectbox(key="choose_measure").set_value(("", "digital_infrastructure")).run()
    assert "Hạ tầng số" in page.title[0].value
    page.selectbox(key="choose_measure").set_value(("public_value", "outcomes")).run()
    assert not page.exception
    assert page.query_params["lens"] == "public_value" and "Giá trị công" in page.title[0].value
    assert set(table(page)["Cơ sở"]) == {"tính từ chỉ số con"}


def test_a_category_without_the_same_members_everywhere_is_not_ranked(built: str) -> None:
    page = opened(period="2022", lens="rossotto_2012", indicator="technology_infrastructure")
    assert "Hạng" not in table(page)
    assert any(words.value.startswith("Chưa xếp hạng") for words in page.caption)


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_the_geographic_map_is_a_switch_in_the_address(built: str, lang: str) -> None:
    page = opened(lang=lang)
    page.button_group(key="choose_map").set_value("shapes").run()
    assert not page.exception
    assert page.query_params["map"] == "shapes"
    assert any("ODbL" in words.value for words in page.caption)


def test_a_chosen_row_opens_its_province(built: str) -> None:
    page = opened(period="2023")
    grid = page.dataframe[0].proto.id.rsplit("-", 1)[-1]
    page.session_state[grid] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    page.run()
    assert page.query_params["province"] == "48"


def test_an_odd_link_opens_on_the_nearest_view(built: str) -> None:
    page = opened(region="moon", map="globe", indicator="happiness")
    assert not page.exception
    assert len(table(page)) == 63
