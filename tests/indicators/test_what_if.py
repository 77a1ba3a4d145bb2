import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.framework import from_frame
from indicators.method_study import Method, MissingScores
from indicators.normalise import Rule
from indicators.what_if import additive, drifted, what_if

VALUES = pd.DataFrame({"p": [0.9, 0.5, 0.5, 0.1], "q": [0.5, 0.5, 0.4, 0.1]}, index=["top", "us", "near", "low"])
WEIGHTS = pd.Series({"p": 100.0, "q": 300.0})


def test_index_by_hand():
    assert additive(VALUES, WEIGHTS).tolist() == pytest.approx([0.6, 0.5, 0.425, 0.1])
    assert np.isnan(additive(VALUES.assign(p=np.nan), WEIGHTS)).all()


def test_one_change_passes_the_leader():
    found = what_if(VALUES, weights=WEIGHTS, unit="us", changes={"q": 0.7})
    assert found.after["us"] == pytest.approx(0.65) and found.before["us"] == pytest.approx(0.5)
    assert (found.rank_before["us"], found.rank_after["us"]) == (2, 1)
    assert found.passed == ["top"] and found.passed_by == []
    assert found.after.drop("us").equals(found.before.drop("us"))


def test_a_fall_is_named_as_well_and_the_input_is_left_alone():
    before = VALUES.copy()
    found = what_if(VALUES, weights=WEIGHTS, unit="us", changes={"p": 0.0, "q": 0.0})
    assert found.rank_after["us"] == 4 and found.passed_by == ["near", "low"] and found.passed == []
    assert VALUES.equals(before)


def test_drawing_level_passes_nobody_yet():
    found = what_if(VALUES, weights=WEIGHTS, unit="near", changes={"q": 0.5})
    assert found.rank_after["near"] == found.rank_after["us"] == 2
    assert found.passed == [] and found.passed_by == []


def test_others_may_drift_but_within_bounds():
    drift = pd.DataFrame({"p": [0.3, 0.3, 0.1], "q": [np.nan, -0.9, 0.1]}, index=["top", "us", "low"])
    moved = drifted(VALUES, drift=drift, unit="us")
    assert moved.loc["top"].tolist() == [1.0, 0.5] and moved.loc["us"].tolist() == [0.5, 0.5]
    assert moved.loc["near"].tolist() == [0.5, 0.4] and moved.loc["low"].tolist() == pytest.approx([0.2, 0.2])
    found = what_if(VALUES, weights=WEIGHTS, unit="us", changes={}, drift=drift)
    assert found.after["low"] == pytest.approx(0.2)


def test_other_weights_alone():
    found = what_if(VALUES, weights=WEIGHTS, unit="us", changes={}, new_weights=pd.Series({"p": 1.0, "q": 0.0}))
    assert found.rank_after.to_dict() == {"top": 1, "us": 2, "near": 2, "low": 4}


def test_raw_values_of_a_whole_framework():
    raw = pd.DataFrame({"speed": [10.0, 20.0, 30.0], "cost": [1.0, 2.0, 5.0]}, index=["a", "b", "c"])
    nodes = pd.DataFrame([("i", "", 1, 1), ("speed", "i", 1, 1), ("cost", "i", 1, -1)], columns=["code", "parent", "weight", "direction"])
    method = Method(Rule("minmax", high=1))
    found = what_if(raw, weights=from_frame(nodes, id="t"), unit="c", changes={"cost": 1.0}, method=method)
    assert found.before.tolist() == pytest.approx([0.5, 0.625, 0.5])
    assert found.after.tolist() == pytest.approx([0.5, 0.25, 1.0])  # the range of cost has changed too
    assert found.passed == ["a", "b"] and (found.rank_before["c"], found.rank_after["c"]) == (2, 1)


def test_a_unit_without_index_is_named():
    with pytest.raises(MissingScores) as caught:
        what_if(VALUES.assign(p=[0.1, 0.2, np.nan, 0.4]), weights=WEIGHTS, unit="us", changes={})
    assert caught.value.units == ["near"]


def test_unknown_names():
    with pytest.raises(UnknownNames):
        what_if(VALUES, weights=WEIGHTS, unit="nobody", changes={})
    with pytest.raises(UnknownNames) as caught:
        what_if(VALUES, weights=WEIGHTS, unit="us", changes={"z": 1.0})
    assert caught.value.names == ["z"]
