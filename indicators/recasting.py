"""Periods of the 63 units told on the 34 (method §9): one more record for each period whose index is known for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import record, units
from indicators.completion import completed
from indicators.record import DERIVED, Record

OLD_UNIVERSE, NEW_UNIVERSE = 63, 34


@dataclass(frozen=True)
class Recast:
    """A record and, on the 34 units, the back-cast it was filled from (the 34 units × all codes), else None."""

    record: Record
    cast: pd.DataFrame | None


def with_backcasts(
    records: Sequence[Record], *, mergers: pd.DataFrame, new_units: pd.Index, min_coverage: float
) -> list[Recast]:
    """All records by framework, period and universe, each period of the 63 with a known index also on the 34.

    The back-cast is the unweighted mean of the constituents' published values, marked derived; what is published on
    the 34 stands.
    """
    known = {_key(each, each.universe): Recast(each, None) for each in records}
    for each in records:
        if each.universe == OLD_UNIVERSE and _index_is_known(each, min_coverage=min_coverage):
            blank = record.empty(each.framework, period=each.period, universe=NEW_UNIVERSE, units=new_units)
            cast = units.backcast(each.given, mergers=mergers).reindex(new_units)
            there = known.get(_key(each, NEW_UNIVERSE), Recast(blank, None)).record
            known[_key(each, NEW_UNIVERSE)] = Recast(there.filled(cast, basis=DERIVED), cast)
    return [known[key] for key in sorted(known)]


def _key(each: Record, universe: int) -> tuple[str, int, int]:
    return each.framework.id, each.period, universe


def _index_is_known(each: Record, *, min_coverage: float) -> bool:
    """Whether every unit has the index, published or computed."""
    root = each.framework.root
    if each.given[root].notna().all():
        return True
    if not each.given.notna().any(axis=1).all():
        return False
    whole, _ = completed(each, min_coverage=min_coverage)
    return bool(whole.values[root].notna().all())
