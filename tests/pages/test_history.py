"""History, run without a browser: who did what and when, taking it back, the state as it was, the original bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from etl import events, export, history, publish, store, text, warehouse
from pages.ui import moments
from pages.ui.queries import history as asked
from tests.etl.small import HUE, handed_in
from tests.pages.uploading import APP, front, html, opened, press, write

VI = text.load("vi")


@pytest.fixture
def one_event(own_store) -> events.Event:
    """Thừa Thiên Huế published with 0.9, by somebody whose name looks like markup."""
    return publish.publish(*handed_in({HUE: 0.9}), by="<b>An</b>", note="**thử** :material/delete:").event


def rank(build_id: str) -> int:
    ranking = warehouse.query(build_id, "ranking", lang="vi", framework="QD922-2022", period=2022, universe=63, indicator="dti")
    return int(ranking.set_index("province_code")["rank"][HUE])


def open_popover(page: AppTest, event: events.Event, kind: str) -> AppTest:
    page.session_state[f"{kind}_{event.id}"] = True
    return page.run()


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_without_events_the_page_says_what_to_do(own_store, lang: str) -> None:
    page = opened("history", lang=lang)
    assert not page.exception
    assert [words.value for words in page.info] == [text.load(lang)("history.empty")]


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_an_event_tells_who_when_and_what_it_changed(one_event, lang: str) -> None:
    page, texts = opened("history", lang=lang), text.load(lang)
    assert not page.exception
    row = page.dataframe[0].value.iloc[0]
    assert row[texts("tables.column.by")] == "<b>An</b>"
    assert row[texts("tables.column.at")] == one_event.at.astimezone().strftime("%d/%m/%Y %H:%M")
    assert [row[texts(f"tables.column.n_{kind}")] for kind in ("new", "changed", "gone")] == [0, 1, 0]
    assert row[texts("tables.column.state")] == texts("history.state.in_force")
    assert "&lt;b&gt;An&lt;/b&gt;" in html(page) and "<b>An" not in html(page)
    cells = page.dataframe[1].value
    assert list(cells[texts("tables.column.value_to")]) == [0.9]


def test_times_are_those_of_the_reader(one_event) -> None:
    page = AppTest.from_file(APP, default_timeout=60).switch_page("pages/history.py")
    page.context["timezone"] = "Pacific/Kiritimati"
    page.run()
    there = one_event.at.astimezone(ZoneInfo("Pacific/Kiritimati")).strftime("%d/%m/%Y %H:%M")
    assert page.dataframe[0].value.iloc[0][VI("tables.column.at")] == there


def test_without_a_browser_times_are_the_server_s() -> None:
    at = datetime(2026, 1, 31, 20, 5, tzinfo=UTC)
    assert moments.moment(at) == at.astimezone().strftime("%d/%m/%Y %H:%M")


def test_withdrawing_asks_first_then_brings_back_what_was(one_event) -> None:
    assert rank(store.current()) == 1
    page = opened("history")
    assert VI("history.withdraw.confirm") not in [button.label for button in page.button]
    open_popover(page, one_event, "withdraw")
    assert VI("history.back.changed", n=1) in "\n".join(words.value for words in page.markdown)
    press(page, VI("history.withdraw.confirm"))
    assert VI("history.no_name") in [words.value for words in page.warning]
    assert len(events.published()) == 1
    write(page, VI("signing.by"), "Bình")
    press(page, VI("history.withdraw.confirm"))
    assert not page.exception and VI("history.done.withdraw") in [words.value for words in page.success]
    assert rank(store.current()) == 4
    assert [(event.kind, event.by) for event in events.published()] == [("return", "<b>An</b>"), ("withdraw", "Bình")]


def test_what_was_withdrawn_can_be_restored(one_event) -> None:
    history.withdraw(one_event.id, by="Bình")
    page = opened("history", event=one_event.id)
    states = list(page.dataframe[0].value[VI("tables.column.state")])
    assert states == ["", VI("history.state.withdrawn")]
    open_popover(page, one_event, "restore")
    write(page, VI("signing.by"), "Bình")
    press(page, VI("history.restore.confirm"))
    assert not page.exception and rank(store.current()) == 1


def test_a_withdrawal_itself_is_not_taken_back(one_event) -> None:
    done = history.withdraw(one_event.id, by="Bình")
    page = opened("history", event=done.event.id)
    assert not page.exception
    assert not [popover for popover in page.get("popover") if popover.proto.popover.label == VI("history.withdraw.open")]


def test_every_page_shows_a_past_state_and_leads_back(one_event) -> None:
    history.withdraw(one_event.id, by="Bình")
    page = front(as_of=one_event.id, framework="QD922-2022", period="2022")
    assert not page.exception and VI("past.shown", at=moments.moment(one_event.at)) in [words.value for words in page.info]
    assert "1" in html(page).partition('class="rank"')[2][:40]
    links = [link.proto.query_string for link in page.get("page_link")]
    assert links and all(f"as_of={one_event.id}" in link for link in links)
    press(page, VI("past.leave"))
    assert "as_of" not in page.query_params
    assert "4" in html(page).partition('class="rank"')[2][:40]


def test_a_past_state_that_never_was_is_said(own_store) -> None:
    page = front(as_of="20200101T000000000000Z-00000000")
    assert not page.exception and any("20200101T" in words.value for words in page.warning)


def test_a_past_state_is_exported(one_event) -> None:
    history.withdraw(one_event.id, by="Bình")
    content = asked.state(one_event.id, "observation", asked.CSV)
    assert content.startswith("\ufeff".encode()) and ",46,Thừa Thiên Huế,dti,0.9," in content.decode()
    assert set(asked.TABLES) == set(export.FILTERS)
    assert asked.state(one_event.id, "ranking", asked.XLSX).startswith(b"PK")


def test_an_odd_link_opens_the_newest_event(one_event) -> None:
    page = opened("history", event="../../etc")
    assert not page.exception and one_event.id in html(page)


def test_a_damaged_event_is_named(one_event) -> None:
    (one_event.folder / "rows.parquet").write_bytes(b"x")
    page = opened("history")
    assert not page.exception and VI("history.damaged") in [words.value for words in page.error]
    assert one_event.id in html(page)
