"""Trend: the change of a rank against the preceding period (method §3)."""

from __future__ import annotations

import pandas as pd

_SERIES = ["framework", "universe", "indicator", "province_code"]
_EDITION = ["framework", "universe", "period"]


def shown_rank(ranking: pd.DataFrame) -> pd.Series:
    """The rank that is shown: ours where there is one, else the source's (Int64, <NA> where neither)."""
    return ranking["rank"].fillna(ranking["rank_published"])


def preceding(ranking: pd.DataFrame) -> pd.DataFrame:
    """One row per framework, universe and period that the record has, with the period before it (Int64, <NA> for
    the first): framework, universe, period, preceding.

    Editions need not be yearly: the ICT Index of 2022 follows that of 2020.
    """
    editions = ranking[_EDITION].drop_duplicates().sort_values(_EDITION, ignore_index=True)
    before = editions.groupby(["framework", "universe"])["period"].shift()
    return editions.assign(preceding=before.astype("Int64"))


def rank_change(ranking: pd.DataFrame) -> pd.Series:
    """Previous rank − rank (+ is better) of each RANKING row; Int64, aligned with `ranking`.

    Against the preceding period of the same framework and universe (see ``preceding``); <NA> where the unit has
    no rank in it, so also across a change of framework.
    """
    ranks = ranking[[*_SERIES, "period"]].assign(shown=shown_rank(ranking))
    now = ranks.merge(preceding(ranking), on=_EDITION, how="left")
    before = ranks.rename(columns={"period": "preceding", "shown": "before"}).astype({"preceding": "Int64"})
    joined = now.merge(before, on=[*_SERIES, "preceding"], how="left", validate="one_to_one")
    return (joined["before"] - joined["shown"]).set_axis(ranking.index).astype("Int64")
