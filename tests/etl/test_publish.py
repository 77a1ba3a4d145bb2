import pytest

from etl import build, events, publish, store, warehouse
from etl.problems import Problem
from indicators.errors import UnknownNames
from tests.etl.small import DA_NANG, HA_NOI, HUE, event, files, handed_in, rows


def value_now(code, column="value"):
    ranking = warehouse.table(store.current(), "ranking")
    rows = ranking[(ranking["framework"] == "QD922-2022") & (ranking["period"] == 2022) & (ranking["universe"] == 63)]
    return rows[(rows["indicator"] == "dti") & (rows["province_code"] == code)][column].item()


def test_publishing_is_one_event_and_one_new_build(own_store):
    read, content = handed_in({HUE: 0.9})
    done = publish.publish(read, content, by="An", note="thử")
    assert [e.id for e in events.published()] == [done.event.id]
    assert store.current() == done.build_id == build.ensure_current()
    assert (value_now(HUE), value_now(HUE, "rank"), value_now(DA_NANG, "rank")) == (0.9, 1, 2)
    assert dict(done.event.changes) == {"new": 0, "changed": 1, "gone": 0}
    assert done.event.content("original.csv") == content


def test_the_build_leads_from_a_figure_to_its_event_and_cell(own_store):
    done = publish.publish(*handed_in({HUE: 0.9}), by="An")
    observed = warehouse.table(done.build_id, "observation")
    mine = observed[observed["event_id"] == done.event.id]
    assert list(mine[["province_code", "cell", "source_kind"]].itertuples(index=False, name=None)) == [(HUE, "C3", "upload")]


def test_errors_stop_publishing_and_warnings_are_acknowledged(own_store):
    read, content = handed_in({HUE: 0.9})
    read.problems.append(Problem("jump", "x", "s", "C3"))
    with pytest.raises(publish.WarningsNotAccepted) as caught:
        publish.publish(read, content, by="An")
    assert caught.value.problems == read.problems
    publish.publish(read, content, by="An", accept_warnings=True)
    read.problems.insert(0, Problem("out-of-range", "value", "s", "C3"))
    with pytest.raises(publish.NotPublishable) as refused:
        publish.publish(read, content, by="An", accept_warnings=True)
    assert [problem.rule for problem in refused.value.problems] == ["out-of-range"]
    assert len(events.published()) == 1


def test_a_file_without_figures_is_not_published(own_store):
    with pytest.raises(publish.NotPublishable) as caught:
        publish.publish(*handed_in({}), by="An")
    assert caught.value.problems == []


def test_the_same_bytes_twice_say_so_unless_something_stands_over_them(own_store):
    first = publish.publish(*handed_in({HUE: 0.9}), by="An")
    with pytest.raises(publish.AlreadyPublished) as caught:
        publish.publish(*handed_in({HUE: 0.9}), by="Bình")
    assert caught.value.event.id == first.event.id
    event(rows({HUE: 0.8}))
    publish.publish(*handed_in({HUE: 0.9}), by="An")
    assert value_now(HUE) == 0.9
    assert len(events.published()) == 3


def test_publishing_again_after_a_kill_before_the_pointer_moved_says_so(own_store):
    stale = (own_store / "CURRENT").read_bytes()
    first = publish.publish(*handed_in({HUE: 0.9}), by="An")
    (own_store / "CURRENT").write_bytes(stale)
    with pytest.raises(publish.AlreadyPublished) as caught:
        publish.publish(*handed_in({HUE: 0.9}), by="An")
    assert caught.value.event.id == first.event.id


def test_what_does_not_build_is_not_published_and_leaves_no_trace(own_store):
    before, current = files(own_store), store.current()
    with pytest.raises(UnknownNames) as caught:
        publish.publish(*handed_in({HUE: 0.9}, indicator="no_such_indicator"), by="An")
    assert caught.value.names == ["no_such_indicator"]
    assert files(own_store) == before and store.current() == current


def test_the_preview_tells_what_would_change_and_writes_nothing(own_store):
    before = files(own_store)
    read, _ = handed_in({HUE: 0.9, HA_NOI: 0.4})
    told = publish.preview(read, build_id=store.current())
    hue = told[told["province_code"] == HUE].iloc[0]
    assert (hue["change"], hue["value_before"], hue["value_after"]) == ("changed", 0.6975, 0.9)
    assert set(told["change"]) == {"changed"}
    complete = publish.preview(read, build_id=store.current(), complete=True)
    assert (complete["change"] == "gone").sum() == 61
    assert files(own_store) == before


def test_a_complete_table_removes_the_rest_of_its_year(own_store):
    done = publish.publish(*handed_in({HUE: 0.9, HA_NOI: 0.4}), by="An", complete=True)
    observed = warehouse.table(done.build_id, "observation")
    of_2022 = observed[(observed["period"] == 2022) & (observed["framework"] == "QD922-2022")]
    assert set(of_2022["province_code"]) == {HUE, HA_NOI}
