"""Leave one out: the ranks without each indicator, the rest re-weighted within their groups (method §7)."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.aggregate import MIN_COVERAGE
from indicators.framework import Framework
from indicators.influence import effective_weights
from indicators.rank import of_all
from indicators.scoring import score

COLUMNS = ["unit", "left_out", "rank", "rank_without", "shift"]


def without(framework: Framework, codes: Sequence[str]) -> Framework:
    """The framework without some leaves, and without every group that has no weighted child left."""
    gone = set(codes)
    for node in framework.aggregates:
        left = [child for child in framework.children(node) if child not in gone]
        if not (framework.weights(left) > 0).any():
            gone.add(node)
    kept = [code for code in framework.nodes.index if not gone & {code, *framework.ancestors(code)}]
    return Framework(id=framework.id, nodes=framework.nodes.loc[kept])


def leave_one_out(values: pd.DataFrame, framework: Framework, *, aggregation: str | None = None,
                  min_coverage: float = MIN_COVERAGE) -> pd.DataFrame:  # fmt: skip
    """Ranks of all units without each leaf in turn.

    `values`: units x leaves, normalised, direction applied. Grain: unit x left-out leaf; columns unit,
    left_out, rank, rank_without, shift (rank - rank_without, + is better without). Ranks are <NA> where some
    unit has no index. A leaf that is the whole index cannot be left out and has no rows.
    """
    nominal = _index_ranks(values, framework, aggregation, min_coverage)
    shares = effective_weights(framework)[framework.leaves()]
    tables = []
    for leaf in shares.index[~(shares == 1)]:
        fewer = without(framework, [leaf])
        ranks = _index_ranks(values[fewer.leaves()], fewer, aggregation, min_coverage)
        columns = {"unit": values.index, "left_out": leaf, "rank": nominal, "rank_without": ranks}
        tables.append(pd.DataFrame(columns).assign(shift=nominal - ranks))
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)


def _index_ranks(values: pd.DataFrame, framework: Framework, aggregation: str | None,
                 min_coverage: float) -> pd.Series:  # fmt: skip
    scores = score(values, framework, aggregation=aggregation, min_coverage=min_coverage).values
    return of_all(scores[[framework.root]])[framework.root].astype("Int64")
