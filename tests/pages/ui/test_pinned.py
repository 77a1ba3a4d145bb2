"""A link that keeps its figures after a newer build is made, and says so when they are gone."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from etl import publish, store, text
from pages.ui import pinned
from pages.ui import view as views
from tests.etl.small import HUE, handed_in

APP = str(Path(__file__).resolve().parents[3] / "app.py")
EDITION = {"framework": "QD922-2022", "period": "2022", "province": HUE}


def opened(**address: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in (EDITION | address).items():
        test.query_params[name] = value
    page = test.run()
    assert not page.exception
    return page


def test_a_pinned_build_stays_and_leads_back_to_the_newest(own_store: object) -> None:
    before = store.current()
    titled = opened().title[0].value
    publish.publish(*handed_in({HUE: 0.9}), by="An", note="")
    assert store.current() != before
    page = opened(build=str(before))
    assert page.title[0].value == titled
    assert text.load("vi")("pinned.leave") in [button.label for button in page.button]
    assert all("build=" + str(before) in link.proto.query_string for link in page.get("page_link"))
    page.button(key="leave_pinned").click().run()
    assert page.title[0].value != titled and "build" not in page.query_params


def test_a_pinned_build_that_is_gone_is_said(built: str) -> None:
    page = opened(build="0123456789ab")
    assert [words.value for words in page.warning] == [text.load("vi")("pinned.gone", build="0123456789ab")]


def test_a_pin_never_leaves_the_store(built: str) -> None:
    assert len(opened(build="../CURRENT").warning) == 1


def test_what_is_shown_without_a_history_names_the_build(built: str) -> None:
    assert pinned.by(views.opened(built, {})[0]) == {}
    for option in ({"build": built}, {"as_of": "20260101T000000000000Z-00000000"}):
        assert pinned.by(views.opened(built, option)[0]) == {"build": built}
