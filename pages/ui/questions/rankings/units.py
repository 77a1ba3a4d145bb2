"""One row per unit of the universe for one measure: those without a figure too, so that a map shows what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from etl.vietnamese import fold
from indicators.certainty import exceeds_noise
from indicators.trend import shown_rank
from pages.ui.questions.wording import span

TITLE = re.compile(r"^(tinh|thanh pho|tp)\b ?|^tp(?=hcm)")
"""What may stand before a unit's name."""

UNSURE_MARK = "~"
"""Stands after a change of rank inside the noise."""

KNOWN = [
    *("of", "province_code", "value", "basis", "rank", "rank_published", "rank_change"),
    *("p05", "p95", "p_rose", "p_fell"),
    *("coverage", "source_kind", "on_secondary", "n_sources", "source_url", "workbook", "sheet", "cell"),
]


def units(known: pd.DataFrame, provinces: pd.DataFrame, *, regions: Mapping[str, str], texts: Texts) -> pd.DataFrame:
    """Every unit with what is known of it, best first, those without a figure last.

    `known`: marts/ranking.sql or lens_scores.sql of one measure (columns that it lacks become empty). `provinces`: the
    universe's rows of the catalogue; `regions`: names by code. Adds region (names; a straddler has all of its
    constituents' and is marked), place (our rank, else the printed one), printed (whether it is that), rank_range (the
    ranks in 90 % of draws; None where not known) and unsure (the change of rank is inside the noise).
    """
    rows = provinces.rename(columns={"name": "province"}).merge(
        known.reindex(columns=KNOWN), on="province_code", how="left"
    )
    rows["place"] = shown_rank(rows).astype("Int64")
    rows["printed"] = rows["rank"].isna() & rows["place"].notna()
    rows["region"] = [_region(codes, regions, texts) for codes in rows["regions"]]
    rows["rank_range"] = [_range(low, high) for low, high in zip(rows["p05"], rows["p95"], strict=True)]
    rows["unsure"] = [_unsure(row) for row in rows.to_dict("records")]
    order = ["place", "value", "sort_key"]
    return rows.sort_values(order, ascending=[True, False, True], kind="stable").reset_index(drop=True)


def in_region(rows: pd.DataFrame, region: str) -> pd.DataFrame:
    """The units of one region, straddlers included; all of them for "" (the whole country)."""
    return rows[[region in codes for codes in rows["regions"]]] if region else rows


def found(rows: pd.DataFrame, search: str) -> pd.DataFrame:
    """The units that the words may mean: part of the name, or its initials, whatever case, diacritics and spaces."""
    wanted = TITLE.sub("", fold(search)).replace(" ", "")
    if not wanted:
        return rows
    names = rows["folded"].str.split()
    holds = names.str.join("").str.contains(wanted, regex=False)
    initials = names.map(lambda words: "".join(word[0] for word in words))
    return rows[holds | (initials == wanted)]


def _range(low: float, high: float) -> str | None:
    return None if pd.isna(low) else span(int(low), int(high))


def _unsure(row: dict) -> bool:
    return exceeds_noise(row["rank_change"], p_rose=row["p_rose"], p_fell=row["p_fell"]) is False


def _region(codes: list[str], regions: Mapping[str, str], texts: Texts) -> str:
    names = " / ".join(regions[code] for code in codes)
    return names if len(codes) == 1 else texts("rankings.straddler", names=names)
