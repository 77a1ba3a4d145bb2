"""The switch between 63 and 34 units: on every page that shows figures, with what a merged unit was formed from."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import shell

APP = str(Path(__file__).resolve().parents[2] / "app.py")
WITHOUT_FIGURES = {"upload", "history"}
PAGES = [page for page in shell.PAGES if page not in WITHOUT_FIGURES]


def opened(page: str, **address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).switch_page(f"pages/{page}.py")
    for name, value in {"framework": "QD922-2022", "period": "2023", **address}.items():
        test.query_params[name] = value
    return test.run()


def formed_from(page: AppTest) -> list[str]:
    return [caption.value for caption in page.caption if caption.value.endswith("là suy ra.")]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "overview"])
def test_a_merged_unit_says_what_it_was_formed_from(built: str, page: str) -> None:
    drawn = opened(page, universe="34", province="48")
    assert not drawn.exception
    assert formed_from(drawn) == ["Đà Nẵng hợp thành từ Đà Nẵng, Quảng Nam; giá trị chưa công bố trên 34 đơn vị là suy ra."]


def test_the_overview_says_it_once_with_the_values(built: str) -> None:
    drawn = opened("overview", universe="34", province="48")
    assert formed_from(drawn) == []
    assert sum("Hợp thành từ Đà Nẵng" in part.body for part in drawn.get("html")) == 1


@pytest.mark.parametrize("page", PAGES)
def test_the_switch_leads_to_the_successor_and_back(built: str, page: str) -> None:
    drawn = opened(page, province="49")
    drawn.button_group(key="choose_universe").set_value(34).run()
    assert not drawn.exception
    assert (drawn.query_params["universe"], drawn.query_params["province"]) == ("34", "48")
    drawn.button_group(key="choose_universe").set_value(63).run()
    assert (drawn.query_params["universe"], drawn.query_params["province"]) == ("63", "48")
    assert formed_from(drawn) == []


def test_a_unit_that_was_not_merged_says_nothing(built: str) -> None:
    assert formed_from(opened("what_if", universe="34", province="46")) == []


def test_an_index_that_ended_before_the_mergers_says_so(built: str) -> None:
    told = "ICT Index chỉ có số liệu của 63 tỉnh, thành phố trước sáp nhập, đến năm 2023."
    drawn = opened("overview", framework="QD405-2025", period="2024", universe="34", province="46")
    assert told not in [caption.value for caption in drawn.caption]
    drawn.button_group(key="choose_family").set_value("ict").run()
    assert not drawn.exception
    assert (drawn.query_params["universe"], drawn.query_params["period"]) == ("63", "2023")
    assert [caption.value for caption in drawn.caption].count(told) == 1
