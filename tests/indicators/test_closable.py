import pandas as pd
import pytest

from indicators.achieved_gains import best_gains
from indicators.closable import COLUMNS, closable, main_parts

NONE = pd.Series({"p": 0.0, "q": 0.0, "r": 0.0})
MAX = pd.Series({"p": 100.0, "q": 200.0, "r": 150.0})


def test_no_more_is_closable_than_a_similar_unit_really_gained():
    before = pd.DataFrame({"p": [0.50, 0.48, 0.10], "q": [0.40, 0.44, 0.90], "r": [0.7, 0.7, 0.7]}, index=["us", "alike", "far"])
    after = pd.DataFrame({"p": [0.50, 0.60, 0.60], "q": [0.40, 0.42, 0.95], "r": [0.7, 0.7, 0.7]}, index=["us", "alike", "far"])
    found = closable(
        after.loc["us"],
        pd.Series({"p": 0.9, "q": 0.5, "r": 0.6}),
        max_points=MAX,
        gains=best_gains(before, after, unit="us"),
        drift=NONE,
    )
    assert list(found.columns) == COLUMNS
    # p: behind by 0.4 of 100; "alike" gained 0.12 from 0.48. q: behind by 0.1 of 200; nobody near 0.4 gained.
    assert found["part"].tolist() == ["p", "q"]
    assert found["behind"].tolist() == pytest.approx([40, 20]) and found["closable"].tolist() == pytest.approx([12, 0])
    assert found["by_unit"][0] == "alike" and pd.isna(found["by_unit"][1]) and found["peers"].tolist() == [2, 2]


def test_a_gap_smaller_than_the_gain_is_closed_and_no_more():
    gains = pd.DataFrame({"cap": [0.3], "by_unit": ["x"], "peers": [1]}, index=["p"])
    found = closable(pd.Series({"p": 0.5}), pd.Series({"p": 0.6}), max_points=MAX[["p"]], gains=gains, drift=NONE)
    assert found["closable"].tolist() == pytest.approx([10.0])


def test_only_a_gain_beyond_the_others_drift_closes_anything():
    gains = pd.DataFrame({"cap": [0.3, 0.1], "by_unit": ["x", "y"], "peers": [1, 1]}, index=["p", "q"])
    us, them = pd.Series({"p": 0.1, "q": 0.1}), pd.Series({"p": 0.9, "q": 0.9})
    drift = pd.Series({"p": 0.25, "q": 0.1})
    found = closable(us, them, max_points=MAX[["p", "q"]], gains=gains, drift=drift).set_index("part")
    assert found.loc["p", "closable"] == pytest.approx(5.0) and found.loc["p", "by_unit"] == "x"
    assert found.loc["q", "closable"] == 0 and pd.isna(found.loc["q", "by_unit"])


def test_nothing_is_lacking_where_we_lead():
    gains = pd.DataFrame({"cap": [0.3], "by_unit": ["x"], "peers": [1]}, index=["p"])
    assert closable(pd.Series({"p": 0.6}), pd.Series({"p": 0.6}), max_points=MAX[["p"]], gains=gains, drift=NONE).empty


def test_the_fewest_parts_that_make_most_of_the_gap():
    deltas = pd.Series({"a": 10.0, "b": 30.0, "c": -50.0, "d": 50.0, "e": 10.0})
    found = main_parts(deltas)
    assert (found.parts, found.share, found.behind) == (["d", "b"], pytest.approx(0.8), 100.0)
    assert main_parts(deltas, share=0.81).parts == ["d", "b", "a"]
    assert main_parts(deltas, share=1.0).share == pytest.approx(1.0)


def test_who_leads_everywhere_lacks_nothing():
    assert main_parts(pd.Series({"a": -1.0, "b": 0.0})).parts == []
