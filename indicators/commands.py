"""What each command of `python -m indicators` computes: a checked input in, tables by file name out."""

from __future__ import annotations

import pandas as pd

from indicators.correlation import correlation_table
from indicators.cronbach import alphas
from indicators.framework import Framework
from indicators.influence import effective_weights
from indicators.inputs import Inputs
from indicators.method_study import Method
from indicators.monte_carlo import Noise, monte_carlo
from indicators.normalise import Rule, normalise
from indicators.outliers import treat
from indicators.rank import of_all
from indicators.scoring import score

Tables = dict[str, pd.DataFrame]


def score_tables(inputs: Inputs, *, method: Method, min_coverage: float) -> Tables:
    """normalised, scores, ranks, coverage (unit x code) and effective_weights (code, weight), by file name.

    Aggregates are in the framework's order. A code in which some unit has no score is not ranked.
    """
    framework = inputs.framework
    normal = _normal(inputs, method.rule)
    scores = score(normal, framework, min_coverage=min_coverage, aggregation=method.aggregation)
    order = [code for code in framework.nodes.index if code in scores.values]
    values = scores.values[order]
    return {
        "normalised.csv": normal.reset_index(),
        "scores.csv": values.reset_index(),
        "ranks.csv": of_all(values).astype("Int64").reset_index(),
        "coverage.csv": scores.coverage[order].reset_index(),
        "effective_weights.csv": effective_weights(framework).reset_index(),
    }


def robustness_tables(inputs: Inputs, *, method: Method, min_coverage: float, draws: int, weight_noise: float,
                      seed: int) -> Tables:  # fmt: skip
    """rank_intervals (unit, rank, p05, p50, p95, p_top10) and pairwise (unit_a, unit_b, p_a_ahead)."""
    found = monte_carlo(inputs.values, inputs.framework, methods=[method], noise=Noise(weights=weight_noise),
                        draws=draws, seed=seed, min_coverage=min_coverage)  # fmt: skip
    return {"rank_intervals.csv": found.intervals, "pairwise.csv": found.pairs()}


def statistics_tables(inputs: Inputs, *, min_coverage: float) -> Tables:
    """cronbach, correlations and outliers.

    Leaves as given, direction applied (outliers: as given). The aggregates that correlations go up to are
    arithmetic (or the framework's own) means of the leaves on min-max.
    """
    framework = inputs.framework
    leaves = _normal(inputs, Rule("none"))
    scores = score(_normal(inputs, Rule("minmax")), framework, min_coverage=min_coverage).values
    return {
        "cronbach.csv": alphas(leaves, framework)[["group", "alpha"]],
        "correlations.csv": correlation_table(leaves.join(scores), framework),
        "outliers.csv": treat(inputs.values).report,
    }


def constant_columns(inputs: Inputs) -> list[str]:
    """Leaves in which all units with a value have the same one: min-max and z-score make them missing."""
    return [str(code) for code in inputs.values if inputs.values[code].nunique() == 1]


def not_ranked(tables: Tables) -> dict[str, list[str]]:
    """Aggregates without ranks, with the units whose missing score is the reason; {} without scores."""
    scores = tables.get("scores.csv", pd.DataFrame({"unit": []})).set_index("unit")
    gaps = {str(code): [str(unit) for unit in scores.index[scores[code].isna()]] for code in scores}
    return {code: units for code, units in gaps.items() if units}


def _normal(inputs: Inputs, rule: Rule) -> pd.DataFrame:
    return normalise(inputs.values, rule=rule, directions=_directions(inputs.framework))


def _directions(framework: Framework) -> pd.Series:
    return framework.nodes["direction"]
