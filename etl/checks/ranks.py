"""Rule rank-mismatch: a printed rank does not follow from the printed values."""

from collections.abc import Sequence

import pandas as pd

from etl.checks.places import at_rank
from etl.findings import Findings
from etl.tables import Table
from indicators.rank import competition

EDITION = ["framework", "period", "universe", "indicator", "assessor"]
UNKNOWN_DECIMALS = 9


def check_ranks(frame: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> None:
    """By position when every unit has a value; in a partial table only orders that contradict the values."""
    if frame["rank_published"].isna().all():
        return
    editions = frame.groupby(EDITION, sort=False).ngroup()
    ranked = frame["rank_published"].notna().groupby(editions).transform("any")
    for _, rows in frame[ranked].groupby(editions[ranked], sort=False):
        valued = rows[rows["value"].notna()]
        if len(valued) == rows["universe"].iloc[0]:
            _check_positions(valued, tables, findings)
        else:
            _check_order(valued[valued["rank_published"].notna()], tables, findings)


def _check_positions(rows: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> None:
    decimals = int(rows["decimals"].fillna(UNKNOWN_DECIMALS).max())
    ranks = competition(rows["value"], decimals=decimals)
    different = (ranks != rows["rank_published"]).fillna(False)
    for row in rows.assign(expected=ranks)[different].itertuples():
        at_rank(row, tables, findings, "rank-mismatch", "position", expected=int(row.expected), of=row.universe)


def _check_order(rows: pd.DataFrame, tables: Sequence[Table], findings: Findings) -> None:
    """The fewest ranks without which the order of ranks and that of values agree."""
    ordered = rows.sort_values(["rank_published", "value"], ascending=[True, False], kind="stable")
    kept = _longest_falling(ordered["value"].tolist())
    for position, row in enumerate(ordered.itertuples()):
        if position not in kept:
            at_rank(row, tables, findings, "rank-mismatch", "order", value=float(row.value))


def _longest_falling(values: list[float]) -> set[int]:
    """Positions of a longest run, not necessarily adjacent, in which no value is above an earlier one.

    Of two runs of one length the one with the earlier positions: of two places that contradict each other the
    lower is doubted.
    """
    lengths: list[int] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        earlier = (other for other in range(at) if values[other] >= value)
        best = max(earlier, key=lengths.__getitem__, default=None)
        lengths.append(1 if best is None else lengths[best] + 1)
        before.append(best)
    kept: set[int] = set()
    last = max(range(len(values)), key=lengths.__getitem__, default=None)
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
