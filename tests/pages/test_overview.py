"""The overview, run without a browser: both languages, breaks, partial tables, provinces without figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")
HUE = {"vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"}


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def card(page: AppTest) -> str:
    return next((html.proto.body for html in page.get("html") if 'class="standing"' in html.proto.body), "")


def headings(page: AppTest) -> list[str]:
    return [words.value.lstrip("# ").replace("\\", "") for words in page.markdown if words.value.startswith("##")]


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_the_latest_year_answers_at_once(built: str, lang: str) -> None:
    page = opened(lang=lang)
    assert not page.exception
    assert (
        page.title[0].value
        == {
            "vi": "Năm 2024, Thừa Thiên Huế xếp hạng 5/63 về DTI",
            "en": "In 2024, Thua Thien Hue ranks 5/63 in DTI",
        }[lang]
    )
    assert "<b>5</b>/63" in card(page)
    strengths, dti, ict, position, change = headings(page)
    assert "8/63" in strengths and "31/63" in strengths
    assert dti.startswith("DTI 2020–2024") and ict.startswith("ICT Index 2016–2020")
    assert HUE[lang] in position and {"vi": "0,0990", "en": "0.0990"}[lang] in position
    assert "2022" in change and "2023" in change


def test_across_a_change_of_framework_both_ranks_and_no_change_are_stated(built: str) -> None:
    words = card(opened())
    assert "Năm 2023: hạng 3/63 theo Quyết định 922/QĐ-BTTTT" in words and "không tính tăng, giảm" in words
    assert "▲" not in words and "▼" not in words
    assert (
        "Lần so sánh được gần nhất: năm 2023 tăng 1 bậc so với năm 2022; mức thay đổi này nằm trong khoảng bất định."
        in words
    )


def test_within_a_framework_the_change_and_its_bridge_are_stated(built: str) -> None:
    page = opened(period="2023")
    assert "▲ Tăng 1 bậc so với năm 2022 (hạng 4/63); mức thay đổi này nằm trong khoảng bất định" in card(page)
    assert headings(page)[-1].startswith("Từ năm 2022 đến năm 2023, giá trị của Thừa Thiên Huế tăng 0,0685")
    assert any("vượt 1 địa phương: Quảng Ninh" in words.value for words in page.markdown)
    assert not page.info


def test_a_change_over_two_years_names_the_year_it_is_against(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2022", province="92")
    assert not page.exception
    assert "năm 2020" in page.title[0].value and "năm trước" not in page.title[0].value


def test_where_few_are_ranked_who_overtook_whom_is_said_among_those(built: str) -> None:
    page = opened(framework="QD922-2022", period="2022")
    assert any("/63 đơn vị có thứ hạng ở cả hai năm" in words.value for words in page.markdown)


def test_a_partial_table_shows_the_printed_rank_and_says_so(built: str) -> None:
    page = opened(period="2020")
    assert not page.exception
    assert "<b>2</b>/63" in card(page) and "Hạng do nguồn công bố" in card(page)
    assert page.info[-1].value == text.load("vi")("overview.change.none")


def test_ranks_that_moved_stand_in_for_unknown_points(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2020")
    assert not page.exception
    said = [words.value for words in page.markdown]
    assert "Tăng hạng: Hạ tầng kỹ thuật của cơ quan nhà nước (5 → 1)." in said


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_a_province_without_a_figure_is_led_to_years_that_have_one(built: str, lang: str) -> None:
    page = opened(lang=lang, framework="ICT-INDEX", period="2023")
    assert not page.exception and not card(page)
    assert HUE[lang] in page.info[0].value
    page.button(key="open_2020").click().run()
    assert (page.query_params["period"], page.query_params["lang"]) == ("2020", lang)
    assert "<b>2</b>/63" in card(page)


def test_a_province_without_any_figure_of_an_index_is_told_so(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2023", province="02")
    assert not page.exception
    assert page.info[0].value == (
        "Chưa tìm được số liệu ICT Index của Hà Giang trong các nguồn đã công bố, ở bất kỳ năm nào."
    )
    assert len(page.info) == 1 and not any("chưa có thứ hạng nào" in words.value for words in page.caption)
    page.button(key="open_other").click().run()
    assert page.query_params["period"] == "2024" and "<b>" in card(page)


def test_the_34_say_what_they_were_formed_from(built: str) -> None:
    page = opened(universe="34", province="48")
    assert not page.exception
    assert "<b>17</b>/34" in card(page)
    assert "Hợp thành từ Đà Nẵng (0,8335), Quảng Nam (0,5803)" in card(page)


def test_an_odd_link_opens_on_the_nearest_view(built: str) -> None:
    page = opened(province="xyz", period="1850", lang="de", against="46,,99")
    assert not page.exception
    assert page.title[0].value == opened().title[0].value


def test_every_province_of_both_universes_is_drawn(built: str) -> None:
    """No unit's figures, names or gaps break the page: every tenth of the 63, and merged ones."""
    for universe, codes in (("63", ["01", "11", "27", "36", "48", "60", "77", "83", "96"]), ("34", ["24", "46", "96"])):
        for code in codes:
            page = opened(universe=universe, province=code, period="2023")
            assert not page.exception, (universe, code)
            assert page.title[0].value.startswith("Năm 2023, "), (universe, code)
