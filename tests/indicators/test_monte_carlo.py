import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.draws import NonPositiveDraws, compile_tree, flat_framework
from indicators.errors import NonPositiveValues
from indicators.framework import from_frame
from indicators.method_study import Method, MissingScores
from indicators.monte_carlo import Noise, draw_weights, monte_carlo
from indicators.normalise import Rule
from indicators.rank_uncertainty import PairsNotCompared

WEIGHTS = pd.Series({"p": 100.0, "q": 100.0})


def units(**rows):
    return pd.DataFrame(rows, index=["p", "q"]).T


def test_the_same_seed_gives_the_same_result_and_another_another():
    values = pd.DataFrame(np.random.default_rng(0).random((20, 2)), columns=["p", "q"])
    one, again, other = (monte_carlo(values, WEIGHTS, draws=500, seed=seed) for seed in (7, 7, 8))
    assert one.intervals.equals(again.intervals) and one.ahead.equals(again.ahead)
    assert not one.ahead.equals(other.ahead)


def test_a_dominated_unit_never_leads():
    found = monte_carlo(units(top=[0.9, 0.9], mid=[0.5, 0.6], low=[0.1, 0.2]), WEIGHTS, draws=200)
    assert found.intervals[["rank", "p05", "p50", "p95"]].to_numpy().tolist() == [[n] * 4 for n in (1, 2, 3)]
    assert found.ahead.loc["top", "low"] == 1 and found.ahead.loc["low", "top"] == 0
    assert found.not_distinguishable("top") == []


def test_the_chance_of_a_flip_by_hand():
    # a leads where w_p > w_q; both weights are 1 -/+ 25 % and independent: in half of the draws.
    found = monte_carlo(units(a=[0.6, 0.4], b=[0.4, 0.6]), WEIGHTS, draws=40_000)
    assert found.ahead.loc["a", "b"] == pytest.approx(0.5, abs=0.01)
    assert found.not_distinguishable("a") == ["b"]
    # Here a leads where 0.3 w_p > 0.2 w_q, with both weights uniform in 0.75..1.25.
    found = monte_carlo(units(a=[0.5, 0.3], b=[0.2, 0.5]), WEIGHTS, draws=40_000)
    u = np.linspace(0.75, 1.25, 200_001)
    chance = np.clip((1.5 * u - 0.75) / 0.5, 0, 1).mean()
    assert found.ahead.loc["a", "b"] == pytest.approx(chance, abs=0.01)
    assert found.not_distinguishable("a") == []


def test_twins_tie_in_every_draw_and_are_not_distinguishable():
    found = monte_carlo(units(a=[0.3, 0.7], b=[0.3, 0.7], c=[0.1, 0.1]), WEIGHTS, draws=300)
    assert found.intervals["rank"].tolist() == [1, 1, 3] and found.intervals["p95"].tolist() == [1, 1, 3]
    assert found.ahead.loc["a", "b"] == found.ahead.loc["b", "a"] == 0
    assert found.not_distinguishable("a") == ["b"] and found.not_distinguishable("c") == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.floats(0, 1, width=16), min_size=3, max_size=3), min_size=1, max_size=12))
def test_without_noise_every_draw_is_the_nominal_rank(rows):
    values = pd.DataFrame(rows, columns=["p", "q", "r"])
    weights = pd.Series({"p": 1.0, "q": 2.0, "r": 3.0})
    found = monte_carlo(values, weights, noise=Noise(weights=0.0), draws=20).intervals
    for name in ("p05", "p50", "p95"):
        assert found[name].tolist() == found["rank"].tolist()


def test_rank_shares_add_up_and_give_the_top_chances():
    values = pd.DataFrame(np.random.default_rng(0).random((15, 2)), columns=["p", "q"])
    found = monte_carlo(values, WEIGHTS, draws=400)
    assert found.rank_shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(15))
    assert found.p_top(10).to_numpy() == pytest.approx(found.intervals["p_top10"].to_numpy())
    assert found.p_top(15).to_numpy() == pytest.approx(np.ones(15))
    cumulative = found.rank_shares.cumsum(axis=1)
    for unit, row in enumerate(found.intervals.itertuples()):
        assert cumulative.loc[unit, row.p05] >= 0.05 > (cumulative.loc[unit, row.p05 - 1] if row.p05 > 1 else 0)
    assert (found.intervals["p05"] <= found.intervals["rank"]).all()


def test_a_tree_perturbs_each_group():
    rows = [("i", "", 1, 1), ("A", "i", 1, 1), ("B", "i", 1, 1), ("p", "A", 1, 1), ("q", "B", 1, 1)]
    tree = from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight", "direction"]), id="t")
    found = monte_carlo(units(a=[0.6, 0.4], b=[0.4, 0.6]), tree, draws=20_000)
    assert found.ahead.loc["a", "b"] == pytest.approx(0.5, abs=0.015)


