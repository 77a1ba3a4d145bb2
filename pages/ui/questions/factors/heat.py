"""Provinces by indicators, sorted by rank: where a whole region is strong or weak."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.strengths import finest
from indicators.trend import shown_rank
from pages.ui.charts.caption import Caption
from pages.ui.charts.heatmap import heatmap
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition

STRADDLES = " ◆"
"""Marks a unit of the 34 whose constituents lay in several regions."""


def drawn(edition: Edition, *, province: str, region: str, place: str, of: int, texts: Texts) -> Drawn | None:
    """The units of a region ("" = all) with a value of the index, best first; None where there is none.

    `place`: what readers call the region; `of`: its units, with and without figures.
    """
    codes = columns(edition)
    rows = _rows(edition, region)
    if rows.empty or not codes:
        return None
    cells = rows.merge(pd.DataFrame({"indicator": codes}), how="cross").merge(
        edition.values[["province_code", "indicator", "value", "basis"]], on=["province_code", "indicator"], how="left"
    )
    heads = _heads(edition)
    cells = cells.assign(label=cells["indicator"].map(heads), basis=cells["basis"].fillna("published"), group="")
    caption = Caption(_title(cells, edition, province, place, of, texts), edition.source(texts))
    chart = heatmap(cells.assign(province=cells["named"]), chosen=province, caption=caption, words=texts)
    return Drawn.of(chart, _table(cells, heads))


def columns(edition: Edition) -> list[str]:
    """The index, then the finest indicators that are known for at least half as many units as any."""
    known = edition.values.dropna(subset=["value"])
    counts = known.groupby("indicator")["value"].count()
    below = counts.drop(index=edition.framework.root, errors="ignore")
    wide = {str(code): int(n) for code, n in below.items() if 2 * n >= below.max()}
    return [edition.framework.root, *finest(wide, edition.framework)]


def _rows(edition: Edition, region: str) -> pd.DataFrame:
    """province_code, province, named (with rank), in order of rank then value."""
    ranking = edition.index_ranking
    rows = ranking.assign(rank=shown_rank(ranking)).dropna(subset=["value"])
    rows = rows[[not region or region in regions for regions in rows["regions"]]]
    rows = rows.sort_values(["rank", "value"], ascending=[True, False], na_position="last", kind="stable")
    return rows.assign(named=[_named(row, region) for row in rows.to_dict("records")])[
        ["province_code", "province", "rank", "named"]
    ]


def _named(row: dict, region: str) -> str:
    ranked = row["province"] if pd.isna(row["rank"]) else f"{row['rank']}. {row['province']}"
    return ranked + (STRADDLES if region and len(row["regions"]) > 1 else "")


def _heads(edition: Edition) -> dict[str, str]:
    """Names of columns: the index by its short name, the others in full."""
    named = edition.values.drop_duplicates("indicator").set_index("indicator")
    return named["indicator_name"].to_dict() | named.loc[named.index == edition.framework.root, "short"].to_dict()


def _title(cells: pd.DataFrame, edition: Edition, province: str, place: str, of: int, texts: Texts) -> str:
    """In how many indicators the unit stands above the middle of its group; a middle needs the values of all."""
    parts = cells[cells["indicator"] != edition.framework.root].dropna(subset=["value"])
    known = parts.groupby("indicator")["value"]
    middle = known.median()[known.count() == of]
    own = parts[parts["province_code"] == province].set_index("indicator")["value"]
    own = own[own.index.isin(middle.index)]
    shown = cells["province_code"].nunique()
    if own.empty:
        key = "title" if shown == of else "title_partial"
        return texts(f"factors.heat.{key}", place=place, period=str(edition.period), known=shown, of=of)
    above = int((own > middle[own.index]).sum())
    fields = {"province": edition.units[province], "above": above, "indicators": len(own), "place": place}
    return texts("factors.heat.title_own", period=str(edition.period), **fields)


def _table(cells: pd.DataFrame, heads: dict[str, str]) -> pd.DataFrame:
    """One row per unit and indicator, as drawn."""
    named = cells.assign(indicator_name=cells["indicator"].map(heads))
    return named[["rank", "province", "indicator_name", "value", "basis"]].reset_index(drop=True)
