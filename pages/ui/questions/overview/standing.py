"""Where a unit stands, in one card: rank, value, and the change that may honestly be stated."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from etl.text import Texts
from indicators.certainty import exceeds_noise
from pages.ui.source_mark import QUIET_MARK

MOST_NAMED = 4
"""Units named among those that cannot be told apart; the rest are counted."""


def card(
    history: pd.DataFrame,
    *,
    now: pd.Series,
    index: str,
    alike: Sequence[str],
    texts: Texts,
    constituents: pd.DataFrame | None = None,
) -> str:
    """The card of one edition as HTML.

    `history`: one unit's rows of marts/standing.sql, oldest first; `now`: the edition's. `index`: the name to print.
    `alike`: names of the units that it cannot be told apart from. `constituents`: marts/constituent_scores.sql, for a
    unit of the 34.
    """
    lines = told(history, now=now, alike=alike, texts=texts, constituents=constituents)
    body = "".join(f'<p class="{kind}">{escape(line)}</p>' for kind, line in lines)
    label = escape(texts("overview.card.label", index=index, year=str(now["period"])))
    return f'<section class="standing"><h2>{label}</h2>{_rank(now, texts)}{body}</section>'


def told(
    history: pd.DataFrame,
    *,
    now: pd.Series,
    alike: Sequence[str],
    texts: Texts,
    constituents: pd.DataFrame | None = None,
) -> list[tuple[str, str]]:
    """What is said under the rank: a kind (value | up | down | same | break | first | note) and a sentence each."""
    notes = [*_last_comparable(history, now, texts), *_how_sure(now, alike, texts), *_how_known(now, texts)]
    if constituents is not None and len(constituents) > 1:
        notes.append(_formed_from(constituents, texts))
    return [*_value(now, texts), change(history, now, texts), *(("note", note) for note in notes)]


def edition_row(history: pd.DataFrame, framework: str, period: int) -> pd.Series | None:
    """The row of one edition; None where the unit has no figure there."""
    rows = history[(history["framework"] == framework) & (history["period"] == period)]
    return rows.iloc[0] if len(rows) else None


def change(history: pd.DataFrame, now: pd.Series, texts: Texts) -> tuple[str, str]:
    """What may be said against the time before: a kind (up | down | same | break | first; unsure) and its sentence.

    A change of rank is stated only within one framework and between neighbouring periods; else both ranks are.
    """
    earlier = history[history["period"] < now["period"]]
    if earlier.empty:
        return "first", texts("overview.card.first")
    before = earlier.iloc[-1]
    if not pd.isna(now["rank_change"]):
        places = int(now["rank_change"])
        said = texts(f"overview.card.{direction(places)}", n=abs(places), **_edition(before, texts))
        return direction(places) + (" unsure" if certain(now) is False else ""), said + _caveat(now, texts)
    key = "earlier" if before["framework"] == now["framework"] else "break"
    return "break", texts(f"overview.card.{key}", **_edition(before, texts))


def certain(now: pd.Series) -> bool | None:
    """Whether the change of rank exceeds the noise: it goes the same way under nearly all weights. None: not known."""
    return exceeds_noise(now["rank_change"], p_rose=now["p_rose"], p_fell=now["p_fell"])


def last_change(history: pd.DataFrame) -> pd.Series | None:
    """The newest row whose change of rank may be stated; None where there is none."""
    known = history[history["rank_change"].notna()]
    return known.iloc[-1] if len(known) else None


def compared_with(history: pd.DataFrame, row: pd.Series) -> int | None:
    """The period that a row's change of rank is against: its framework's before; None where no change may be stated."""
    before = history[(history["framework"] == row["framework"]) & (history["period"] < row["period"])]
    return None if pd.isna(row["rank_change"]) else int(before["period"].max())


def direction(places: int) -> str:
    """Up, down or same, of a change in ranks (+ is better)."""
    return "up" if places > 0 else "down" if places < 0 else "same"


def _caveat(row: pd.Series, texts: Texts) -> str:
    """What must follow a change of rank that does not exceed the noise; else nothing."""
    return texts("overview.card.caveat") if certain(row) is False else ""


def _rank(now: pd.Series, texts: Texts) -> str:
    if pd.isna(now["place"]):
        return f'<p class="rank none">{escape(texts("overview.card.no_rank"))}</p>'
    place, of = int(now["place"]), int(now["of"])
    spoken = escape(texts("overview.card.rank_words", rank=place, of=of))
    return (
        f'<p class="rank"><span aria-hidden="true"><b>{place}</b>/{of}</span><span class="spoken">{spoken}</span></p>'
    )


def _value(now: pd.Series, texts: Texts) -> list[tuple[str, str]]:
    if pd.isna(now["value"]):
        return []
    key = "value_and_mean" if now["n_known"] == now["of"] else "value"
    mark = QUIET_MARK if now["on_secondary"] else ""
    return [("value", texts(f"overview.card.{key}", value=now["value"], mark=mark, mean=now["mean"]))]


def _last_comparable(history: pd.DataFrame, now: pd.Series, texts: Texts) -> list[str]:
    """The change of an earlier year, where none can be stated for this one."""
    latest = last_change(history[history["period"] <= now["period"]])
    if latest is None or latest["period"] == now["period"]:
        return []
    places = int(latest["rank_change"])
    years = {"year": int(latest["period"]), "before": compared_with(history, latest)}
    said = texts(f"overview.card.last_{direction(places)}", n=abs(places), caveat=_caveat(latest, texts), **years)
    return [said]


def _how_sure(now: pd.Series, alike: Sequence[str], texts: Texts) -> list[str]:
    """Between which ranks the unit lies when the weights change, and from whom it cannot be told apart."""
    if pd.isna(now["p05"]):
        return [texts("overview.card.no_range")]
    low, high = int(now["p05"]), int(now["p95"])
    notes = [texts(f"overview.card.{'firm' if low == high else 'range'}", low=low, high=high)]
    if alike:
        shown = ", ".join(alike[:MOST_NAMED])
        more = len(alike) - MOST_NAMED
        notes.append(texts(f"overview.card.{'alike_and_more' if more > 0 else 'alike'}", names=shown, n=more))
    return notes


def _how_known(now: pd.Series, texts: Texts) -> list[str]:
    """How the rank and the value are known, where that is unusual."""
    notes = []
    if pd.isna(now["rank"]) and not pd.isna(now["place"]):
        notes.append(texts("overview.card.printed", known=int(now["n_known"]), of=int(now["of"])))
    if now["basis"] != "published":
        notes.append(texts(f"overview.card.{now['basis']}"))
    if now["on_secondary"]:
        notes.append(texts("overview.card.secondary", mark=QUIET_MARK))
    return notes


def _formed_from(constituents: pd.DataFrame, texts: Texts) -> str:
    parts = [
        texts("overview.card.part", province=row["province"], value=row["value"])
        for row in constituents.to_dict("records")
    ]
    return texts("overview.card.formed_from", parts=", ".join(parts))


def _edition(row: pd.Series, texts: Texts) -> dict[str, object]:
    place = texts("overview.card.no_rank") if pd.isna(row["place"]) else f"{int(row['place'])}/{int(row['of'])}"
    return {"year": str(row["period"]), "rank": place, "decree": row["decree"]}
