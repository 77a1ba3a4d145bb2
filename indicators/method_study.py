"""One index under many variants of its method: what Monte-Carlo and sensitivity have in common.

A variant is a row of weights, a choice among ways to normalise and aggregate, and possibly its own values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.draws import Tree, compile_tree, flat_framework, score_draws
from indicators.errors import IndicatorError
from indicators.framework import Framework
from indicators.normalise import Rule, normalise, normalise_array
from indicators.rank import competition
from indicators.scoring import score

Array = np.ndarray


class MissingScores(IndicatorError):
    """Ranks need every unit's index: `units` have none, for want of values."""

    def __init__(self, *, units: Sequence) -> None:
        self.units = [str(unit) for unit in units]
        super().__init__(f"no index, hence no rank, for: {', '.join(self.units)}")


@dataclass(frozen=True)
class Method:
    """One way to score: how to normalise, and how to aggregate (None: as the framework says)."""

    rule: Rule = field(default_factory=Rule)
    aggregation: str | None = None


@dataclass(frozen=True)
class Prepared:
    """A method's nominal index (by unit) and which nodes are known (units x nodes of the tree)."""

    method: Method
    index: pd.Series
    known: Array


@dataclass(frozen=True)
class MethodStudy:
    """Raw values (units x leaves) under a tree, with the methods to choose from; the first is nominal."""

    tree: Tree
    units: pd.Index
    raw: Array
    directions: Array
    prepared: tuple[Prepared, ...]

    @property
    def leaves(self) -> tuple[str, ...]:
        """Codes of the columns of `raw`."""
        return self.tree.codes[: self.tree.n_leaves]

    def nominal_ranks(self) -> pd.Series:
        """Competition rank of each unit under the first method with the framework's own weights."""
        return competition(self.prepared[0].index)

    def half_units(self, rounding: pd.Series | None) -> Array:
        """Half a unit of the last published decimal per leaf; 0 where `rounding` (index code) has none."""
        given = pd.Series(dtype=float) if rounding is None else rounding
        return given.reindex(list(self.leaves)).fillna(0.0).to_numpy(float)

    def scores(self, *, weights: Array, values: Array, method: int) -> Array:
        """Index of each unit in each variant, units x variants.

        `weights`: variants x nodes; `values`: raw, units x leaves or units x variants x leaves, whose
        precision (single or double) is that of the whole computation; `method`: position among the methods.
        """
        chosen = self.prepared[method]
        signs = self.directions.astype(values.dtype)
        normal = normalise_array(values, rule=chosen.method.rule, directions=signs, codes=self.leaves,
                                 units=self.units)  # fmt: skip
        return score_draws(self.tree, normal, weights=weights.astype(values.dtype, copy=False),
                           known=chosen.known, aggregation=chosen.method.aggregation)  # fmt: skip


def method_study(values: pd.DataFrame, weights: pd.Series | Framework, *, methods: Sequence[Method],
                 min_coverage: float = MIN_COVERAGE) -> MethodStudy:  # fmt: skip
    """Check that `values` (units x leaves, raw, NaN missing) can be scored under every method, once each.

    `weights`: a Framework, or the weights of parts that do not overlap (index code, e.g. maximum points).
    Raises MissingScores, UnknownWeights, CannotNormalise, NonPositiveValues.
    """
    framework = weights if isinstance(weights, Framework) else flat_framework(weights)
    tree = compile_tree(framework)
    raw = values.reindex(columns=list(tree.codes[: tree.n_leaves])).astype(float)
    prepared = tuple(_prepare(raw, framework, tree, method, min_coverage) for method in methods)
    directions = framework.nodes.loc[list(raw), "direction"].to_numpy(float)
    return MethodStudy(tree, values.index, raw.to_numpy(), directions, prepared)


def _prepare(raw: pd.DataFrame, framework: Framework, tree: Tree, method: Method,
             min_coverage: float) -> Prepared:  # fmt: skip
    normal = normalise(raw, rule=method.rule, directions=framework.nodes["direction"])
    scores = score(normal, framework, min_coverage=min_coverage, aggregation=method.aggregation).values
    index = scores[framework.root]
    if index.isna().any():
        raise MissingScores(units=list(index.index[index.isna()]))
    known = pd.concat([normal, scores], axis=1)[list(tree.codes)].notna().to_numpy()
    return Prepared(method, index, known)
