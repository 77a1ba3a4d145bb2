import pytest

from etl import consequences, history, publish, returns, store
from tests.etl.small import DA_NANG, HA_NOI, HUE, files, handed_in


def dti(moved):
    own = moved[(moved["indicator"] == "dti") & (moved["universe"] == 63)]
    return {row.province_code: row for row in own.itertuples()}


def test_a_new_value_moves_its_unit_and_those_it_overtakes(own_store):
    read, _ = handed_in({HUE: 0.9})
    before = files(own_store)
    told = consequences.of_publishing(read, build_id=store.current())
    assert list(told.cells["province_code"]) == [HUE]
    ranks = dti(told.ranks)
    assert (ranks[HUE].value_before, ranks[HUE].value_after) == (0.6975, 0.9)
    assert (ranks[HUE].rank_before, ranks[HUE].rank_after, ranks[HUE].of) == (4, 1, 63)
    assert (ranks[DA_NANG].rank_before, ranks[DA_NANG].rank_after) == (1, 2)
    assert len(ranks) == 4  # Huế and the three that it overtakes
    assert files(own_store) == before


def test_what_is_published_already_has_no_consequence(own_store):
    read, content = handed_in({HUE: 0.9})
    done = publish.publish(read, content, by="An")
    told = consequences.of_publishing(read, build_id=done.build_id)
    assert told.cells.empty and told.ranks.empty


def test_a_complete_return_leaves_no_rank_where_values_are_gone(own_store):
    read, _ = handed_in({HUE: 0.9, HA_NOI: 0.4})
    ranks = dti(consequences.of_publishing(read, build_id=store.current(), complete=True).ranks)
    assert len(ranks) == 63 and set(ranks) >= {HUE, HA_NOI, DA_NANG}
    assert all(row.rank_after is not row.rank_before for row in ranks.values())


def test_an_event_is_told_by_the_cells_it_changed_then(own_store):
    first = publish.publish(*handed_in({HUE: 0.9}), by="An").event
    second = publish.publish(*handed_in({HUE: 0.8, HA_NOI: 0.4}), by="An").event
    changed = consequences.of_event(second.id).set_index("province_code")
    assert changed.loc[HUE, ["value_before", "value_after"]].tolist() == [0.9, 0.8]
    assert consequences.of_event(first.id)["value_after"].tolist() == [0.9]
    with pytest.raises(returns.UnknownEvent):
        consequences.of_event("20200101T000000000000Z-00000000")


def test_taking_back_shows_what_comes_again_and_the_way_back(own_store):
    first = publish.publish(*handed_in({HUE: 0.9}), by="An").event
    publish.publish(*handed_in({HUE: 0.8}), by="An")
    assert consequences.of_taking_back(first.id).empty  # the second stands over it
    history.withdraw(first.id, by="An")
    second = returns.in_force()[-1]
    back = consequences.of_taking_back(second.id)
    assert back[["value_before", "value_after"]].values.tolist() == [[0.8, 0.6975]]
