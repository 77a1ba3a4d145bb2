"""A province's story with what an export prints around it: title, choices, date, the unit's own figures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import pandas as pd

from etl import text
from etl.saved_views import NO_NOTES
from etl.text import Texts
from pages.ui.briefing.content import Briefing
from pages.ui.queries import compare, story
from pages.ui.queries.catalogue import catalogue
from pages.ui.queries.editions import edition_of
from pages.ui.questions.edition import Edition
from pages.ui.selection import Selection
from pages.ui.story.slide import Slide


def briefing(
    build_id: str, chosen: Selection, *, slides: Sequence[Slide] | None = None, notes: Mapping[str, str] = NO_NOTES
) -> Briefing:
    """The `slides` (default: the whole story) of the chosen unit and edition, dated today; `notes`: by key of slide."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    index = texts(f"shell.family.{catalogue(build_id, chosen.lang).family_of(chosen.framework)}")
    fields = {"province": edition.units[chosen.province], "index": index, "year": str(chosen.period)}
    rivals = ", ".join(edition.units[code] for code in compare.rivals(build_id, chosen))
    choices = texts("briefing.choices", decree=edition.decree, of=chosen.universe, **fields)
    place, figures = _own(edition, chosen.province, texts)
    return Briefing(
        title=texts("briefing.title", **fields),
        province=edition.units[chosen.province],
        choices=f"{choices} {texts('briefing.against', rivals=rivals)}" if rivals else choices,
        printed=texts("figure.printed", date=datetime.date.today(), build=build_id),
        place=place,
        figures=figures,
        slides=story.slides(build_id, chosen) if slides is None else tuple(slides),
        texts=texts,
        notes=notes,
    )


def _own(edition: Edition, province: str, texts: Texts) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The unit's rank and its value beside the mean and the best, as far as they are known."""
    everybody, rows = edition.index_ranking, edition.values_of(province)
    own = rows[rows["indicator"] == edition.framework.root]
    rank = own["rank"].iloc[0] if len(own) else pd.NA
    values = everybody["value"].dropna()
    told = {"value": edition.index_value(province)}
    if len(values) == len(edition.units):
        told |= {"mean": values.mean(), "best": values.max()}
    known = {key: value for key, value in told.items() if not pd.isna(value)}
    figures = tuple((texts(f"briefing.figure.{key}"), texts.number(value, ".4f")) for key, value in known.items())
    return "" if pd.isna(rank) else f"{int(rank)}/{len(edition.units)}", figures
