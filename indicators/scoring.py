"""The one entry to scores: leaves up to the index, for all units at once."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.aggregate import MIN_COVERAGE, Aggregated, combine
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
    unknown = values.columns.difference(framework.nodes.index)
    if len(unknown):
        raise UnknownNames(kind="indicator", names=list(unknown), where=framework.id)
    known = {code: values[code].astype(float) for code in values.columns}
    nodes: dict[str, Aggregated] = {}
    for code in framework.aggregates:
        nodes[code] = _node(code, known, framework=framework, index=values.index,
                            min_coverage=min_coverage, aggregation=aggregation)
        given = known[code] if keep_given and code in known else None
        known[code] = nodes[code].value if given is None else given.fillna(nodes[code].value)
    return Scores(
        values=pd.DataFrame({code: known[code] for code in nodes}, index=values.index),
        computed=pd.DataFrame({code: node.value for code, node in nodes.items()}, index=values.index),
        coverage=pd.DataFrame({code: node.coverage for code, node in nodes.items()}, index=values.index),
    )


def _node(
    code: str,
    known: dict[str, pd.Series],
    *,
    framework: Framework,
    index: pd.Index,
    min_coverage: float,
    aggregation: str | None,
) -> Aggregated:
    """One node from its children; a node that is only published has coverage and no computed value."""
    children = framework.children(code)
    table = pd.DataFrame({child: known.get(child) for child in children}, index=index, dtype=float)
    method = framework.aggregation(code)
    if method == "none":
        return Aggregated(pd.Series(float("nan"), index=index), table.notna().mean(axis=1))
    return combine(table, weights=framework.weights(children), method=aggregation or method,
                   min_coverage=min_coverage, node=code)
