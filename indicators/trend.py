"""Trend: the change of a rank against the preceding period (method §3)."""

from __future__ import annotations

import pandas as pd

_SERIES = ["framework", "universe", "indicator", "province_code"]


def shown_rank(ranking: pd.DataFrame) -> pd.Series:
    """The rank that is shown: ours where there is one, else the source's (Int64, <NA> where neither)."""
    return ranking["rank"].fillna(ranking["rank_published"])


def rank_change(ranking: pd.DataFrame) -> pd.Series:
    """Previous rank − rank (+ is better) of each RANKING row; Int64, aligned with `ranking`.

    Against the preceding period (period − 1) of the same framework and universe; <NA> where that period has
    no rank for the unit, so also across a missing edition and across a change of framework.
    """
    now = ranking[[*_SERIES, "period"]].assign(shown=shown_rank(ranking))
    before = now.assign(period=now["period"] + 1).rename(columns={"shown": "before"})
    joined = now.merge(before, on=[*_SERIES, "period"], how="left", validate="one_to_one")
    return (joined["before"] - joined["shown"]).set_axis(ranking.index).astype("Int64")
