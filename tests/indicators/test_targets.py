import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.targets import cheapest_path
from indicators.what_if import additive, what_if

VALUES = pd.DataFrame({"p": [0.9, 0.5, 0.2], "q": [0.9, 0.5, 0.2]}, index=["top", "us", "low"])
WEIGHTS = pd.Series({"p": 100.0, "q": 300.0})


def test_the_cheapest_step_by_hand():
    # 0.4 is lacking; per share of headroom q adds 0.75 * 0.5 = 0.375 and p 0.125: all of q, then a fifth of p.
    plan = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=1)
    steps = plan.steps.set_index("part")
    assert plan.reachable and plan.rank == 1 and plan.needed == pytest.approx(0.9)
    assert steps.at["q", "gain"] == pytest.approx(0.5) and steps.at["p", "gain"] == pytest.approx(0.1, abs=1e-4)
    assert steps.at["q", "points"] == pytest.approx(150) and steps.at["p", "headroom_share"] == pytest.approx(0.2, abs=1e-4)
    assert list(plan.steps["part"]) == ["q", "p"]


def test_caps_can_put_a_rank_out_of_reach():
    plan = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=1, caps=pd.Series({"p": 0.1, "q": 0.1}))
    assert not plan.reachable and plan.best_rank == plan.rank == 2 and plan.steps.empty
    low = cheapest_path(VALUES, weights=WEIGHTS, unit="low", wanted_rank=1, caps=pd.Series({"p": 0.0, "q": 0.41}))
    assert not low.reachable and low.best_rank == low.rank == 2 and low.steps["part"].tolist() == ["q"]


def test_who_holds_the_rank_need_do_nothing():
    for rank in (2, 3):
        plan = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=rank)
        assert plan.reachable and plan.rank == 2 and plan.steps.empty


def test_whole_steps():
    plan = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=1, steps=pd.Series({"p": 0.25, "q": 0.25}))
    assert plan.rank == 1 and plan.steps.set_index("part")["gain"].to_dict() == pytest.approx({"q": 0.5, "p": 0.25})
    coarse = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=1, steps=pd.Series({"q": 0.3}))
    assert not coarse.reachable and coarse.best_rank == 2


def test_the_others_may_drift():
    drift = pd.DataFrame({"p": [0.1], "q": [0.1]}, index=["top"])
    plan = cheapest_path(VALUES, weights=WEIGHTS, unit="us", wanted_rank=1, drift=drift)
    assert plan.needed == pytest.approx(1.0) and plan.rank == 1 and plan.score == pytest.approx(1.0)


def test_a_part_without_points_is_never_moved():
    values = VALUES.assign(r=0.0)
    plan = cheapest_path(values, weights=pd.Series({"p": 100.0, "q": 300.0, "r": 0.0}), unit="us", wanted_rank=1)
    assert "r" not in plan.steps["part"].tolist()


values_strategy = st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=10)


@settings(deadline=None, max_examples=60)
@given(values_strategy, st.integers(1, 10), st.integers(5, 100), st.booleans())
def test_a_plan_re_scored_reaches_the_wanted_rank_or_the_best_that_can_be_had(rows, wanted, cap, whole):
    values = pd.DataFrame(rows, columns=["p", "q", "r"], index=[f"u{n}" for n in range(len(rows))]) / 100
    weights = pd.Series({"p": 100.0, "q": 400.0, "r": 150.0})
    caps = pd.Series(cap / 100, index=weights.index)
    grid = pd.Series(0.05, index=weights.index) if whole else None
    plan = cheapest_path(values, weights=weights, unit="u0", wanted_rank=wanted, caps=caps, steps=grid)
    changes = dict(zip(plan.steps["part"], plan.steps["value_to"], strict=True))
    rescored = what_if(values, weights=weights, unit="u0", changes=changes)
    assert rescored.rank_after["u0"] == plan.rank
    assert plan.rank <= wanted if plan.reachable else plan.rank == plan.best_rank > wanted
    assert (plan.steps["gain"] <= plan.steps["cap"] + 1e-9).all()
    assert (plan.steps["value_to"] <= 1 + 1e-12).all()
    assert plan.score == pytest.approx(additive(rescored.values, weights)["u0"], abs=1e-5)


def test_no_cheaper_plan_among_many_random_ones():
    rng = np.random.default_rng(0)
    values = pd.DataFrame(rng.random((12, 3)), columns=["p", "q", "r"])
    weights = pd.Series({"p": 100.0, "q": 400.0, "r": 150.0})
    index = additive(values, weights)
    unit = int(index.idxmin())
    plan = cheapest_path(values, weights=weights, unit=unit, wanted_rank=4)
    room = 1 - values.loc[unit].to_numpy()
    tries = rng.random((200_000, 3))
    scores = index[unit] + (tries * room) @ (weights / weights.sum()).to_numpy()
    reaching = tries[scores >= plan.needed].sum(axis=1)
    assert plan.steps["headroom_share"].sum() <= reaching.min() + 1e-5
