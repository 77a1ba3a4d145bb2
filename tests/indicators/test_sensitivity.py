import numpy as np
import pytest

from indicators.sensitivity import COLUMNS, design, indices

# Sobol's g-function and its analytic indices (Saltelli et al. 2008, Global Sensitivity Analysis, 2.9).
A = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0])


def g(points):
    return np.prod((np.abs(4 * points - 2) + A) / (1 + A), axis=1)


def analytic():
    partial = 1 / (3 * (1 + A) ** 2)
    variance = np.prod(1 + partial) - 1
    total = partial * np.array([np.prod(np.delete(1 + partial, i)) for i in range(len(A))])
    return partial / variance, total / variance


def test_the_g_function():
    plan = design({f"x{i}": 1 for i in range(6)}, rows=8192, seed=1)
    found = indices(g, plan, bootstrap=200)
    first, total = analytic()
    assert tuple(found.columns) == COLUMNS
    assert found["first"].to_numpy() == pytest.approx(first, abs=0.02)
    assert found["total"].to_numpy() == pytest.approx(total, abs=0.02)
    assert ((found["total_low"] <= total + 0.01) & (total - 0.01 <= found["total_high"])).all()
    assert ((found["first_low"] <= found["first"]) & (found["first"] <= found["first_high"])).all()


def test_a_large_mean_does_not_disturb_the_estimate():
    plan = design({f"x{i}": 1 for i in range(6)}, rows=4096, seed=1)
    plain, lifted = indices(g, plan, bootstrap=10), indices(lambda x: g(x) + 1000, plan, bootstrap=10)
    assert lifted["first"].to_numpy() == pytest.approx(plain["first"].to_numpy(), abs=1e-6)


def test_an_additive_model_has_no_interactions_and_groups_count_as_one():
    plan = design({"pair": 2, "alone": 1}, rows=4096, seed=3)
    found = indices(lambda x: x[:, 0] + x[:, 1] + 2 * x[:, 2], plan, bootstrap=10).set_index("assumption")
    assert found["first"].to_dict() == pytest.approx({"pair": 2 / 6, "alone": 4 / 6}, abs=0.02)
    assert found["total"].to_dict() == pytest.approx({"pair": 2 / 6, "alone": 4 / 6}, abs=0.02)


def test_an_output_that_does_not_vary_has_no_indices():
    found = indices(lambda x: np.ones(len(x)), design({"x": 1}, rows=64, seed=1), bootstrap=5)
    assert found[["first", "total"]].isna().all(axis=None)


def test_more_columns_than_sobol_points_have():
    plan = design({"many": 12_000}, rows=4, seed=1)
    assert plan.a.shape == (4, 12_000) and plan.a.min() >= 0 and plan.b.max() < 1
