import numpy as np
import pandas as pd

from indicators.assumptions import METHOD, ROUNDING, rank_shift_sensitivity
from indicators.framework import from_frame
from indicators.method_study import Method
from indicators.monte_carlo import Noise

RNG = np.random.default_rng(5)
VALUES = pd.DataFrame(0.2 + 0.6 * RNG.random((25, 3)), columns=["p", "q", "r"])
WEIGHTS = pd.Series({"p": 300.0, "q": 200.0, "r": 100.0})


def test_every_assumption_is_listed_largest_total_first():
    noise = Noise(rounding=pd.Series(0.02, index=WEIGHTS.index))
    methods = [Method(), Method(aggregation="geometric")]
    found = rank_shift_sensitivity(VALUES, WEIGHTS, noise=noise, methods=methods, rows=256)
    assert set(found["assumption"]) == {"p", "q", "r", ROUNDING, METHOD}
    assert found["total"].is_monotonic_decreasing and (found["total"] > 0).all()


def test_the_same_seed_gives_the_same_result():
    one, again = (rank_shift_sensitivity(VALUES, WEIGHTS, rows=128) for _ in range(2))
    assert one.equals(again)


def test_a_weight_that_is_all_of_its_group_is_no_assumption():
    rows = [("i", "", 1, 1), ("A", "i", 1, 1), ("p", "A", 1, 1), ("q", "i", 1, 1), ("r", "i", 0, 1)]
    tree = from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight", "direction"]), id="t")
    found = rank_shift_sensitivity(VALUES, tree, rows=64)
    assert sorted(found["assumption"]) == ["A", "q"]


def test_a_weight_that_changes_no_order_has_no_share():
    values = VALUES.assign(q=0.5, r=0.5)
    values["p"] = 0.5
    values.loc[values.index % 2 == 0, ["p", "q"]] = [0.6, 0.4]
    noise = Noise(weights=0.25)
    found = rank_shift_sensitivity(values, pd.Series({"p": 1.1, "q": 1.0, "r": 1.0}), noise=noise, rows=256)
    totals = found.set_index("assumption")["total"]
    assert totals["r"] == 0 and totals["p"] > 0.3 and totals["q"] > 0.3
