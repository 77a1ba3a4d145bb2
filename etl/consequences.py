"""What an event does, or would do: to the figures that workbooks state, and to the scores and ranks that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from etl import build, changes, events, observations, publish, reading, reference, returns, warehouse
from etl.events import Event
from etl.progress import Progress, quiet
from etl.reference import Reference
from etl.submission import Submission

EXACT = 1e-9
"""Values nearer than this are the same: sums in another order differ in their last digits."""
RANK_KEY = ["framework", "period", "universe", "indicator", "province_code"]


@dataclass(frozen=True)
class Consequences:
    """How the state with an event differs from the one without it.

    ``cells``: as ``changes.between``. ``ranks``: one row per RANK_KEY whose value or rank differs, with value_before,
    value_after (0..1, NaN: none), rank_before, rank_after (Int64: ours, else the one that the source prints), of.
    """

    cells: pd.DataFrame
    ranks: pd.DataFrame


def of_publishing(
    read: Submission, *, build_id: str, complete: bool = False, progress: Progress = quiet
) -> Consequences:
    """What would follow if ``read`` were published over the build ``build_id``; writes nothing.

    Raises ReferenceFaults when an edition in it does not fit beside the others, IndicatorError as the engine does.
    """
    progress("compare", 0, 2)
    before = warehouse.table(build_id, "observation")
    after = publish.over(before, read, complete=complete)
    progress("ranks", 1, 2)
    ranks = build.assembled(after, known_with(read)).ranking
    return Consequences(changes.between(before, after), _moved(warehouse.table(build_id, "ranking"), ranks))


def of_event(event_id: str) -> pd.DataFrame:
    """The figures that an event changed when it happened, as ``changes.between``.  Raises returns.UnknownEvent."""
    until, bundled = returns.until(event_id), _bundled()
    return changes.between(_state(bundled, returns.in_force(until[:-1])), _state(bundled, returns.in_force(until)))


def of_taking_back(event_id: str) -> pd.DataFrame:
    """The figures that withdrawing an event (or restoring a withdrawn one) would change now, as ``changes.between``."""
    known, bundled = events.published(), _bundled()
    gone = returns.withdrawn(known) ^ {event_id}
    then = [event for event in known if event.target is None and event.id not in gone]
    return changes.between(_state(bundled, returns.in_force(known)), _state(bundled, then))


def _state(bundled: pd.DataFrame, in_order: Sequence[Event]) -> pd.DataFrame:
    return returns.apply(bundled, in_order=in_order)


def _bundled() -> pd.DataFrame:
    """What the bundled workbooks state, without any event: read anew, which takes less than building without events."""
    return observations.stack(reading.read_returns(build.bundled_workbooks(), reference=reference.load()))


def known_with(read: Submission) -> Reference:
    """The reference tables as they would be with ``read`` published.  Raises ReferenceFaults."""
    brought = returns.editions(returns.in_force())
    own = [read.edition] if read.edition else []
    return reference.load(published=[*brought, *own])


def _moved(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The rows of two rankings that differ."""
    sides = [_shown(ranking, side) for ranking, side in ((before, "before"), (after, "after"))]
    both = sides[0].merge(sides[1], on=[*RANK_KEY, "of"], how="outer")
    stays = [_stays(both[f"{name}_before"], both[f"{name}_after"]) for name in ("value", "rank")]
    return both[~(stays[0] & stays[1])].sort_values(RANK_KEY, ignore_index=True)


def _stays(before: pd.Series, after: pd.Series) -> pd.Series:
    return ((before - after).abs() < EXACT).fillna(False).astype(bool) | (before.isna() & after.isna())


def _shown(ranking: pd.DataFrame, side: str) -> pd.DataFrame:
    """The ranking as a reader sees it: where none of our own may be given, the rank that the source prints."""
    rank = ranking["rank"].astype("Int64").fillna(ranking["rank_published"].astype("Int64"))
    shown = ranking[[*RANK_KEY, "of"]].assign(value=ranking["value"], rank=rank)
    return shown.rename(columns={name: f"{name}_{side}" for name in ("value", "rank")})