def test_missing_values_are_left_out_as_in_the_score():
    values = units(a=[0.9, np.nan], b=[0.5, 0.5], c=[0.2, 0.1])
    found = monte_carlo(values, WEIGHTS, draws=50, min_coverage=0.5)
    assert found.intervals["p95"].tolist() == [1, 2, 3]
    with pytest.raises(MissingScores) as caught:
        monte_carlo(values, WEIGHTS, draws=50)
    assert caught.value.units == ["a"]


def test_published_rounding_alone_can_flip_what_is_close():
    values = units(a=[0.5000, 0.5000], b=[0.5001, 0.4999], c=[0.1, 0.1])
    rounding = pd.Series({"p": 0.00005, "q": 0.00005})
    found = monte_carlo(values, WEIGHTS, noise=Noise(weights=0.0, rounding=rounding), draws=20_000)
    assert found.ahead.loc["a", "b"] == pytest.approx(0.5, abs=0.02)
    assert found.ahead.loc["a", "c"] == 1
    exact = monte_carlo(values, WEIGHTS, noise=Noise(weights=0.0, rounding=rounding * 0), draws=50)
    assert exact.intervals["p95"].tolist() == [1, 1, 3]


def test_alternative_methods_are_drawn_alike():
    # The arithmetic mean prefers a (0.55 to 0.5), the geometric b (0.5 to 0.3).
    values = units(a=[1.0, 0.1], b=[0.5, 0.5])
    methods = [Method(), Method(aggregation="geometric")]
    found = monte_carlo(values, WEIGHTS, noise=Noise(weights=0.0), methods=methods, draws=20_000)
    assert found.intervals["rank"].tolist() == [1, 2]
    assert found.ahead.loc["a", "b"] == pytest.approx(0.5, abs=0.02)


def test_normalising_happens_in_every_draw():
    values = units(a=[10.0, 1.0], b=[20.0, 0.4], c=[30.0, 0.0])
    raw = monte_carlo(values, WEIGHTS, draws=50)
    scaled = monte_carlo(values, WEIGHTS, methods=[Method(Rule("minmax"))], draws=50)
    assert raw.intervals["rank"].tolist() == [3, 2, 1] and scaled.intervals["rank"].tolist() == [1, 3, 1]


def test_what_a_geometric_mean_cannot_take_is_refused_in_the_nominal_values_and_in_the_draws():
    geometric = [Method(aggregation="geometric")]
    with pytest.raises(NonPositiveValues):
        monte_carlo(units(a=[0.0, 1.0], b=[0.5, 0.5]), WEIGHTS, methods=geometric)
    with pytest.raises(NonPositiveDraws) as caught:
        monte_carlo(units(a=[0.01, 1.0], b=[0.5, 0.5]), WEIGHTS, methods=geometric, draws=100,
                    noise=Noise(rounding=pd.Series({"p": 0.05})))  # fmt: skip
    assert caught.value.codes == ["p"]


def test_blocks_do_not_change_what_is_drawn_over(monkeypatch):
    values = pd.DataFrame(np.random.default_rng(0).random((10, 2)), columns=["p", "q"])
    monkeypatch.setattr("indicators.monte_carlo.BLOCK", 70)
    found = monte_carlo(values, WEIGHTS, draws=1_003)
    assert found.draws == 1_003 and found.rank_shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(10))


def test_pairs_only_when_asked_for():
    found = monte_carlo(units(a=[0.6, 0.4], b=[0.4, 0.6]), WEIGHTS, draws=10, pairwise=False)
    assert found.ahead is None
    with pytest.raises(PairsNotCompared):
        found.pairs()


def test_pairs_in_long_form():
    pairs = monte_carlo(units(a=[0.9, 0.9], b=[0.4, 0.6], c=[0.1, 0.1]), WEIGHTS, draws=10).pairs()
    assert len(pairs) == 6
    assert pairs.set_index(["unit_a", "unit_b"])["p_a_ahead"].loc[("a", "c")] == 1


def test_dirichlet_weights_centre_on_the_nominal_shares():
    tree = compile_tree(flat_framework(pd.Series({"p": 100.0, "q": 300.0})))
    drawn = draw_weights(tree, noise=Noise(concentration=50), draws=20_000, rng=np.random.default_rng(1))[:, :2]
    shares = drawn / drawn.sum(axis=1, keepdims=True)
    assert shares.mean(axis=0) == pytest.approx([0.25, 0.75], abs=0.005)
    assert shares[:, 0].var() == pytest.approx(0.25 * 0.75 / 51, rel=0.05)
