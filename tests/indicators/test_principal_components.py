import numpy as np
import pandas as pd
import pytest

from indicators.principal_components import TooFewUnits, principal_components


def test_two_columns_by_hand():
    # The components of two columns with correlation r have eigenvalues 1 + r and 1 - r and load sqrt((1 + r) / 2).
    frame = pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [1.0, 3, 2, 4]})
    found = principal_components(frame)
    assert found.variance["eigenvalue"].tolist() == pytest.approx([1.8, 0.2])
    assert found.loadings[1].tolist() == pytest.approx([np.sqrt(0.9)] * 2)
    assert found.variance["share"].sum() == pytest.approx(1)


def test_scores_have_the_eigenvalues_as_variances_and_do_not_correlate():
    frame = pd.DataFrame(np.random.default_rng(0).random((30, 4)), columns=list("abcd"))
    found = principal_components(frame)
    assert np.cov(found.scores.to_numpy(), rowvar=False) == pytest.approx(np.diag(found.variance["eigenvalue"]), abs=1e-12)
    assert (found.loadings.abs().max() == found.loadings.max()).all()


def test_constant_columns_and_incomplete_units_are_left_out():
    frame = pd.DataFrame({"x": [1.0, 2, 3, np.nan], "y": [2.0, 1, 4, 1], "c": [1.0] * 4})
    found = principal_components(frame)
    assert list(found.loadings.index) == ["x", "y"] and list(found.scores.index) == [0, 1, 2]


def test_too_few_units_are_refused():
    with pytest.raises(TooFewUnits) as caught:
        principal_components(pd.DataFrame({"x": [1.0, 2, np.nan], "y": [1.0, 2, 3]}))
    assert (caught.value.found, caught.value.needed, caught.value.codes) == (2, 3, ["x", "y"])
