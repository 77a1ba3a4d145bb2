import pandas as pd

from indicators.draws import flat_framework
from indicators.framework import from_frame
from indicators.leave_one_out import leave_one_out, without

ROWS = [("i", "", 1, 1), ("A", "i", 3, 1), ("a1", "A", 1, 1), ("a0", "A", 0, 1), ("B", "i", 1, 1), ("b1", "B", 1, 1), ("b2", "B", 1, 1)]
TREE = from_frame(pd.DataFrame(ROWS, columns=["code", "parent", "weight", "direction"]), id="t")


def test_a_group_that_lost_its_weight_goes_too():
    assert without(TREE, ["a1"]).leaves() == ["b1", "b2"]
    assert without(TREE, ["b1"]).leaves() == ["a1", "a0", "b2"]


def test_ranks_without_each_by_hand():
    values = pd.DataFrame({"p": [0.9, 0.5, 0.1], "q": [0.0, 0.5, 0.8]}, index=["a", "b", "c"])
    table = leave_one_out(values, flat_framework(pd.Series({"p": 2.0, "q": 1.0}))).set_index(["left_out", "unit"])
    assert table.loc["p", "rank_without"].tolist() == [3, 2, 1]
    assert table.loc["q", "rank_without"].tolist() == [1, 2, 3]
    assert table.loc["p", "shift"].tolist() == [-2, 0, 2]


def test_the_whole_index_cannot_be_left_out():
    values = pd.DataFrame({"p": [0.9, 0.5], "q": [0.1, 0.2]})
    table = leave_one_out(values, flat_framework(pd.Series({"p": 1.0, "q": 0.0})))
    assert set(table["left_out"]) == {"q"} and (table["shift"] == 0).all()
    alone = leave_one_out(values[["p"]], flat_framework(pd.Series({"p": 1.0})))
    assert alone.empty and list(alone) == list(table)


def test_no_rank_where_a_unit_has_no_index():
    values = pd.DataFrame({"p": [0.9, None], "q": [0.1, 0.2]})
    table = leave_one_out(values, flat_framework(pd.Series({"p": 1.0, "q": 1.0}))).set_index(["left_out", "unit"])
    assert table["rank"].isna().all()
    assert table.loc["p", "rank_without"].tolist() == [2, 1] and table.loc["q", "rank_without"].isna().all()
