import numpy as np
import pandas as pd

from indicators.availability import availability, screen

VALUES = pd.DataFrame({"p": [1.0, np.nan, 0.0], "q": [2.0, np.nan, 0.0], "r": [3.0, 4.0, np.nan]}, index=["a", "b", "c"])


def test_availability_by_hand():
    units = availability(VALUES)
    assert units["present"].tolist() == [3, 1, 2]
    assert units["share"].tolist() == [1, 1 / 3, 2 / 3]
    assert units["share_nonzero"].tolist() == [1, 1, 0]
    assert availability(VALUES, of="indicators")["present"].to_dict() == {"p": 2, "q": 2, "r": 2}


def test_screening_units_and_indicators():
    kept = screen(VALUES)
    assert list(kept.values.index) == ["a", "c"] and kept.report["kept"].tolist() == [True, False, True]
    assert list(screen(VALUES, min_nonzero=0.5).values.index) == ["a"]
    assert list(screen(VALUES, of="indicators", min_share=0.7).values.columns) == []


def test_two_of_three_is_not_below_a_threshold_typed_as_four_digits():
    values = pd.DataFrame({"x": [1.0], "y": [2.0], "z": [None]})
    assert len(screen(values, min_share=0.6667).values) == 1


def test_a_unit_with_nothing_has_no_share_of_nonzero_values():
    table = availability(pd.DataFrame({"p": [np.nan]}))
    assert table["share"].tolist() == [0] and table["share_nonzero"].isna().all()
