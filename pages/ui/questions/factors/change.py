"""Why the score changed between two years: a bridge, or the reason why none can be drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import bridge
from indicators.sentences import movement
from pages.ui.charts.caption import Caption
from pages.ui.drawn import Drawn
from pages.ui.questions import bridges
from pages.ui.questions.edition import Edition
from pages.ui.questions.wording import within
from pages.ui.source_line import source_line


@dataclass(frozen=True)
class Answer:
    """`drawn`: the bridge; where it is None, `said` says why and gives both values as far as they are known."""

    drawn: Drawn | None
    said: str


def change(before: Edition, after: Edition, *, province: str, texts: Texts) -> Answer:
    """The bridge of one unit's index from the one edition to the other."""
    states = [edition.parts_of(province) for edition in (before, after)]
    if any(state.empty or state["points"].isna().all() for state in states):
        return Answer(None, _unknown(before, after, province, texts))
    built = bridge.change(*states, framework_a=before.framework, framework_b=after.framework)
    if not built.comparable:
        return Answer(None, _not_comparable(before, after, province, texts, built.common_share))
    names = before.part_names(texts) | after.part_names(texts)
    spoken = {code: within(name) for code, name in names.items()} | before.spoken_names() | after.spoken_names()
    periods = {"since": before.period, "until": after.period}
    title = str(movement(texts, built, province=after.units[province], names=spoken, **periods)).rstrip(".")
    ends = [texts("factors.change.year", year=str(edition.period)) for edition in (before, after)]
    chart = bridges.drawn(
        built,
        names=names,
        labels=before.part_labels(texts) | after.part_labels(texts),
        from_label=ends[0],
        to_label=ends[1],
        caption=Caption(title, _source(before, after, province, texts)),
        texts=texts,
        derived=before.derived_parts(province) | after.derived_parts(province),
    )
    return Answer(chart, title)


def _source(before: Edition, after: Edition, province: str, texts: Texts) -> str:
    rows = pd.concat([edition.values_of(province) for edition in (before, after)])
    return source_line(rows, after.decrees, texts)


def _unknown(before: Edition, after: Edition, province: str, texts: Texts) -> str:
    """No points in one of the two: whose, why, and what is known."""
    without = [edition for edition in (after, before) if not edition.points_known]
    at_fault = without or [edition for edition in (after, before) if edition.parts_of(province).empty]
    first = at_fault[0]
    fields = {"decree": first.decree, "year": str(first.period), "province": first.units[province]}
    why = texts(f"factors.change.unknown_{'points' if without else 'parts'}", **fields)
    return f"{why} {_both(before, after, province, texts)}".strip()


def _not_comparable(before: Edition, after: Edition, province: str, texts: Texts, share: float) -> str:
    why = texts(
        f"factors.change.{'not_comparable' if share > 0 else 'nothing_common'}",
        since=str(before.period),
        until=str(after.period),
        before_decree=before.decree,
        after_decree=after.decree,
        share=share,
    )
    return f"{why} {_both(before, after, province, texts)}".strip()


def _both(before: Edition, after: Edition, province: str, texts: Texts) -> str:
    """Both values of the index, where both are known."""
    values = [edition.index_value(province) for edition in (before, after)]
    if any(math.isnan(value) for value in values):
        return ""
    numbers = {"since": str(before.period), "until": str(after.period), "before": values[0], "after": values[1]}
    return texts("factors.change.both", province=after.units[province], **numbers)
