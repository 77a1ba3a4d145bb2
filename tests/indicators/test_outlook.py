import numpy as np
import pandas as pd
import pytest

from indicators.outlook import LEAST_UNITS, TooFewYears, back_test, comparable, drift, outlook


def panel(**columns):
    return pd.DataFrame(columns, index=[2021, 2022, 2023])


def test_drift_by_hand():
    # Changes a: 0.1, 0.1; b: 0.3, 0.1. Within-unit variance (0 + 0.02) / 2; between the means 0.1 and 0.2: 0.005.
    found = drift(panel(a=[0.1, 0.2, 0.3], b=[0.1, 0.4, 0.5]))
    assert found.own.to_dict() == pytest.approx({"a": 0.1, "b": 0.2}) and found.panel == pytest.approx(0.15)
    assert found.trust == 0 and found.shrunk.tolist() == pytest.approx([0.15, 0.15])  # 0.005 is all noise
    assert found.spread == pytest.approx(0.1)


def test_units_that_truly_differ_are_trusted():
    found = drift(panel(a=[0.1, 0.1, 0.1], b=[0.1, 0.3, 0.5]))
    assert found.trust == pytest.approx(1) and found.shrunk.tolist() == pytest.approx([0.0, 0.2])


def test_the_fan_starts_at_the_last_value_and_widens_within_bounds():
    table = outlook(panel(a=[0.2, 0.3, 0.5], b=[0.3, 0.3, 0.4], c=[0.9, 0.95, 1.0], gone=[0.1, np.nan, 0.2]), years=2)
    assert set(table["unit"]) == {"a", "b", "c"} and sorted(set(table["period"])) == [2024, 2025]
    quantiles = table[["p05", "p25", "p50", "p75", "p95"]].to_numpy()
    assert (np.diff(quantiles, axis=1) >= 0).all() and quantiles.min() >= 0 and quantiles.max() <= 1
    b = table[table["unit"] == "b"].set_index("period")
    width = b["p75"] - b["p25"]
    # Changes a: 0.1, 0.2; b: 0, 0.1; c: 0.05, 0.05. Noise (0.005 + 0.005 + 0) / 3; own means 0.15, 0.05, 0.05 with a
    # variance of 0.01 / 3; between 0.01 / 3 - 0.01 / 6, so trust is a half, and the drift's own doubt 0.01 / 12.
    assert width.to_numpy() == pytest.approx(2 * 0.6744898 * np.sqrt([0.01 / 3 + 0.01 / 12, 0.02 / 3 + 0.04 / 12]))


def test_the_comparable_years_end_with_the_newest_and_need_enough_units():
    wide = pd.DataFrame(0.5, index=[2018, 2020, 2021, 2022, 2023], columns=range(LEAST_UNITS + 1))
    wide.loc[2021, 0] = np.nan
    found = comparable(wide)
    assert found.index.tolist() == [2020, 2021, 2022, 2023] and found.columns.tolist() == list(range(1, LEAST_UNITS + 1))
    wide.loc[2022, 1] = np.nan
    assert comparable(wide).index.tolist() == [2022, 2023]  # a third year would leave too few
    assert comparable(wide.iloc[:, :3]).empty


@pytest.mark.parametrize("periods", [[2022, 2023], [2020, 2022, 2023], []])
def test_refused_below_three_years_in_a_row(periods):
    with pytest.raises(TooFewYears):
        outlook(pd.DataFrame({"a": [0.1] * len(periods)}, index=periods))


def test_a_steady_rise_beats_the_last_value_and_noise_does_not():
    steady = back_test(panel(a=[0.1, 0.2, 0.3], b=[0.3, 0.4, 0.5]))
    assert steady.better and steady.by_drift == pytest.approx(0) and steady.by_last_value == pytest.approx(0.1)
    assert steady.forecasts == 2
    zigzag = back_test(panel(a=[0.1, 0.3, 0.1], b=[0.5, 0.7, 0.5]))
    assert not zigzag.better and zigzag.by_last_value == pytest.approx(0.2)
