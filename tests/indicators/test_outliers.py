import numpy as np
import pandas as pd
import pytest
from scipy import stats

from indicators import outliers as o

# Ten plain numbers and two outliers: the example of COINr's article on outlier treatment.
X = np.array([*range(1, 11), 30, 100], float)


def test_skewness_and_kurtosis_are_the_sample_corrected_ones():
    assert o.skewness(X) == pytest.approx(3.063241, abs=1e-6)
    assert o.kurtosis(X) == pytest.approx(9.741391, abs=1e-6)
    assert o.skewness(X) == pytest.approx(stats.skew(X, bias=False), abs=1e-12)
    assert o.kurtosis(X) == pytest.approx(stats.kurtosis(X, bias=False), abs=1e-12)


def test_gaps_are_left_out_and_too_little_is_unknown():
    assert o.skewness(np.append(X, np.nan)) == o.skewness(X)
    assert np.isnan(o.skewness(np.array([1.0, 2.0]))) and np.isnan(o.kurtosis(np.array([1.0, 2.0, 4.0])))
    assert np.isnan(o.skewness(np.array([5.0] * 6))) and np.isnan(o.kurtosis(np.array([5.0] * 6)))


def test_both_thresholds_must_be_passed():
    assert o.has_outliers(X)
    assert not o.has_outliers(np.array([0.0, 0, 0, 1, 1, 1]))


def test_winsorising_pulls_the_furthest_in_to_the_next():
    treated, count = o.winsorise(X)
    assert count == 1 and treated.tolist() == [*range(1, 11), 30, 30]
    mirrored, count = o.winsorise(-X)
    assert count == 1 and mirrored.tolist() == (-treated).tolist()


def test_no_more_than_the_allowed_number_is_pulled_in():
    treated, count = o.winsorise(X, most=0)
    assert count == 0 and treated.tolist() == X.tolist()


def test_the_shifted_log_keeps_the_order_on_either_side():
    for x in (X, -X):
        assert (np.diff(o.shifted_log(x)[np.argsort(x)]) > 0).all()
    assert o.shifted_log(X)[0] == pytest.approx(np.log(0.99))


def test_report_and_treatment_stand_side_by_side():
    frame = pd.DataFrame({"fine": np.arange(12.0), "far": X, "skewed": [0.0] * 11 + [1.0]})
    treated = o.treat(frame, most=1)
    report = treated.report.set_index("code")
    assert report["treatment"].to_dict() == {"fine": "none", "far": "winsorised", "skewed": "winsorised"}
    assert report.at["far", "extreme_units"] == "10|11" and report.at["far", "winsorised"] == 1
    assert report.at["far", "kurtosis"] == pytest.approx(9.741391, abs=1e-6)
    assert not report["outlier_after"].any()
    assert treated.values["fine"].equals(frame["fine"])


def test_the_logarithm_comes_after_winsorising_in_vain():
    treated = o.treat(pd.DataFrame({"x": X}), most=0)
    assert treated.report["treatment"].tolist() == ["log"] and treated.report["winsorised"].tolist() == [0]
    assert treated.values["x"].tolist() == o.shifted_log(X).tolist()
    assert treated.report["skewness_after"].iloc[0] == pytest.approx(stats.skew(o.shifted_log(X), bias=False))


def test_an_empty_column_is_reported_and_left_alone():
    treated = o.treat(pd.DataFrame({"x": [np.nan, np.nan]}))
    assert treated.report.loc[0, ["n", "outlier", "treatment"]].tolist() == [0, False, "none"]
    assert treated.report.loc[0, "extreme_units"] == ""
