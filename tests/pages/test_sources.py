"""Sources and method, run without a browser: every part in both languages, and a unit that nothing is known of."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")
PARTS = tuple(text.load("vi").under("sources.part"))


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/sources.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


@pytest.mark.parametrize("lang", text.LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_drawn(built: str, part: str, lang: str) -> None:
    page = opened(lang=lang, part=part)
    assert not page.exception
    assert page.title[0].value == text.load(lang)("sources.title")


def test_a_figure_leads_to_its_cell(built: str) -> None:
    page = opened(framework="QD922-2022", period="2022", part="lineage")
    texts = text.load("vi")
    column = texts("tables.column.cell")
    table = page.dataframe[0].value
    row = table[table[texts("tables.column.value")] == 0.6975]
    assert list(row[texts("tables.column.workbook")]) == ["dti-2022.xlsx"]
    assert row[column].str.fullmatch(r"[A-Z]+\d+").all()


def test_a_derived_unit_lists_the_cells_of_its_constituents(built: str) -> None:
    page = opened(framework="QD922-2022", period="2023", universe="34", province="48", part="lineage")
    texts = text.load("vi")
    assert not page.exception
    assert [words for words in page.markdown if "trung bình cộng giản đơn của Đà Nẵng, Quảng Nam" in words.value]
    table = page.dataframe[0].value
    name, unit = texts("tables.column.indicator_name"), texts("tables.column.province")
    assert (table.groupby(name)[unit].agg(list).map(sorted) == [["Quảng Nam", "Đà Nẵng"]] * table[name].nunique()).all()
    assert table[texts("tables.column.cell")].str.fullmatch(r"[A-Z]+\d+").all()


def test_a_unit_that_was_not_merged_keeps_its_own_cells(built: str) -> None:
    page = opened(framework="QD922-2022", period="2022", universe="34", province="46", part="lineage")
    assert not page.exception and [words for words in page.markdown if "không sáp nhập" in words.value]
    assert 0.6975 in set(page.dataframe[0].value[text.load("vi")("tables.column.value")])


def test_the_one_contradiction_of_the_record_is_named(built: str) -> None:
    page = opened(part="doubts")
    assert [words.value for words in page.markdown if "Bắc Ninh" in words.value]


def test_the_workbook_with_formulas_is_offered_where_parts_are_known(built: str) -> None:
    known = opened(framework="QD922-2022", period="2023", part="lineage")
    assert [button.label for button in known.get("download_button") if "công thức" in button.label]
    unknown = opened(part="lineage")
    assert not [button.label for button in unknown.get("download_button") if "công thức" in button.label]
    assert "Chưa có bảng tính có công thức" in unknown.info[-1].value


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_the_newest_two_editions_share_most_points(built: str, lang: str) -> None:
    page = opened(part="editions", lang=lang)
    assert not page.exception and not page.info
    assert any("60%" in words.value and words.value.startswith("## ") for words in page.markdown)


def test_the_first_two_editions_are_not_bridged(built: str) -> None:
    page = opened(part="editions", pair="QD1726-2020~QD922-2022")
    assert "0%" in page.info[0].value


def test_an_index_with_one_edition_says_so(built: str) -> None:
    page = opened(part="editions", framework="ICT-INDEX", period="2019", pair="nonsense")
    assert not page.exception and page.info[0].value == text.load("vi")("sources.editions.one")
