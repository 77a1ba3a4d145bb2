import json

import pandas as pd
import pytest

from etl import build, events, export, history, publish, returns, store, warehouse
from indicators.errors import UnknownNames
from tests.etl.small import HUE, event, handed_in, rows
from tests.etl.test_publish import value_now


def test_withdrawing_and_restoring_are_events_with_builds(own_store):
    bundled = store.current()
    done = publish.publish(*handed_in({HUE: 0.9}), by="An", note="thử")
    gone = history.withdraw(done.event.id, by="Bình", note="nhầm")
    assert value_now(HUE) == 0.6975
    assert gone.build_id == bundled, "what was before is exactly what was before"
    assert_history_tells(done.event, gone.event)
    back = history.restore(done.event.id, by="An")
    assert value_now(HUE) == 0.9 and back.build_id == done.build_id
    assert [e.kind for e in events.published()] == ["return", "withdraw", "restore"]


def assert_history_tells(done, gone):
    told = history.history()
    assert list(told.columns) == history.COLUMNS
    assert list(told["id"]) == [done.id, gone.id]
    assert list(told["by"]) == ["An", "Bình"] and list(told["kind"]) == ["return", "withdraw"]
    assert list(told[["new", "changed", "gone"]].iloc[1]) == [0, 1, 0]
    assert list(told["in_force"].where(told["in_force"].notna(), None)) == [False, None]
    assert told["target"].iloc[1] == done.id
    assert pd.Timestamp(told["at"].iloc[0]).tzinfo is not None
    assert len(told["sha256"].iloc[0]) == 64


def test_history_exports(own_store):
    assert export.as_csv(history.history()).decode().strip() == ",".join(history.COLUMNS)
    done = publish.publish(*handed_in({HUE: 0.9}), by="An")
    (told,) = json.loads(export.as_json(history.history()))
    assert (told["id"], told["changed"], told["in_force"], told["target"]) == (done.event.id, 1, True, None)


def test_what_cannot_be_withdrawn_or_restored_says_why(own_store):
    done = publish.publish(*handed_in({HUE: 0.9}), by="An")
    with pytest.raises(history.CannotChange) as caught:
        history.restore(done.event.id, by="An")
    assert caught.value.reason == "in_force_already"
    gone = history.withdraw(done.event.id, by="An")
    with pytest.raises(history.CannotChange) as caught:
        history.withdraw(done.event.id, by="An")
    assert caught.value.reason == "withdrawn_already"
    with pytest.raises(history.CannotChange) as caught:
        history.withdraw(gone.event.id, by="An")
    assert caught.value.reason == "not_a_return"
    with pytest.raises(returns.UnknownEvent):
        history.withdraw("no-such-event", by="An")
    assert len(events.published()) == 2


def test_an_event_that_does_not_build_any_more_can_be_withdrawn(own_store):
    spoilt = event(rows({HUE: 0.9}, indicator="given_up_since"))
    with pytest.raises(UnknownNames):
        build.build()
    gone = history.withdraw(spoilt.id, by="An")
    assert build.ensure_current() == gone.build_id
    (own_store / "CURRENT").unlink()
    with pytest.raises(UnknownNames):
        history.restore(spoilt.id, by="An")
    assert [e.id for e in events.published()] == [spoilt.id, gone.event.id]


def test_a_past_state_can_be_viewed_without_moving_readers(own_store):
    first = publish.publish(*handed_in({HUE: 0.9}), by="An")
    second = publish.publish(*handed_in({HUE: 0.8}), by="An")
    past = history.state_at(first.event.id)
    assert past == first.build_id
    assert store.current() == second.build_id
    observed = warehouse.table(past, "observation")
    assert observed[observed["event_id"] == first.event.id]["value"].item() == 0.9
