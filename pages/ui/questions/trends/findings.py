"""The sentences of the trends: where the newest figure stands and how it got there; every number from the rows.

What is told of a change lies within one framework. Where the newest figure stands under a newer one, it is told
first and the change of the older years after it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from indicators.sentences import LEAST_CHANGE
from pages.ui.questions.wording import within, years


def of_values(rows: pd.DataFrame, *, decrees: Mapping[str, str], texts: Texts, **names: str) -> str:
    """The finding of one unit's values.

    `rows`: the unit's rows (framework, period, value), at least one with a value; `names`: province, indicator.
    """
    known = rows.dropna(subset=["value"])
    newest, run = known.iloc[-1], _newest_run(known)
    before, after = run.iloc[0], run.iloc[-1]
    change = after["value"] - before["value"]
    moved = "same" if abs(change) < LEAST_CHANGE else "up" if change > 0 else "down"
    numbers = {"size": abs(change), "before": before["value"], "after": after["value"], "value": newest["value"]}
    return texts(f"trends.score.{_shape(run, newest)}.{moved}", **_fields(run, newest, decrees), **numbers, **names)


def of_ranks(rows: pd.DataFrame, *, of: int, decrees: Mapping[str, str], texts: Texts, **names: str) -> str:
    """The finding of one unit's ranks.

    `rows`: the unit's rows (framework, period, rank), at least one with a rank; `of`: units of the universe.
    """
    known = rows.dropna(subset=["rank"])
    newest, run = known.iloc[-1], _newest_run(known)
    before, after = int(run["rank"].iloc[0]), int(run["rank"].iloc[-1])
    moved = "same" if before == after else "up" if after < before else "down"
    numbers = {"places": abs(after - before), "before": before, "after": after, "rank": newest["rank"], "of": of}
    return texts(f"trends.rank.{_shape(run, newest)}.{moved}", **_fields(run, newest, decrees), **numbers, **names)


def of_components(rows: pd.DataFrame, *, family: str, texts: Texts, province: str) -> str:
    """The finding of the panels: how many ranks they hold, and the best and the worst component of the newest year.

    `rows`: those drawn (indicator, indicator_name, level, period, rank, of).
    """
    parts = rows[rows["level"] != "index"]
    newest = parts[parts["period"] == parts["period"].max()].sort_values("rank", kind="stable")
    best, worst = newest.iloc[0], newest.iloc[-1]
    differ = "many" if worst["rank"] > best["rank"] else "one"
    return texts(
        f"trends.components.{differ}",
        family=family,
        province=province,
        n=len(rows),
        first=str(rows["period"].min()),
        last=str(rows["period"].max()),
        period=str(best["period"]),
        best=within(best["indicator_name"]),
        best_rank=best["rank"],
        worst=within(worst["indicator_name"]),
        worst_rank=worst["rank"],
        of=best["of"],
    )


def without_mean(series: pd.DataFrame, references: pd.DataFrame, texts: Texts) -> str | None:
    """Which years have no national mean because some unit has no value; None when every year has one."""
    with_mean = set(references.loc[references["role"] == "mean", "period"])
    missing = set(series.dropna(subset=["value"])["period"]) - with_mean
    return texts("trends.no_mean", years=years(missing)) if missing else None


def _newest_run(known: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest framework that has at least two years; the last row alone when there is none."""
    counts = known.groupby("framework")["period"].agg(["count", "max"]).query("count > 1")
    if counts.empty:
        return known.iloc[-1:]
    return known[known["framework"] == counts["max"].idxmax()]


def _shape(run: pd.DataFrame, newest: pd.Series) -> str:
    """one: a single year; run: the change leads to the newest year; newer: the newest year follows a break."""
    if len(run) < 2:
        return "one"
    return "run" if run["framework"].iloc[-1] == newest["framework"] else "newer"


def _fields(run: pd.DataFrame, newest: pd.Series, decrees: Mapping[str, str]) -> dict[str, str]:
    return {
        "first": str(run["period"].iloc[0]),
        "last": str(run["period"].iloc[-1]),
        "period": str(newest["period"]),
        "decree": decrees[newest["framework"]],
        "earlier_decree": decrees[run["framework"].iloc[-1]],
    }
