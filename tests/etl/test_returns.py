import pytest

from etl import events, observations, returns
from tests.etl.small import DA_NANG, HA_NOI, HUE, event, rows

BUNDLED = rows({HUE: 0.1, DA_NANG: 0.2})


def state(in_order=None):
    applied = returns.apply(BUNDLED, in_order=returns.in_force() if in_order is None else in_order)
    return dict(zip(applied["province_code"], applied["value"], strict=True))


def test_nothing_published_leaves_what_is_bundled(empty_store):
    applied = returns.apply(BUNDLED, in_order=[])
    assert state() == {HUE: 0.1, DA_NANG: 0.2}
    assert list(applied.columns) == [*observations.COLUMNS, "event_id"]
    assert applied["event_id"].isna().all()


def test_a_return_replaces_cell_by_cell_and_later_ones_win(empty_store):
    event(rows({HUE: 0.3, HA_NOI: 0.4}))
    event(rows({HUE: 0.5}))
    assert state() == {HUE: 0.5, DA_NANG: 0.2, HA_NOI: 0.4}


def test_every_row_names_its_event(empty_store):
    done = event(rows({HUE: 0.3}))
    applied = returns.apply(BUNDLED, in_order=returns.in_force())
    assert list(applied["event_id"].where(applied["event_id"].notna(), None)) == [done.id, None]


def test_a_missing_value_replaces_nothing(empty_store):
    event(rows({HUE: None}))
    assert state()[HUE] == 0.1


def test_a_complete_return_removes_what_it_does_not_mention_in_its_scope_only(empty_store):
    event(rows({HA_NOI: 0.9}, period=2023))
    event(rows({HUE: 0.3, HA_NOI: None}), complete=True)
    applied = returns.apply(BUNDLED, in_order=returns.in_force())
    assert list(applied[["period", "province_code", "value"]].itertuples(index=False, name=None)) == [
        (2022, HUE, 0.3),
        (2023, HA_NOI, 0.9),
    ]


def test_withdrawing_brings_back_what_was_before_and_restoring_undoes_that(empty_store):
    first, second = event(rows({HUE: 0.3})), event(rows({HUE: 0.5}))
    event(kind=events.WITHDRAW, target=second.id)
    assert state()[HUE] == 0.3
    event(kind=events.WITHDRAW, target=first.id)
    assert state()[HUE] == 0.1
    event(kind=events.RESTORE, target=second.id)
    assert state()[HUE] == 0.5
    event(kind=events.RESTORE, target=first.id)
    assert state()[HUE] == 0.5, "a restored return counts at its old place in the order"


def test_the_state_as_of_an_event(empty_store):
    first = event(rows({HUE: 0.3}))
    event(rows({HUE: 0.5}))
    gone = event(kind=events.WITHDRAW, target=first.id)
    assert state(returns.in_force(returns.until(first.id)))[HUE] == 0.3
    assert [e.id for e in returns.until(gone.id)][-1] == gone.id
    with pytest.raises(returns.UnknownEvent):
        returns.until("20200101T000000000000Z-00000000")
