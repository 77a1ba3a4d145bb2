"""A province's story as slides: cached by build and choices, told by pages/ui/story from the answers of the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from etl import text
from etl.sources import addresses
from pages.ui.queries import compare, factors, overview, robustness, sources, trends, what_if
from pages.ui.queries.catalogue import catalogue
from pages.ui.questions.compare.sides import NATION
from pages.ui.questions.what_if.scenario import Scenario
from pages.ui.selection import MERGED_UNIVERSE, Selection
from pages.ui.story import chapters
from pages.ui.story.slide import Slide


def slides(build_id: str, chosen: Selection, *, keys: Sequence[str] | None = None) -> tuple[Slide, ...]:
    """The slides `keys` in that order (default: the whole story); what the edition does not allow is left out.

    Every number comes from the queries of the pages; an unknown key is left out.
    """
    wanted = STORY if keys is None else tuple(dict.fromkeys(keys))
    told = (_chapter(build_id, chosen, key) for key in wanted if key in CHAPTERS)
    return tuple(slide for slide in told if slide)


@st.cache_data(show_spinner=False, max_entries=512)
def _chapter(build_id: str, chosen: Selection, key: str) -> Slide | None:
    return CHAPTERS[key](build_id, chosen, text.load(chosen.lang))


def _standing(build_id: str, chosen: Selection, texts: text.Texts) -> Slide:
    found, choices = overview.answer(build_id, chosen), catalogue(build_id, chosen.lang)
    index = texts(f"shell.family.{choices.family_of(chosen.framework)}")
    nothing = texts("story.no_figure", province=_name(build_id, chosen), index=index, year=str(chosen.period))
    return chapters.standing(lead=found.lead, nothing=nothing, said=found.said, position=found.position, texts=texts)


def _moved(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    choices = catalogue(build_id, chosen.lang)
    index = next(iter(choices.indicator_names(chosen.framework, chosen.period, chosen.universe)))
    found = trends.trend(
        build_id,
        chosen.lang,
        choices.family_of(chosen.framework),
        chosen.universe,
        index,
        chosen.province,
        compare.rivals(build_id, chosen),
        until=chosen.period,
    )
    return chapters.moved(rank=found.rank, score=found.score, texts=texts)


def _why(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    found = overview.change(build_id, chosen)
    if found is None:
        return None
    years = {"year": chosen.period, "since": found.since, "until": found.until}
    older = texts("story.older", **years) if found.until != chosen.period else None
    return chapters.why(bridge=found.bridge, said=found.said, older=older, texts=texts)


def _strengths(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    drawn = overview.answer(build_id, chosen).strengths
    return chapters.strengths(drawn, lost=factors.made_of(build_id, chosen).points, texts=texts)


def _rivals(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    found = compare.profiled(build_id, chosen, (NATION,))
    if found.drawn is None:
        return None
    others = compare.rivals(build_id, chosen)
    gaps = factors.told(build_id, chosen, others[: chapters.MOST_RIVALS])
    picked = bool(chosen.against)
    return chapters.rivals(found.drawn, gaps=gaps, missing=found.missing, chosen=picked, texts=texts)


def _sure(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    found = robustness.near(build_id, chosen)
    return chapters.sure(found.drawn, said=found.said, texts=texts) if isinstance(found, robustness.Near) else None


def _next(build_id: str, chosen: Selection, texts: text.Texts) -> Slide | None:
    if what_if.closed(build_id, chosen):
        return None
    rank = what_if.controls(build_id, chosen).rank
    if rank == 1:
        ahead = what_if.answer(build_id, chosen, Scenario()).around
        return chapters.next_step(ahead, figure="what_if_around", texts=texts)
    way = what_if.way(build_id, chosen, Scenario(wanted=aim(rank)))
    found = what_if.answer(build_id, chosen, Scenario(changes=way.changes))
    said = [sentence for sentence in (way.steps, *way.notes) if sentence]
    drawn, figure = (found.contributions, "what_if_bridge") if found.contributions else (found.around, "what_if_around")
    return chapters.next_step(drawn, figure=figure, title=way.said, said=said, texts=texts)


def _sources(build_id: str, chosen: Selection, texts: text.Texts) -> Slide:
    cells = _cells(build_id, chosen)
    cited = addresses(cells["source_url"])
    fields = {"province": _name(build_id, chosen), "year": str(chosen.period), "n": len(cells), "of": len(cited)}
    decree = catalogue(build_id, chosen.lang).decrees()[chosen.framework]
    told = chapters.sources(
        title=texts(f"story.sources.{'title' if cited else 'nothing'}", **fields),
        edition=texts("story.sources.edition", decree=decree),
        kinds=cells["source_kind"].value_counts().to_dict(),
        limits=_limits(build_id, chosen, texts),
        texts=texts,
    )
    return replace(told, sources=cited)


def _cells(build_id: str, chosen: Selection) -> pd.DataFrame:
    """The cells that the unit's figures stand in; of a merged unit, those of its constituents too."""
    edition = (build_id, chosen.lang, chosen.framework, chosen.period)
    own = sources.lineage(*edition, chosen.universe, chosen.province)
    if chosen.universe != MERGED_UNIVERSE:
        return own
    return pd.concat([own, sources.constituent_cells(*edition, chosen.province)])


def _limits(build_id: str, chosen: Selection, texts: text.Texts) -> list[str]:
    """Why the chosen edition allows no range of ranks, and no way up."""
    found, closed = robustness.near(build_id, chosen), what_if.closed(build_id, chosen)
    limits = [found.why] if isinstance(found, robustness.Refused) else []
    if closed:
        decree = catalogue(build_id, chosen.lang).decrees()[chosen.framework]
        fields = {"year": str(chosen.period), "decree": decree, "known": closed.known, "of": chosen.universe}
        limits.append(texts(f"what_if.closed.{closed.why}", **fields))
    return limits


def aim(rank: int) -> int:
    """The rank worth asking for from `rank` (2 or worse): the next better one of the first five, else the first five,
    the first ten, the first twenty and so on."""
    return rank - 1 if rank <= 5 else 5 if rank <= 10 else (rank - 1) // 10 * 10


def _name(build_id: str, chosen: Selection) -> str:
    return catalogue(build_id, chosen.lang).units(chosen.universe)[chosen.province]


CHAPTERS: Mapping[str, Callable[[str, Selection, text.Texts], Slide | None]] = {
    "standing": _standing,
    "moved": _moved,
    "why": _why,
    "strengths": _strengths,
    "rivals": _rivals,
    "sure": _sure,
    "next": _next,
    "sources": _sources,
}
STORY = tuple(CHAPTERS)
"""The chapters in the order they are told."""
