"""Comparison, run without a browser: both languages, odd links, options in the address, unknown points."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")
HUE_2023 = {"framework": "QD922-2022", "period": "2023", "province": "46"}


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/compare.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def findings(page: AppTest) -> list[str]:
    return [words.value.lstrip("# ").replace("\\", "") for words in page.markdown if words.value.startswith("##")]


def said(page: AppTest) -> str:
    return "\n".join(words.value for words in page.markdown)


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_profile_gap_closing_and_peers(built: str, lang: str) -> None:
    page = opened(lang=lang, against="48,49", **HUE_2023)
    assert not page.exception and not page.info
    assert len(findings(page)) == 4
    names = {"vi": ("Thừa Thiên Huế", "Đà Nẵng", "Quảng Nam"), "en": ("Thua Thien Hue", "Da Nang", "Quang Nam")}[lang]
    assert all(name in page.title[0].value for name in names)
    assert ("68,0" if lang == "vi" else "68.0") in findings(page)[2], "the gap to Đà Nẵng in points"
    assert len(page.dataframe) == 2


def test_without_rivals_the_leader_and_the_neighbours_are_taken(built: str) -> None:
    page = opened(**HUE_2023)
    assert page.title[0].value == "So sánh Thừa Thiên Huế với Đà Nẵng, Hồ Chí Minh, Lạng Sơn, năm 2023"
    assert text.load("vi")("compare.nearest") in [words.value for words in page.caption]


def test_the_target_stands_in_the_address(built: str) -> None:
    page = opened(against="48,49", **HUE_2023)
    page.button_group(key="choose_target").set_value("nation").run()
    assert not page.exception and page.query_params["target"] == "nation"
    assert "hơn trung bình cả nước" in findings(page)[2]
    assert findings(opened(against="48,49", target="nation", **HUE_2023)) == findings(page)


def test_references_are_options_in_the_address(built: str) -> None:
    page = opened(against="48", also="nation,region,other_34", **HUE_2023)
    assert not page.exception
    assert page.button_group(key="choose_also").value == ["nation", "region", "other_34"]
    page.button_group(key="choose_also").set_value([]).run()
    assert page.query_params["also"] == "none"
    assert opened(against="48", also="none", **HUE_2023).button_group(key="choose_also").value == []


def test_the_34_units_with_their_constituents(built: str) -> None:
    page = opened(framework="QD922-2022", period="2022", universe="34", province="48", against="46", also="other_63")
    assert not page.exception and len(findings(page)) == 4


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_unknown_points_leave_the_values_and_lead_to_a_year_with_points(built: str, lang: str) -> None:
    page = opened(lang=lang, province="46", against="48")
    assert not page.exception and len(findings(page)) == 2
    assert ("60% của Hồ Chí Minh" if lang == "vi" else "60% of Ho Chi Minh City") in findings(page)[1]
    assert "405/QĐ-BKHCN" in page.info[0].value
    page.button(key="open_explained").click().run()
    assert not page.exception and page.query_params["period"] == "2023" and page.query_params["against"] == "48"


@pytest.mark.parametrize(("framework", "period"), [("ICT-INDEX", "2019"), ("QD1726-2020", "2020"), ("QD922-2022", "2021")])
def test_partial_tables_compare_what_is_known(built: str, framework: str, period: str) -> None:
    page = opened(framework=framework, period=period, province="46", against="48", also="nation,region")
    assert not page.exception
    missing = text.load("vi")("compare.missing", names="Trung bình cả nước, Trung bình Bắc Trung Bộ và Duyên hải miền Trung")
    assert missing in [words.value for words in page.caption]


def test_a_unit_without_figures_is_told_so(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2023", province="12")
    assert not page.exception
    assert page.info[0].value.startswith("Chưa có giá trị nào của Lai Châu")


def test_an_odd_link_opens_on_the_nearest_view(built: str) -> None:
    page = opened(against="99,46,48", target="moon", also="moon,nation", **HUE_2023)
    assert not page.exception and findings(page) == findings(opened(against="48", **HUE_2023))


def test_peers_carry_their_reasons(built: str) -> None:
    page = opened(**HUE_2023)
    reasons = page.dataframe[0].value.iloc[:, -1]
    assert all("triệu đồng/người" in reason for reason in reasons) and reasons.str.startswith("cùng vùng").any()
    assert "năm 2022" in said(page) and "đến năm 2023" in said(page)
