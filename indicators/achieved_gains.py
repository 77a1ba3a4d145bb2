"""What gains are realistic: the best that units with a similar start really made in a year (method §8)."""

from __future__ import annotations

import pandas as pd


def best_gains(before: pd.DataFrame, after: pd.DataFrame, *, unit: str, start: pd.Series | None = None,
               nearness: float = 0.1, years: int = 1) -> pd.DataFrame:  # fmt: skip
    """The best yearly gain in each part that any unit with a similar start really achieved.

    `before`, `after`: units x parts (0..1) `years` apart. Similar: a start within `nearness` of `unit`'s
    present value (`start`, by part; default: its row of `after`). Grain: part; columns cap (0 where nobody
    gained), by_unit (who; None where nobody), peers (how many were similar). A gain is never above 1.
    """
    now = after.loc[unit] if start is None else start
    gains = (after - before.reindex(index=after.index)) / years
    similar = (before.reindex(index=after.index) - now).abs() <= nearness + 1e-9
    candidates = gains.where(similar & (gains > 0))
    best = candidates.max()
    who = [None if column.isna().all() else column.idxmax() for _, column in candidates.items()]
    peers = (similar & gains.notna()).sum()
    return pd.DataFrame({"cap": best.fillna(0.0), "by_unit": who, "peers": peers}).rename_axis("part")
