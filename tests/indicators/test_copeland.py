import numpy as np
import pandas as pd
import pytest

from indicators.copeland import copeland, outranking


def test_outranking_by_hand():
    values = pd.DataFrame({"p": [3.0, 2, 1], "q": [1.0, 2, 2], "r": [1.0, 1, np.nan]}, index=["a", "b", "c"])
    matrix = outranking(values, weights=pd.Series({"p": 0.5, "q": 0.3, "r": 0.2}))
    assert matrix.at["a", "b"] == pytest.approx(0.5 + 0.1)
    assert matrix.at["b", "a"] == pytest.approx(0.3 + 0.1)
    assert matrix.at["b", "c"] == pytest.approx((0.5 + 0.15) / 0.8)  # r is not known of c
    assert np.diag(matrix) == pytest.approx(0.5)


def test_copeland_counts_contests():
    values = pd.DataFrame({"p": [3.0, 2, 1], "q": [1.0, 2, 2], "r": [1.0, 1, 0]}, index=["a", "b", "c"])
    assert copeland(values, weights=pd.Series({"p": 0.5, "q": 0.3, "r": 0.2})).to_dict() == {"a": 2, "b": 0, "c": -2}


def test_an_even_contest_counts_nothing():
    values = pd.DataFrame({"p": [1.0, 0.0], "q": [0.0, 1.0]})
    assert copeland(values, weights=pd.Series({"p": 1.0, "q": 1.0})).tolist() == [0, 0]


def test_scores_sum_to_zero():
    values = pd.DataFrame(np.random.default_rng(0).random((9, 4)), columns=list("abcd"))
    assert copeland(values, weights=pd.Series(1.0, index=values.columns)).sum() == 0
