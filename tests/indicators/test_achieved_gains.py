import numpy as np
import pandas as pd

from indicators.achieved_gains import best_gains

BEFORE = pd.DataFrame({"p": [0.50, 0.55, 0.10, 0.45], "q": [0.2, 0.9, 0.9, np.nan]}, index=list("abcd"))
AFTER = pd.DataFrame({"p": [0.52, 0.75, 0.90, 0.40], "q": [0.3, 0.9, 0.9, 0.8]}, index=list("abcd"))


def test_only_similar_starts_count():
    table = best_gains(BEFORE, AFTER, unit="a")
    # a stands at 0.52 in p: a, b and d started near; c gained most but started at 0.10.
    assert table.loc["p", ["cap", "by_unit", "peers"]].tolist() == [np.float64(0.75 - 0.55), "b", 3]
    # a stands at 0.3 in q: only itself, at 0.2, was near.
    assert table.at["q", "by_unit"] == "a" and table.at["q", "peers"] == 1


def test_where_nobody_near_gained_there_is_no_room():
    table = best_gains(BEFORE, AFTER, unit="b", nearness=0.05)
    assert table.at["q", "cap"] == 0 and pd.isna(table.at["q", "by_unit"]) and table.at["q", "peers"] == 2


def test_gains_are_yearly_and_the_start_can_be_given():
    table = best_gains(BEFORE, AFTER, unit="a", start=pd.Series({"p": 0.1, "q": 0.2}), years=2)
    assert table.at["p", "cap"] == (0.9 - 0.1) / 2 and table.at["p", "by_unit"] == "c"
