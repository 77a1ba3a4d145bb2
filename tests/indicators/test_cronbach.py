import numpy as np
import pandas as pd
import pytest

from indicators.cronbach import alpha, alphas
from indicators.framework import from_frame


def test_by_hand():
    # Variances 5/3 and 1; the sums 2, 3, 6, 5 have variance 10/3: 2 * (1 - (8/3) / (10/3)) = 0.4.
    assert alpha(pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [1.0, 1, 3, 1]})) == pytest.approx(0.4)


def test_twins_agree_fully_and_opposites_not_at_all():
    x = pd.Series([1.0, 2, 4])
    assert alpha(pd.DataFrame({"x": x, "y": x})) == pytest.approx(1)
    assert np.isnan(alpha(pd.DataFrame({"x": x, "y": -x})))  # the sum does not vary


def test_unknown_for_one_column_or_one_unit_and_gaps_leave_a_unit_out():
    assert np.isnan(alpha(pd.DataFrame({"x": [1.0, 2]})))
    assert np.isnan(alpha(pd.DataFrame({"x": [1.0, np.nan], "y": [1.0, 2]})))
    full = pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [1.0, 1, 3, 1]})
    assert alpha(pd.concat([full, pd.DataFrame({"x": [9.0], "y": [np.nan]})])) == alpha(full)


def test_of_every_group_over_the_leaves_below():
    rows = [("i", "", 1, 1), ("A", "i", 1, 1), ("a1", "A", 1, 1), ("a2", "A", 1, 1), ("b", "i", 1, 1)]
    tree = from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight", "direction"]), id="t")
    frame = pd.DataFrame({"a1": [1.0, 2, 3, 4], "a2": [10.0, 10, 30, 10], "b": [1.0, 5, 2, 2]})
    table = alphas(frame, tree).set_index("group")
    assert table.at["A", "alpha"] == pytest.approx(alpha(frame[["a1", "a2"]]))
    assert table.at["i", "alpha"] == pytest.approx(alpha(frame))
    assert table.at["A", "alpha_standardised"] == pytest.approx(2 * (1 - 2 / (2 + 2 * frame["a1"].corr(frame["a2"]))))
