"""How two states of the observations differ: the preview of a return, and its mark in history."""

from __future__ import annotations

import pandas as pd

from etl import observations

NEW, CHANGED, GONE = "new", "changed", "gone"


def between(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per cell (``observations.KEY``) that differs, in the order of the key.

    Columns: KEY, change (new | changed | gone), value_before, value_after (0..1, NaN: no value), rank_before,
    rank_after (Int64). A cell whose value and rank stay is left out, wherever it is stated now.
    """
    columns = [*observations.KEY, "value", "rank_published"]
    both = before[columns].merge(
        after[columns], on=observations.KEY, how="outer", suffixes=("_before", "_after"), indicator="change"
    )
    both = both.rename(columns={"rank_published_before": "rank_before", "rank_published_after": "rank_after"})
    names = {"left_only": GONE, "right_only": NEW, "both": CHANGED}
    both["change"] = both["change"].astype(str).map(names)
    same = _same(both["value_before"], both["value_after"]) & _same(both["rank_before"], both["rank_after"])
    return both[(both["change"] != CHANGED) | ~same].sort_values(observations.KEY, ignore_index=True)


def counts(changes: pd.DataFrame) -> dict[str, int]:
    """How many cells are new, changed and gone."""
    return {kind: int((changes["change"] == kind).sum()) for kind in (NEW, CHANGED, GONE)}


def _same(before: pd.Series, after: pd.Series) -> pd.Series:
    """Where two columns agree; two missing values agree."""
    left, right = before.astype("Float64"), after.astype("Float64")
    return (left == right).fillna(False) | (left.isna() & right.isna())
