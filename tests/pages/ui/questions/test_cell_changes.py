"""Changes of figures on made-up cells: names, order, ranks that follow, what is drawn and what is not."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import changes, reference, text
from etl.reference import Reference
from pages.ui.questions import cell_changes
from pages.ui.questions.cell_names import CellNames, names_of
from tests.etl.small import DA_NANG, HA_NOI, HUE, rows

VI = text.load("vi")


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference.load()


@pytest.fixture(scope="module")
def names(known: Reference) -> CellNames:
    return names_of(known, VI)


def between(before: dict, after: dict) -> pd.DataFrame:
    return changes.between(rows(before), rows(after))


def test_changes_are_named_the_largest_first_then_gone_then_new(names: CellNames) -> None:
    cells = between({HUE: 0.7, DA_NANG: 0.8, "02": 0.4}, {HUE: 0.71, DA_NANG: 0.6, HA_NOI: 0.5})
    told = cell_changes.described(cells, None, names)
    assert list(told["province"]) == ["Đà Nẵng", "Thừa Thiên Huế", "Hà Giang", "Hà Nội"]
    assert list(told["change"]) == ["changed", "changed", "gone", "new"]
    assert list(told["difference"].round(4))[:2] == [-0.2, 0.01]
    assert set(told["indicator_short"]) == {names.short["QD922-2022", "dti"]}


def test_the_ranks_that_follow_stand_before_printed_ones(names: CellNames) -> None:
    cells = between({HUE: 0.7}, {HUE: 0.9})
    moved = cells[["framework", "period", "universe", "indicator", "province_code"]].assign(
        rank_before=pd.array([4], dtype="Int64"), rank_after=pd.array([1], dtype="Int64")
    )
    told = cell_changes.described(cells, moved, names)
    assert told[["rank_from", "rank_to"]].to_numpy().tolist() == [[4, 1]]


def test_the_table_leaves_out_what_nobody_stated(names: CellNames) -> None:
    table = cell_changes.table(cell_changes.described(between({HUE: 0.7}, {HUE: 0.9}), None, names), VI)
    assert list(table["change"]) == [VI("tables.change.changed")]
    assert "rank_from" not in table and "assessor_name" not in table


def test_values_that_change_are_drawn_and_new_ones_are_not(names: CellNames) -> None:
    told = cell_changes.described(between({HUE: 0.7}, {HUE: 0.9, HA_NOI: 0.5}), None, names)
    drawn = cell_changes.of_values(told, VI, source="x")
    assert drawn and len(drawn.table) == 1
    assert "Thừa Thiên Huế" in drawn.spec["usermeta"]["caption"]["title"] and "+0,2000" in drawn.spec["usermeta"]["caption"]["title"]
    only_new = cell_changes.described(between({}, {HUE: 0.9}), None, names)
    assert cell_changes.of_values(only_new, VI, source="x") is None


def test_figures_are_counted_by_indicator_with_those_that_stay(names: CellNames) -> None:
    stated = rows({HUE: 0.9, HA_NOI: 0.5, DA_NANG: 0.8})
    told = cell_changes.described(between({HUE: 0.7, DA_NANG: 0.8}, {HUE: 0.9, HA_NOI: 0.5, DA_NANG: 0.8}), None, names)
    drawn = cell_changes.by_indicator(told, stated, names, VI, page="upload")
    assert drawn and drawn.table[["n_new", "n_changed", "n_gone", "n_same"]].to_numpy().tolist() == [[1, 1, 0, 1]]


def test_one_indicator_whose_values_change_is_told_by_its_values(names: CellNames) -> None:
    told = cell_changes.described(between({HUE: 0.7}, {HUE: 0.9}), None, names)
    assert cell_changes.by_indicator(told, rows({HUE: 0.9}), names, VI, page="upload") is None
    nothing = cell_changes.described(between({HUE: 0.7}, {HUE: 0.7}), None, names)
    assert cell_changes.by_indicator(nothing, rows({HUE: 0.7}), names, VI, page="upload") is None


def test_the_criteria_of_a_form_are_one_bar_an_assessor(names: CellNames) -> None:
    form = pd.concat([rows({HUE: 0.5}, indicator=code, assessor=who) for code in ("1", "2") for who in ("self", "ministry")])
    told = cell_changes.described(changes.between(rows({}), form), None, names)
    drawn = cell_changes.by_indicator(told, form, names, VI, page="upload")
    assert drawn and list(drawn.table["n_new"]) == [2, 2]
    assert VI("tables.assessor.self") in drawn.spec["description"]


def test_many_indicators_end_in_one_bar_for_the_rest(names: CellNames) -> None:
    stated = pd.concat([rows({HUE: 0.5}, indicator=f"c{at}") for at in range(30)])
    drawn = cell_changes.by_indicator(cell_changes.described(changes.between(rows({}), stated), None, names), stated, names, VI, page="upload")
    assert drawn and len(drawn.table) == 30
    assert len(drawn.spec["datasets"]["ends"]) == cell_changes.MOST_BARS
    assert drawn.spec["datasets"]["ends"][-1]["total"] == 30 - cell_changes.MOST_BARS + 1
