"""The one entry to scores: leaves up to the index, for all units at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.aggregate import MIN_COVERAGE, Aggregated, combine, coverage
from indicators.errors import UnknownNames
from indicators.framework import Framework


@dataclass(frozen=True)
class Scores:
    """Scores of the aggregate nodes (columns, each after its children) of all units (rows).

    `values`: the score used, NaN missing; a given value stands where one was given (see `score`).
    `computed`: what follows from the children, whether or not a value was given; NaN where it does not.
    `coverage`: direct children present ÷ direct children, 0..1.
    """

    values: pd.DataFrame
    computed: pd.DataFrame
    coverage: pd.DataFrame


def score(
    values: pd.DataFrame,
    framework: Framework,
    *,
    min_coverage: float = MIN_COVERAGE,
    aggregation: str | None = None,
    keep_given: bool = True,
) -> Scores:
    """Score every aggregate node of `framework` from `values` (units × codes; NaN missing).

    Values are on the scale on which they aggregate (0..1 for DTI and ICT), direction already applied. Leaves
    without a column are missing. A column of an aggregate node holds given (published) values: with
    `keep_given` they stand and feed the parent, and what the children say is kept beside in `computed`;
    without it they are not used at all. `aggregation` overrides the framework's own for every node that is
    computed. Raises UnknownNames for columns that the framework does not know, NonPositiveValues as
    `aggregate.combine`.
    """
    known = _matrix(values, framework)
    if not keep_given:
        known[framework.aggregates] = np.nan
    columns = {code: known[code].to_numpy(dtype=float) for code in known.columns}
    nodes: dict[str, Aggregated] = {}
    for code in framework.aggregates:
        children = framework.children(code)
        below = np.column_stack([columns[child] for child in children])
        nodes[code] = _node(
            pd.DataFrame(below, index=values.index, columns=children),
            framework=framework, node=code, min_coverage=min_coverage, aggregation=aggregation,
        )  # fmt: skip
        columns[code] = np.where(np.isnan(columns[code]), nodes[code].value, columns[code])
    return Scores(
        values=pd.DataFrame({code: columns[code] for code in nodes}, index=values.index),
        computed=pd.DataFrame({code: node.value for code, node in nodes.items()}, index=values.index),
        coverage=pd.DataFrame({code: node.coverage for code, node in nodes.items()}, index=values.index),
    )


def _matrix(values: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """All nodes of the framework as columns, NaN where nothing was given."""
    unknown = values.columns.difference(framework.nodes.index)
    if len(unknown):
        raise UnknownNames(kind="indicator", names=list(unknown), where=framework.id)
    return values.reindex(columns=framework.nodes.index).astype(float)


def _node(
    below: pd.DataFrame, *, framework: Framework, node: str, min_coverage: float, aggregation: str | None
) -> Aggregated:
    """One node from its children; a node that is only published has a coverage and no computed value."""
    method = framework.aggregation(node)
    if method == "none":
        nothing = pd.Series(np.nan, index=below.index)
        return Aggregated(nothing, pd.Series(coverage(below.to_numpy()), index=below.index))
    return combine(
        below, weights=framework.weights(list(below.columns)), method=aggregation or method,
        min_coverage=min_coverage, node=node,
    )  # fmt: skip
