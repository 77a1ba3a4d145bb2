"""Two editions of an index side by side: what came, went and weighs otherwise; and a series over what they share."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import edition_comparison as comparison
from indicators.framework import Framework
from pages.ui.charts.caption import Caption
from pages.ui.charts.score_lines import score_lines
from pages.ui.drawn import Drawn
from pages.ui.questions.wording import years

OUTSIDE, WEIGHT_UNKNOWN = "outside", "weight_unknown"
CHANGES = (
    comparison.ADDED,
    comparison.REMOVED,
    comparison.REWEIGHTED,
    OUTSIDE,
    comparison.RENAMED,
    WEIGHT_UNKNOWN,
    comparison.SAME,
)
"""What can become of an indicator, in the order of the table."""
OURS, BESIDE = "residual", "lens_category"
"""Levels of what we derive, which no edition has, and of regroupings, which count in no index."""
TABLE = ["edition_change", "name_old", "name_new", "share_old", "share_new"]
SERIES = ["series", "period", "value", "basis"]


@dataclass(frozen=True, eq=False)
class EditionOf:
    """One edition of an index: its tree with a column `name`, the decree, and its values by (period, unit) × code."""

    framework: Framework
    decree: str
    values: pd.DataFrame


@dataclass(frozen=True)
class Compared:
    """`said`: what became of the indicators, in a sentence; `rows`: an indicator each (TABLE); `bridged`: the series
    over what both have, None where that is less than half; `why`: then the sentence that says so."""

    said: str
    rows: pd.DataFrame
    bridged: Drawn | None
    why: str


def compared(old: EditionOf, new: EditionOf, *, province: str, name: str, of: int, texts: Texts) -> Compared:
    """`old` against `new` (periods may not overlap), and how the unit moved on the common part. `of`: units."""
    rows = _became(old, new)
    counts = rows["edition_change"].value_counts()
    told = [texts(f"sources.editions.count.{kind}", n=int(counts[kind])) for kind in CHANGES if kind in counts]
    said = texts("sources.editions.said", old=old.decree, new=new.decree, counts="; ".join(told))
    drawn, share = _bridged(old, new, province=province, name=name, of=of, texts=texts)
    why = texts("sources.editions.not_comparable", old=old.decree, new=new.decree, share=share)
    words = texts.under("sources.editions.change")
    return Compared(said, rows.assign(edition_change=rows["edition_change"].map(words))[TABLE], drawn, why)


def _became(old: EditionOf, new: EditionOf) -> pd.DataFrame:
    """A row per indicator of either edition; what we derive ourselves and regroupings beside the tree are left out."""
    table = comparison.compare_editions(old.framework, new.framework, name_column="name")
    levels = [edition.framework.nodes["level"].reindex(table["code"]).to_numpy() for edition in (old, new)]
    one_sided = table["change"].isin([comparison.ADDED, comparison.REMOVED])
    beside = (levels[0] == BESIDE) | (levels[1] == BESIDE)
    ours = (levels[0] == OURS) | (levels[1] == OURS) | (one_sided & beside)
    known = table["share_old"].notna(), table["share_new"].notna()
    moved_out = ~one_sided & known[0] & (levels[1] == BESIDE)
    unknown = ~one_sided & (known[0] != known[1]) & ~moved_out
    change = table["change"].mask(unknown, WEIGHT_UNKNOWN).mask(moved_out, OUTSIDE)
    table = table.assign(edition_change=change, place=change.map({kind: place for place, kind in enumerate(CHANGES)}))
    return table[~ours].sort_values("place", kind="stable", ignore_index=True)


def _bridged(
    old: EditionOf, new: EditionOf, *, province: str, name: str, of: int, texts: Texts
) -> tuple[Drawn | None, float]:
    """The unit and the mean of all units on the common part, and the share of the index that it carries."""
    newest = new if comparison.effective_weights(new.framework).drop(new.framework.root).notna().any() else old
    found = comparison.bridged_series(old.values, new.values, weights_of=newest.framework)
    if not found.comparable or province not in found.values:
        return None, found.share
    own, mean = found.values[province].dropna(), found.values.dropna(thresh=of).mean(axis=1)
    if len(own) < 2:
        return None, found.share
    lines = [_line("chosen", name, own), _line("mean", texts("factors.gap.mean"), mean)]
    rows = pd.concat(lines, ignore_index=True)
    fields = {"since": str(own.index[0]), "until": str(own.index[-1]), "before": own.iloc[0], "after": own.iloc[-1]}
    key = "up" if own.iloc[-1] > own.iloc[0] else "down"
    title = texts(f"sources.editions.bridged.{key}", province=name, share=found.share, **fields)
    source = texts("source_line.computed", decrees=f"{old.decree}; {new.decree} ({years(own.index)})")
    subtitle = texts("sources.editions.bridged.subtitle", n=len(found.common), decree=newest.decree)
    decrees = {"common": texts("sources.editions.bridged.part", share=found.share)}
    chart = score_lines(rows, decrees=decrees, caption=Caption(title, source, subtitle=subtitle), words=texts)
    return Drawn.of(chart, rows.assign(series=rows["label"])[SERIES]), found.share


def _line(role: str, label: str, values: pd.Series) -> pd.DataFrame:
    fixed = {"line": role, "label": label, "role": role, "framework": "common", "basis": "computed"}
    return pd.DataFrame({"period": values.index.astype(int), "value": values.to_numpy()}).assign(**fixed)
