import numpy as np
import pandas as pd
import pytest

from indicators.frontier import frontier

VALUES = pd.DataFrame({"p": [0.4, 0.8, 1.0, np.nan], "z": [0.0, 0.0, 0.0, 0.0]}, index=["a", "b", "c", "d"])
REGIONS = pd.Series({"a": "north", "b": "north|south", "c": "south", "d": None})


def test_against_region_and_country():
    table = frontier(VALUES, regions=REGIONS, weights=pd.Series({"p": 200.0, "z": 10.0})).set_index(["part", "unit"])
    a = table.loc[("p", "a")]
    assert (a["region_best"], a["region_leaders"], a["national_best"], a["national_leaders"]) == (0.8, ("b",), 1.0, ("c",))
    assert a["region_efficiency"] == pytest.approx(0.5) and a["national_efficiency"] == pytest.approx(0.4)
    assert a["closable"] == pytest.approx(0.4) and a["closable_points"] == pytest.approx(80)
    assert table.at[("p", "b"), "region_best"] == 1.0  # a straddler is measured against the better region
    assert ("p", "d") not in table.index


def test_no_region_and_a_best_of_zero():
    table = frontier(VALUES, regions=REGIONS).set_index(["part", "unit"])
    assert pd.isna(table.at[("z", "d"), "region_best"]) and table.at[("z", "d"), "national_best"] == 0
    assert table.loc["z", "national_efficiency"].isna().all()
    assert "closable_points" not in table


def test_all_that_are_level_with_the_best_are_named_once():
    table = frontier(VALUES, regions=REGIONS).set_index(["part", "unit"])
    assert table.at[("z", "a"), "national_leaders"] == ("a", "b", "c", "d")
    assert table.at[("z", "b"), "region_leaders"] == ("a", "b", "c")  # of both its regions
