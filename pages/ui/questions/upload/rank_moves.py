"""What a return does to ranks: who moves, and where everybody would stand in an edition that is new."""

from __future__ import annotations

import pandas as pd

from etl.reference import Reference
from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.position_strip import position_strip
from pages.ui.drawn import Drawn
from pages.ui.questions.cell_names import CellNames

Edition = tuple[str, int, int]
"""Framework, period, universe."""
EDITION = ["framework", "period", "universe"]
FEWEST, MOST_STRIPS = 5, 2
TABLE = [
    *("period", "universe", "decree", "indicator_name", "province"),
    *("rank_from", "rank_to", "rank_change", "value_from", "value_to"),
]


def table(ranks: pd.DataFrame, names: CellNames) -> pd.DataFrame:
    """One row per unit and indicator whose rank moves, the largest moves first: TABLE."""
    known = ranks.dropna(subset=["rank_before", "rank_after"])
    moved = known[known["rank_before"] != known["rank_after"]]
    ends = {f"{name}_{side}": f"{name}_{end}" for name in ("value", "rank") for side, end in _ENDS}
    shown = names.described(moved.rename(columns=ends))
    shown = shown.assign(rank_change=(shown["rank_from"] - shown["rank_to"]).astype("Int64"))
    order = shown["rank_change"].abs().sort_values(ascending=False, kind="stable").index
    return shown.loc[order, TABLE].reset_index(drop=True)


def movers(ranks: pd.DataFrame, known: Reference) -> dict[Edition, int]:
    """How many units change their rank on the index itself, by edition with any; the newest edition first."""
    of_index = _of_index(ranks, known).dropna(subset=["rank_before", "rank_after"])
    moved = of_index[of_index["rank_before"] != of_index["rank_after"]]
    counts = moved.groupby(EDITION).size()
    found = {(str(key[0]), int(key[1]), int(key[2])): int(n) for key, n in counts.items()}
    return dict(sorted(found.items(), key=lambda item: item[0][1:], reverse=True))


def new_rankings(
    ranks: pd.DataFrame, *, known: Reference, names: CellNames, province: str, texts: Texts
) -> list[tuple[Edition, Drawn]]:
    """Where the units would stand on the index of each edition that had no values before."""
    drawn = []
    for key, rows in _of_index(ranks, known).groupby(EDITION, sort=False):
        new = rows[rows["value_before"].isna() & rows["value_after"].notna()]
        if len(new) >= FEWEST and len(new) == len(rows):
            edition = (str(key[0]), int(key[1]), int(key[2]))
            drawn.append((edition, _strip(new, edition, names, province, texts)))
    return drawn[:MOST_STRIPS]


def _of_index(ranks: pd.DataFrame, known: Reference) -> pd.DataFrame:
    roots = {framework: tree.root for framework, tree in known.frameworks.items()}
    return ranks[ranks["indicator"] == ranks["framework"].map(roots)]


def _strip(rows: pd.DataFrame, edition: Edition, names: CellNames, province: str, texts: Texts) -> Drawn:
    framework, period, universe = edition
    shown = names.described(rows).assign(value=rows["value_after"], rank=rows["rank_after"])
    best = shown.sort_values("value", ascending=False).iloc[0]
    fields = {"decree": names.decrees[framework], "year": str(period), "province": best["province"]}
    caption = Caption(texts("upload.new_ranking.title", **fields), texts("upload.preview_source"))
    chart = position_strip(shown, chosen=province, of=universe, caption=caption, words=texts)
    return Drawn.of(chart, shown.sort_values("value", ascending=False)[["rank", "province", "value"]])


_ENDS = (("before", "from"), ("after", "to"))
