import numpy as np
import pandas as pd
import pytest

from indicators.impute import UnknownImputation, impute

NAN = np.nan
VALUES = pd.DataFrame({"p": [1.0, NAN, 5.0, 9.0], "q": [NAN] * 4}, index=list("abcd"))


@pytest.mark.parametrize(("method", "filled"), [("mean", 5.0), ("median", 5.0)])
def test_across_units(method, filled):
    result = impute(VALUES, method=method)
    assert result.values["p"].tolist() == [1, filled, 5, 9]
    assert result.filled["p"].tolist() == [False, True, False, False]
    assert result.values["q"].isna().all() and not result.filled["q"].any()


def test_group_median_and_a_group_without_values():
    groups = pd.Series({"a": "x", "b": "x", "c": "x", "d": "y"})
    values = VALUES.assign(q=[1.0, 2.0, 3.0, NAN])
    result = impute(values, method="group-median", groups=groups)
    assert result.values.at["b", "p"] == 3.0 and np.isnan(result.values.at["d", "q"])
    assert result.filled.sum().sum() == 1


def test_nothing_is_filled_unless_asked_for():
    result = impute(VALUES)
    assert result.values.equals(VALUES) and not result.filled.any(axis=None)


PANEL = pd.DataFrame(
    {"p": [1.0, NAN, NAN, 7.0, NAN, 3.0, NAN, NAN]},
    index=pd.MultiIndex.from_product([["a", "b"], [2019, 2020, 2021, 2022]]).swaplevel(),
)


def test_the_latest_year_goes_forward_only():
    assert impute(PANEL, method="latest-year").values["p"].tolist() == pytest.approx([1, 1, 1, 7, NAN, 3, 3, 3], nan_ok=True)


def test_linear_stays_between_known_years():
    result = impute(PANEL, method="linear")
    assert result.values["p"].tolist() == pytest.approx([1, 3, 5, 7, NAN, 3, NAN, NAN], nan_ok=True)
    assert result.filled["p"].tolist() == [False, True, True, False, False, False, False, False]


def test_linear_goes_by_the_distance_in_years():
    index = pd.MultiIndex.from_tuples([(2018, "a"), (2019, "a"), (2022, "a")])
    result = impute(pd.DataFrame({"p": [0.0, NAN, 8.0]}, index=index), method="linear")
    assert result.values["p"].tolist() == [0, 2, 8]


def test_means_are_within_the_period():
    panel = pd.DataFrame({"p": [1.0, 3.0, NAN, 10.0, NAN, 20.0]}, index=pd.MultiIndex.from_product([[1, 2], ["a", "b", "c"]]))
    assert impute(panel, method="mean").values["p"].tolist() == [1, 3, 2, 10, 15, 20]


@pytest.mark.parametrize(("method", "needs"), [("guess", "none|mean"), ("group-median", "groups"), ("linear", "period")])
def test_what_is_lacking_is_named(method, needs):
    with pytest.raises(UnknownImputation) as caught:
        impute(VALUES, method=method)
    assert needs in caught.value.needs
