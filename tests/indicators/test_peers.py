import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.peers import context_peers, profile_peers, risers

CONTEXT = pd.DataFrame(
    {"population": [1e6, 1.1e6, 8e6, 1.1e6], "urban_share": [50.0, 48.0, 60.0, np.nan]}, index=["us", "near", "big", "half"]
)


def test_nearest_by_context_with_reasons():
    table = context_peers(CONTEXT, unit="us", count=2)
    assert list(table["unit"]) == ["half", "near"]  # half is compared by population alone
    assert table["features"].tolist() == [1, 2]
    sizes = np.log(CONTEXT["population"])
    assert table["population"].tolist() == pytest.approx([np.log(1.1) / sizes.std()] * 2)
    assert table.at[1, "urban_share"] == pytest.approx(-2 / CONTEXT["urban_share"].std())
    expected = np.sqrt((table.at[1, "population"] ** 2 + table.at[1, "urban_share"] ** 2) / 2)
    assert table.at[1, "distance"] == pytest.approx(expected)


def test_the_same_region_is_nearer():
    regions = pd.Series({"us": "north|coast", "near": "south", "big": "coast", "half": "south"})
    table = context_peers(CONTEXT, unit="us", regions=regions).set_index("unit")
    plain = context_peers(CONTEXT, unit="us").set_index("unit")
    assert table["same_region"].to_dict() == {"half": False, "near": False, "big": True}
    assert table.at["big", "distance"] == pytest.approx(0.75 * plain.at["big", "distance"])


def test_nearest_by_profile():
    values = pd.DataFrame({"p": [0.5, 0.6, 0.1], "q": [0.5, 0.4, np.nan]}, index=["us", "a", "b"])
    table = profile_peers(values, unit="us", weights=pd.Series({"p": 3.0, "q": 1.0})).set_index("unit")
    assert table.loc["a", ["distance", "p", "q"]].tolist() == pytest.approx([0.1, 0.1, -0.1])
    assert table.at["b", "distance"] == pytest.approx(0.4) and table.at["b", "features"] == 1


def test_who_was_like_us_and_rose():
    table = risers(pd.Series({"a": 0.5, "b": 0.5, "c": 0.4}), pd.Series({"a": 0.6, "b": 0.8, "c": 0.3}), peers=["a", "b", "c", "z"])
    assert table["unit"].tolist() == ["b", "a"] and table["rise"].tolist() == pytest.approx([0.3, 0.1])


def test_unknown_unit():
    with pytest.raises(UnknownNames):
        context_peers(CONTEXT, unit="nobody")
    with pytest.raises(UnknownNames):
        profile_peers(CONTEXT, unit="nobody")
