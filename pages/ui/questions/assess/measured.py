"""Self-image beside the published figures of the same factors: where they disagree is the finding."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.instruments import Instrument
from etl.text import Texts
from indicators.assessment import beside
from pages.ui.charts.caption import Caption
from pages.ui.charts.self_and_measured import self_and_measured
from pages.ui.drawn import Drawn
from pages.ui.questions.wording import within

MOST_NAMES = 3
"""Names of factors in a sentence at most."""
TABLE = ["item_name", "category_name", "level_value", "measured_level", "level_difference", "value", "rank", "of"]


@dataclass(frozen=True, eq=False)
class Sides:
    """What the unit says, and what was published.

    `own`: item, value (a level) of items and of dimensions.  `published`: item, score (0..1), rank, of, category_name.
    """

    instrument: Instrument
    own: pd.DataFrame
    published: pd.DataFrame


def drawn(sides: Sides, *, unit: str, year: int, source: str, texts: Texts) -> Drawn | None:
    """Both on the instrument's levels; None where no factor has both."""
    both = beside(sides.own, sides.published, top=sides.instrument.top)
    if both.empty:
        return None
    both = both.merge(sides.published.drop(columns="score"), on="item")
    both = both.assign(item_name=both["item"].map(sides.instrument.names(texts.lang)))
    both = both.assign(label=both["item_name"], text=[_text(row, texts) for row in both.to_dict("records")])
    caption = Caption(_title(both, unit, year, texts), source)
    chart = self_and_measured(both, top=sides.instrument.top, caption=caption, words=texts)
    table = both.rename(
        columns={
            "value": "level_value",
            "measured": "measured_level",
            "difference": "level_difference",
            "score": "value",
        }
    )
    return Drawn.of(chart, table[TABLE])


def _text(row: dict, texts: Texts) -> str:
    key = "unranked" if pd.isna(row["rank"]) else "ranked"
    told = texts(f"assess.measured.{key}", score=row["score"], rank=row["rank"], of=row["of"])
    return f"{texts('assess.measured.' + row['verdict'], difference=row['difference'])}\n{told}"


def _title(both: pd.DataFrame, unit: str, year: int, texts: Texts) -> str:
    """Where they disagree most, on the side where more factors do."""
    counts = both["verdict"].value_counts()
    side = max(("higher", "lower"), key=lambda verdict: counts.get(verdict, 0))
    apart = both[both["verdict"] == side].sort_values("difference", key=abs, ascending=False, kind="stable")
    if apart.empty:
        return texts("assess.measured.title_alike", unit=unit, year=str(year), of=len(both))
    names = ", ".join(within(name) for name in apart["item_name"].head(MOST_NAMES))
    more = ", …" if len(apart) > MOST_NAMES else ""
    fields = {"unit": unit, "year": str(year), "n": len(apart), "of": len(both), "names": names + more}
    return texts(f"assess.measured.title_{side}", **fields)
