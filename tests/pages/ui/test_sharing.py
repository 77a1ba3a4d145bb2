"""The links to what is on screen."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.ui.test_pinned import APP


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    test.session_state["sharing"] = True
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def test_one_link_follows_the_figures_and_one_keeps_them(built: str) -> None:
    page = opened(province="48", search="hue")
    newest, kept = (code.value for code in page.code)
    assert "province=48" in newest and "search=hue" in newest and "build=" not in newest
    assert kept == f"{newest}&build={built}"


def test_the_first_link_of_a_pinned_page_leads_to_the_newest(built: str) -> None:
    assert "build=" not in opened(build=built).code[0].value
