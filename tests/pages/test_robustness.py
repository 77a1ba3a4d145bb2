"""Reliability, run without a browser: both languages, odd links, years that allow no ranges."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import text

APP = str(Path(__file__).resolve().parents[2] / "app.py")
HUE_2023 = {"framework": "QD922-2022", "period": "2023", "province": "46"}


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page("pages/robustness.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def said(page: AppTest) -> str:
    return "\n".join(words.value.replace("\\", "") for words in page.markdown)


def charts(page: AppTest) -> int:
    """Each chart has its finding for a heading."""
    return len([words for words in page.markdown if words.value.startswith("##")])


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_every_question_is_answered_where_points_and_units_are_known(built: str, lang: str) -> None:
    page, texts = opened(lang=lang, **HUE_2023 | {"province": "37"}), text.load(lang)
    assert not page.exception and not page.info
    assert charts(page) == 6
    for name in ("interval", "doubtful", "tornado", "left_out", "shares", "influence", "correlation", "outliers"):
        assert texts(f"robustness.{name}.meaning") in said(page), name
    assert texts("robustness.about") in [words.value for words in page.caption]
    assert {"vi": "không phải sai số chọn mẫu", "en": "not sampling error"}[lang] in texts("robustness.about")


def test_the_card_and_the_list_agree_with_the_build(built: str) -> None:
    page = opened(**HUE_2023)
    card = next(part.value for part in page.get("html") if "standing" in part.value)
    assert "<b>3</b>/63" in card and "3–4" in card
    assert "phân biệt rõ với mọi đơn vị khác" in said(page)
    assert text.load("vi")("robustness.doubtful.meaning") not in said(page), "no advice on units that there are none of"
    many = opened(**HUE_2023 | {"province": "37"})
    assert "chưa phân biệt rõ với 2 đơn vị" in said(many)
    assert many.dataframe[0].value.iloc[:, 1].tolist() == ["Hậu Giang", "Quảng Ngãi"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ({"framework": "QD405-2025", "period": "2024"}, "điểm tối đa"),
        ({"framework": "QD922-2022", "period": "2021"}, "/63 đơn vị"),
        ({"framework": "QD1726-2020", "period": "2020"}, "/63 đơn vị"),
    ],
)
def test_a_year_without_ranges_says_why_and_leads_to_one_that_has_them(built: str, address: dict, reason: str) -> None:
    page = opened(**address)
    assert not page.exception and reason in page.info[0].value
    page.button(key="open_sure").click().run()
    assert not page.exception and not page.info
    assert page.query_params["period"] == "2023" and page.query_params["framework"] == "QD922-2022"


def test_the_ict_index_has_no_year_to_lead_to(built: str) -> None:
    page = opened(framework="ICT-INDEX", period="2019")
    assert not page.exception and len(page.info) == 1 and not page.button


def test_statistics_stand_where_every_unit_has_values_even_without_points(built: str) -> None:
    page = opened(framework="QD405-2025", period="2024")
    assert charts(page) == 1 and "Cronbach" in said(page)
    assert "Cronbach" not in said(opened(framework="QD922-2022", period="2021"))


def test_the_34_units_have_ranges_of_their_own(built: str) -> None:
    page = opened(**HUE_2023 | {"universe": "34"})
    assert not page.exception
    assert any("<b>1</b>/34" in part.value for part in page.get("html"))


def test_an_odd_link_opens_on_the_nearest_view(built: str) -> None:
    page = opened(**HUE_2023 | {"province": "99", "universe": "12", "indicator": "moon"})
    assert not page.exception and charts(page) == 6
