"""A link opens the same choices in a fresh session and in the other language, on every page that reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).resolve().parents[2] / "app.py")
EDITION = {"province": "48", "framework": "QD922-2022", "period": "2022", "universe": "63"}
CHOICES = {
    "overview": {},
    "rankings": {"indicator": "leadership", "lens": "rossotto_2012", "region": "red_river_delta", "search": "ha", "map": "geo"},
    "trends": {"indicator": "digital_infrastructure", "against": "01,46"},
    "factors": {"lens": "rossotto_2012", "against": "01", "target": "mean", "since": "2021", "region": "all"},
    "compare": {"against": "01,46", "also": "region,other_34", "target": "46"},
    "what_if": {"set": "digital_infrastructure:0.9", "weights": "digital_infrastructure:30", "wanted": "1"},
    "robustness": {},
    "present": {"slides": "why;ranking_map!map:geo", "against": "01"},
    "sources": {"part": "editions"},
}


def opened(page: str, address: dict[str, str]) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    test.run() if page == "overview" else test.switch_page(f"pages/{page}.py")
    for name, value in address.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception and not test.warning
    return test


def chosen(page: AppTest) -> dict[str, object]:
    """What stands in the widgets, by their keys: codes, the same in both languages."""
    kinds = ("selectbox", "multiselect", "button_group", "text_input", "toggle", "select_slider", "text_area")
    return {widget.key: widget.value for kind in kinds for widget in page.get(kind) if widget.key}


@pytest.mark.parametrize("page", CHOICES)
def test_all_choices_reopen_in_the_other_language(built: str, page: str) -> None:
    address = EDITION | CHOICES[page]
    first = opened(page, address | {"lang": "vi"})
    again = opened(page, address | {"lang": "en"})
    assert chosen(first) == chosen(again) != {}
    assert not CHOICES[page] or chosen(first) != chosen(opened(page, EDITION))
