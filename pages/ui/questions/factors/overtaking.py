"""Who overtook whom between two years, by name and rank."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.bridge import overtaken
from indicators.sentences import overtaking as sentence
from indicators.trend import shown_rank
from pages.ui.questions.edition import Edition

COLUMNS = ["province", "rank_from", "rank_to"]


@dataclass(frozen=True, eq=False)
class Answer:
    """`said`: the finding; `note`: what limits it, or None; `lost`, `won`: province, rank_from, rank_to, best first."""

    said: str
    note: str | None
    lost: pd.DataFrame
    won: pd.DataFrame


def overtaking(before: Edition, after: Edition, *, province: str, texts: Texts) -> Answer | None:
    """Units that stand ahead of the unit now and did not before, and the other way round; None where it is unranked.

    Across a change of framework nobody overtook anybody: what is said is who stands ahead under each.
    """
    ranks = pd.DataFrame({"rank_from": _ranks(before), "rank_to": _ranks(after)}).dropna().astype("Int64")
    if province not in ranks.index:
        return None
    lost, won = overtaken(before.index_ranking, after.index_ranking, province)
    names = after.units
    lists = [ranks.loc[codes].assign(province=[names[code] for code in codes])[COLUMNS] for codes in (lost, won)]
    said = _said(before, after, names[province], ranks.loc[province], lists, texts)
    partial = texts("factors.overtaking.partial", n=len(ranks), of=len(names)) if len(ranks) < len(names) else None
    return Answer(said, partial, *(rows.reset_index(drop=True) for rows in lists))


def _said(before: Edition, after: Edition, name: str, ranks: pd.Series, lists: list[pd.DataFrame], texts: Texts) -> str:
    if before.framework.id == after.framework.id:
        lost, won = (list(rows["province"]) for rows in lists)
        return str(sentence(texts, lost, won, province=name, since=before.period, until=after.period)).rstrip(".")
    editions = {
        "since": str(before.period),
        "until": str(after.period),
        "before_decree": before.decree,
        "after_decree": after.decree,
    }
    return texts("factors.overtaking.broken", province=name, of=len(after.units), **editions, **ranks.to_dict())


def _ranks(edition: Edition) -> pd.Series:
    ranking = edition.index_ranking
    return shown_rank(ranking).set_axis(ranking["province_code"])
