"""What a score is made of: the points won and lost in each part; where points are unknown, the values alone."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.breakdown import ROUNDING
from indicators.panel import NEW_UNIVERSE
from indicators.residual import BLOCK
from pages.ui.charts.beside import beside
from pages.ui.charts.caption import Caption
from pages.ui.charts.parts import parts
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition
from pages.ui.questions.wording import within

TABLE = ["part_name", "max_points", "points", "points_lost", "value", "basis"]
VALUES_TABLE = ["indicator_name", "value", "rank", "of", "value_compared", "difference", "basis", "source_kind"]


def of_points(edition: Edition, *, province: str, texts: Texts) -> Drawn | None:
    """The points won and lost, where most was lost on top; None where the unit's parts are unknown."""
    rows = edition.parts_of(province)
    if not edition.points_known or rows.empty:
        return None
    names = edition.part_names(texts)
    lost = rows["max_points"] - rows["points"]
    rows = rows.assign(points_lost=lost.where(rows["max_points"] > 0), part_name=rows["indicator"].map(names))
    rows = rows.sort_values("points_lost", ascending=False, na_position="last", kind="stable")
    source = edition.source(texts, provinces=[province], indicators=list(rows["indicator"]))
    caption = Caption(_title(rows, edition, province, texts), source)
    labels = rows["indicator"].map(edition.part_labels(texts))
    chart = parts(rows.assign(label=labels), caption=caption, words=texts)
    return Drawn.of(chart, rows[TABLE].reset_index(drop=True))


def of_values(
    edition: Edition, *, province: str, against: pd.Series, them: str, title: str, texts: Texts
) -> Drawn | None:
    """The values of the indicators below the index beside those of another; None where the unit has none.

    `against`: the other's value by indicator (NaN or absent: unknown); `them`: what readers call it.
    """
    rows = edition.values_of(province)
    rows = rows[(rows["indicator"] != edition.framework.root) & rows["value"].notna()]
    if rows.empty:
        return None
    rows = rows.assign(label=rows["indicator_name"], value_compared=rows["indicator"].map(against))
    rows = rows.assign(difference=rows["value"] - rows["value_compared"])
    rows = rows.sort_values("difference", kind="stable")
    caption = Caption(title, edition.source(texts, provinces=(province,)))
    words = {"us": edition.units[province], "them": them}
    chart = beside(rows, of=len(edition.units), caption=caption, words=texts, **words)
    return Drawn.of(chart, rows[VALUES_TABLE].reset_index(drop=True))


def means(edition: Edition) -> pd.Series:
    """The unweighted mean of each indicator over all units, by code; only where every unit has a value."""
    by_indicator = edition.values.groupby("indicator")["value"]
    return by_indicator.mean()[by_indicator.count() == len(edition.units)]


def extremes_title(edition: Edition, *, province: str, texts: Texts) -> str:
    """The indicators in which a unit ranks best and worst, where points are unknown."""
    rows = edition.values_of(province)
    ranked = rows[(rows["indicator"] != edition.framework.root) & rows["rank"].notna() & rows["value"].notna()]
    name = edition.units[province]
    if ranked["rank"].nunique() < 2:
        return texts("factors.values.title", province=name, decree=edition.decree)
    ordered = ranked.sort_values("rank", kind="stable")
    best, worst = ordered.iloc[0], ordered.iloc[-1]
    return texts(
        "factors.values.title_ranked",
        province=name,
        best=within(best["indicator_name"]),
        best_rank=best["rank"],
        worst=within(worst["indicator_name"]),
        worst_rank=worst["rank"],
        of=len(edition.units),
    )


def _title(rows: pd.DataFrame, edition: Edition, province: str, texts: Texts) -> str:
    most = rows.iloc[0]
    return texts(
        "factors.composition.title",
        province=edition.units[province],
        points=rows["points"].sum(),
        total=rows["max_points"].sum(),
        lost=most["points_lost"],
        part=edition.spoken_names().get(most["indicator"], within(most["part_name"])),
    )


def derivation(edition: Edition, *, province: str) -> str | None:
    """How the derived parts of a unit's score follow: block | pillars | backcast (method §4, §9); None without any."""
    rows = edition.parts_of(province)
    derived = rows[(rows["basis"] == "derived") & (rows["indicator"] != ROUNDING)]
    if derived.empty:
        return None
    if len(derived) == len(rows) - 1 and len(edition.units) == NEW_UNIVERSE:
        return "backcast"
    return "block" if BLOCK in set(derived["indicator"]) else "pillars"
