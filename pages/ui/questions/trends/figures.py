"""The two charts of a trend and what must be said beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from pages.ui.charts.bump import bump
from pages.ui.charts.caption import Caption
from pages.ui.charts.score_lines import score_lines
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import Catalogue
from pages.ui.questions.trends import findings, lines
from pages.ui.questions.wording import within
from pages.ui.source_line import source_line


@dataclass(frozen=True, eq=False)
class Shown:
    """One indicator of one unit over the years, beside others.

    `units`: rows of `lines.of_units`; `references`: rows of `lines.of_references`; `of`: units of the universe;
    `decrees`: framework → its decree; `province`, `indicator`: the names that readers see.
    """

    units: pd.DataFrame
    references: pd.DataFrame
    of: int
    decrees: Mapping[str, str]
    province: str
    indicator: str

    @property
    def named(self) -> pd.DataFrame:
        """The rows of the unit and of those it is compared with."""
        return self.units[self.units["role"] != "rest"]

    @property
    def chosen(self) -> pd.DataFrame:
        """The unit's own rows."""
        return self.units[self.units["role"] == "chosen"]

    @property
    def breaks(self) -> dict[str, str]:
        """The decrees to write above the years: none where only one framework is shown."""
        shown = self.units["framework"].unique()
        return {name: self.decrees[name] if len(shown) > 1 else "" for name in shown}


def score(shown: Shown, texts: Texts) -> Drawn | None:
    """The values over the years; None where no value of the unit is known."""
    if shown.chosen["value"].isna().all():
        return None
    rows = pd.concat([shown.named, shown.references], ignore_index=True)
    names = {"province": shown.province, "indicator": shown.indicator}
    title = findings.of_values(shown.chosen, decrees=shown.decrees, texts=texts, **names)
    caption = Caption(title, source_line(shown.named, shown.decrees, texts))
    chart = score_lines(rows, decrees=shown.breaks, caption=caption, words=texts)
    return Drawn.of(chart, lines.table(rows.dropna(subset=["value"]), shown.decrees))


def rank(shown: Shown, texts: Texts) -> Drawn | None:
    """The ranks over the years among those compared; None where no rank of the unit is known."""
    if shown.chosen["rank"].isna().all():
        return None
    rows = shown.named.dropna(subset=["rank"])
    names = {"province": shown.province, "indicator": shown.indicator}
    title = findings.of_ranks(shown.chosen, of=shown.of, decrees=shown.decrees, texts=texts, **names)
    caption = Caption(title, source_line(rows, shown.decrees, texts))
    chart = bump(rows, of=shown.of, decrees=shown.breaks, caption=caption, words=texts)
    return Drawn.of(chart, lines.table(rows, shown.decrees))


def notes(shown: Shown, texts: Texts, *, chose_rivals: bool) -> tuple[str, ...]:
    """What a reader must know beside the charts: who is compared, which means are missing, which parts are."""
    chosen = shown.chosen
    said = [
        None if chose_rivals or chosen["rank"].isna().all() else texts("trends.nearest"),
        findings.without_mean(shown.units, shown.references, texts),
        texts("trends.breaks") if len(shown.breaks) > 1 else None,
    ]
    return tuple(sentence for sentence in said if sentence)


def indicator_name(choices: Catalogue, family: str, universe: int, indicator: str) -> str:
    """The indicator as a sentence names it: the index by its short name, all others in full."""
    for row in choices.editions(family).itertuples(index=False):
        key = (row.framework, row.period, universe)
        if indicator in (names := choices.indicator_names(*key)):
            is_index = indicator == next(iter(names))
            return choices.indicator_names(*key, short=True)[indicator] if is_index else within(names[indicator])
    return indicator
