"""The engine: Monte-Carlo on 63 units × 133 leaves, scoring from 63 to 100,000 units, and what a scenario waits for."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from indicators.framework import Framework, from_frame
from indicators.method_study import Method
from indicators.monte_carlo import Noise, monte_carlo
from indicators.normalise import Rule, normalise
from indicators.scoring import score
from indicators.targets import cheapest_path
from indicators.what_if import what_if
from tests.bench.report import Row, median_seconds, table

LEAVES = [f"leaf{number}" for number in range(133)]
GROUPS = [f"group{number}" for number in range(8)]
DRAWS = 10_000


def measure() -> Iterator[Row]:
    """Monte-Carlo, scoring by size, and scenarios; peak memory of numpy and pandas stands in the first column."""
    yield from _draws()
    yield from _scoring()
    yield from _scenarios()


def _draws() -> Iterator[Row]:
    tree, values = _framework(), _values(63)
    rounding = Noise(rounding=pd.Series(0.00005, index=LEAVES))
    minmax = [Method(Rule("minmax"))]
    weights = np.random.default_rng(0).random((DRAWS, len(LEAVES)))
    product = median_seconds(lambda: weights @ values.to_numpy().T, times=5)
    runs: dict[str, tuple[Callable[[], object], float]] = {
        "weights only": (lambda: monte_carlo(values, tree, draws=DRAWS), 0.5),
        "weights and rounding": (lambda: monte_carlo(values, tree, draws=DRAWS, noise=rounding), 2.0),
        "weights and rounding, min-max in each draw": (
            lambda: monte_carlo(values, tree, draws=DRAWS, noise=rounding, methods=minmax), 2.0,
        ),
    }  # fmt: skip
    for what, (run, aim) in runs.items():
        ours = median_seconds(run, times=3)
        yield Row(f"10,000 draws, {what} ({_peak(run)})", ours, "one matrix product of that size", product, f"≤ {aim} s", ours <= aim)


def _scoring() -> Iterator[Row]:
    per_unit = None
    for units in (63, 3_300, 100_000):
        values = _values(units)

        def run(values: pd.DataFrame = values) -> object:
            return _scored(values)

        ours = median_seconds(run, times=3)
        reference = None if per_unit is None else per_unit * units
        met = reference is None or ours <= 1.5 * reference
        yield Row(f"score {units:,} units × 133 ({_peak(run)})", ours, "the smaller size, scaled up", reference, "linear: ≤ 1.5", met)
        per_unit = ours / units


def _scenarios() -> Iterator[Row]:
    values, weights = _values(63).iloc[:, :5], pd.Series([100.0, 400, 200, 150, 150], index=LEAVES[:5])
    runs: dict[str, Callable[[], object]] = {
        "what-if of one province": lambda: what_if(values, weights=weights, unit="unit7", changes={LEAVES[1]: 0.9}),
        "its new rank interval, 2,000 draws": lambda: monte_carlo(values, weights, draws=2_000, pairwise=False),
        "cheapest path to a rank": lambda: cheapest_path(values, weights=weights, unit="unit7", wanted_rank=1),
    }
    for what, run in runs.items():
        ours = median_seconds(run, times=10)
        yield Row(what, ours, "", None, "≤ 0.2 s", ours <= 0.2)


def _scored(values: pd.DataFrame) -> object:
    tree = _framework()
    return score(normalise(values, rule=Rule("minmax"), directions=tree.nodes["direction"]), tree)


def _framework() -> Framework:
    rows = [("index", "", 1), *((group, "index", 1) for group in GROUPS)]
    rows += [(leaf, GROUPS[number * len(GROUPS) // len(LEAVES)], 1 + number % 5) for number, leaf in enumerate(LEAVES)]
    return from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight"]).assign(direction=1), id="bench")


def _values(units: int) -> pd.DataFrame:
    numbers = np.random.default_rng(1).random((units, len(LEAVES))).round(4)
    return pd.DataFrame(numbers, columns=LEAVES, index=[f"unit{number}" for number in range(units)])


def _peak(run: Callable[[], object]) -> str:
    """Peak memory of one run."""
    tracemalloc.start()
    run()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"peak {peak / 1e6:.0f} MB"


if __name__ == "__main__":
    sys.stdout.write(table(measure()) + "\n")
