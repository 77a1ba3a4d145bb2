"""The chapters of a story, each from the answers of the pages to a slide; None where there is nothing to tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.drawn import Drawn
from pages.ui.story.slide import Slide, of_chart, of_words

MOST_RIVALS = 3
"""Sentences on rivals that a slide has room for."""


def standing(*, lead: str | None, nothing: str, said: Sequence[str], position: Drawn | None, texts: Texts) -> Slide:
    """Where we stand: the rank and the value among all. `nothing`: what to say where the unit has no figure."""
    if position is None:
        return of_words(lead or nothing, key="standing", texts=texts, said=said)
    distance = caption_of(position.spec).title
    title = lead or (distance if said else nothing)
    told = (*said, f"{distance}.") if lead and said else said
    return of_chart(position, key="standing", figure="overview_position", texts=texts, title=title, said=told)


def moved(*, rank: Drawn | None, score: Drawn | None, texts: Texts) -> Slide | None:
    """How it moved: the ranks over the years, else the values."""
    drawn = rank or score
    if drawn is None:
        return None
    said = [f"{caption_of(score.spec).title}."] if rank and score else []
    if drawn.table["decree"].nunique() > 1:
        said.append(texts("story.breaks"))
    return of_chart(drawn, key="moved", figure="trend_rank" if rank else "trend_score", texts=texts, said=said)


def why(*, bridge: Drawn | None, said: Sequence[str], older: str | None, texts: Texts) -> Slide | None:
    """Why it moved: the bridge from the edition before, or the ranks that moved where points are unknown.

    `older`: says that the chosen edition cannot be compared and which years are shown instead.
    """
    first = [older] if older else []
    if bridge:
        return of_chart(bridge, key="why", figure="overview_change", texts=texts, said=[*first, *said])
    if not said:
        return None
    return of_words(said[0], key="why", texts=texts, said=[*first, *said[1:]])


def strengths(drawn: Drawn | None, *, lost: Drawn | None, texts: Texts) -> Slide | None:
    """The strongest and the weakest indicators. `lost`: the chart of points lost, whose finding stands below."""
    if drawn is None:
        return None
    below = [f"{caption_of(lost.spec).title}."] if lost else []
    return of_chart(drawn, key="strengths", figure="overview_strengths", texts=texts, said=below)


def rivals(
    drawn: Drawn | None, *, gaps: Iterable[str], missing: Sequence[str], chosen: bool, texts: Texts
) -> Slide | None:
    """Against the rivals, indicator by indicator. `gaps`: a finding on the distance to each; `chosen`: by the reader,
    else the nearest."""
    if drawn is None:
        return None
    said = [f"{gap.rstrip('.')}." for gap in gaps][:MOST_RIVALS]
    if not chosen:
        said.append(texts("story.nearest"))
    if missing:
        said.append(texts("compare.missing", names=", ".join(missing)))
    return of_chart(drawn, key="rivals", figure="compare_profile", texts=texts, said=said)


def sure(drawn: Drawn, *, said: Sequence[str], texts: Texts) -> Slide:
    """How sure the rank is, and who cannot be told apart."""
    return of_chart(drawn, key="sure", figure="robustness_near", texts=texts, said=said)


def next_step(drawn: Drawn, *, figure: str, texts: Texts, title: str = "", said: Sequence[str] = ()) -> Slide:
    """What would move us: the cheapest way up, or how far ahead a leader is."""
    return of_chart(drawn, key="next", figure=figure, texts=texts, title=title, said=said)


def sources(*, title: str, edition: str, kinds: Mapping[str, int], limits: Sequence[str], texts: Texts) -> Slide:
    """Where the unit's figures come from, and what the edition does not allow to say.

    `edition`: a sentence on the framework; `kinds`: number of figures by kind of source.
    """
    words = texts.under("tables.source_kind")
    counted = ", ".join(texts("story.sources.kind", kind=words[kind], n=n) for kind, n in kinds.items())
    said = [edition, *([texts("story.sources.kinds", kinds=counted)] if kinds else [])]
    if "secondary" in kinds:
        said.append(texts("story.sources.secondary"))
    said += [texts("story.sources.method"), *limits]
    return of_words(title, key="sources", texts=texts, said=said)
