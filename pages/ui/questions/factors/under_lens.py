"""The same score under a lens: categories with value, coverage, rank where allowed, and the mapping behind them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.lens_bars import lens_bars
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition
from pages.ui.questions.wording import within

PILLARS = ("pillar", "lens_category")
"""Levels of indicators that a lens's category of the same code is, rather than is made of."""
TABLE = ["category_name", "value", "rank", "of", "coverage", "basis"]


@dataclass(frozen=True, eq=False)
class Lens:
    """One lens as a framework is seen through it.

    `name`: what readers call it; `categories`: category, category_name in its order; `members`: mart `lens_members`;
    `scores`: mart `lens_scores`, all units.
    """

    name: str
    categories: pd.DataFrame
    members: pd.DataFrame
    scores: pd.DataFrame


def drawn(lens: Lens, edition: Edition, *, province: str, texts: Texts) -> Drawn | None:
    """One bar per category, those without a known member included; None where no category has a value."""
    of, own = len(edition.units), lens.scores[lens.scores["province_code"] == province]
    rows = lens.categories.merge(own.drop(columns=["category_name", "position"]), on="category", how="left")
    rows = _as_published(rows, edition, province)
    if rows["value"].isna().all():
        return None
    rows = rows.assign(
        label=rows["category_name"], rank=rows["rank"].astype("Int64"), basis=rows["basis"].fillna("computed"), of=of
    )
    caption = Caption(_title(rows, lens, edition, province, texts), edition.source(texts, provinces=(province,)))
    chart = lens_bars(rows, of=of, caption=caption, words=texts)
    return Drawn.of(chart, rows[TABLE])


def _as_published(rows: pd.DataFrame, edition: Edition, province: str) -> pd.DataFrame:
    """Categories that are pillars of the framework with the value and rank that the source prints, if it does."""
    level = edition.framework.nodes["level"]
    figures = edition.values_of(province).set_index("indicator")
    printed = figures[figures["value"].notna() & (figures["basis"] == "published")]
    pillars = [code for code in printed.index if level[code] in PILLARS and code in set(rows["category"])]
    columns = ["value", "rank", "basis"]
    rows = rows.set_index("category", drop=False).astype({"rank": "Int64", "basis": object})
    rows.loc[pillars, columns] = printed.loc[pillars, columns]
    return rows.assign(coverage=rows["coverage"].mask(rows.index.isin(pillars), 1.0)).reset_index(drop=True)


def mapping(lens: Lens, texts: Texts) -> dict[str, list[str]]:
    """By category's name the indicators mapped to it, each as a sentence with its points and the reason."""
    found: dict[str, list[str]] = {name: [] for name in lens.categories["category_name"]}
    for row in lens.members.itertuples(index=False):
        key = "member_without_points" if pd.isna(row.max_points) else "member"
        sentence = texts(f"factors.lens.{key}", indicator=row.indicator_name, points=row.max_points, reason=row.reason)
        found[row.category_name].append(sentence)
    return found


def outside(lens: Lens, edition: Edition) -> tuple[list[str], float]:
    """The finest indicators with points that no category of the lens holds, and their maximum points together."""
    tree = edition.framework
    covered = {leaf for code in lens.members["indicator"] for leaf in tree.leaves(code)}
    left = [leaf for leaf in tree.leaves() if leaf not in covered and tree.nodes.at[leaf, "weight"] != 0]
    return left, float(tree.nodes.loc[left, "weight"].sum())


def _title(rows: pd.DataFrame, lens: Lens, edition: Edition, province: str, texts: Texts) -> str:
    known = rows.dropna(subset=["value"]).sort_values("value", ascending=False, kind="stable")
    best, worst = known.iloc[0], known.iloc[-1]
    return texts(
        f"factors.lens.{'title' if len(known) > 1 else 'title_one'}",
        lens=lens.name,
        province=edition.units[province],
        best=within(best["category_name"]),
        best_value=best["value"],
        worst=within(worst["category_name"]),
        worst_value=worst["value"],
        known=len(known),
        categories=len(rows),
    )
