import numpy as np
import pandas as pd
import pytest

from indicators.convergence import beta, sigma
from indicators.principal_components import TooFewUnits


def test_sigma_over_units_that_are_there_throughout():
    panel = pd.DataFrame({"a": [0.2, 0.4], "b": [0.6, 0.6], "gone": [0.9, np.nan]}, index=[2022, 2023])
    table = sigma(panel).set_index("period")
    assert table["units"].tolist() == [2, 2]
    assert table["gap"].tolist() == pytest.approx([0.4, 0.2])
    assert table["deviation"].tolist() == pytest.approx([0.4 / np.sqrt(2), 0.2 / np.sqrt(2)])
    assert table.at[2022, "variation"] == pytest.approx(0.4 / np.sqrt(2) / 0.4)


def test_beta_by_hand():
    # Everyone closes a fifth of the way to 1 in each of the two years' mean change: slope -0.1 a year.
    before = pd.Series({"a": 0.2, "b": 0.4, "c": 0.6, "d": 0.9})
    after = before + 0.2 * (1 - before)
    found = beta(before, after, years=2)
    assert found.slope == pytest.approx(-0.1) and found.intercept == pytest.approx(0.1)
    assert found.r_squared == pytest.approx(1) and found.units == 4
    assert found.half_life == pytest.approx(np.log(0.5) / np.log(0.9))


def test_divergence_has_no_half_life():
    before = pd.Series({"a": 0.2, "b": 0.4, "c": 0.6})
    assert np.isnan(beta(before, before * 1.5, years=1).half_life)


def test_too_few_or_level_starts_are_refused():
    short = pd.Series({"a": 0.2, "b": 0.4})
    for before in (short, pd.Series({"a": 0.5, "b": 0.5, "c": 0.5})):
        with pytest.raises(TooFewUnits):
            beta(before, before + 0.1, years=1)
