"""The levels of one unit over the years that it assessed itself."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.instruments import Instrument
from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.levels_over_time import levels_over_time
from pages.ui.drawn import Drawn


def drawn(instrument: Instrument, by_year: Mapping[int, pd.DataFrame], *, unit: str, texts: Texts) -> Drawn | None:
    """Items by years; None before there are two years. `by_year`: a profile a year, oldest first."""
    if len(by_year) < 2:
        return None
    names = instrument.names(texts.lang)
    cells = pd.concat([profile.assign(period=year) for year, profile in by_year.items()], ignore_index=True)
    cells = cells.assign(label=cells["item"].map(names))
    caption = Caption(
        _title(by_year, unit, texts), texts("assess.source", source=instrument.said("source", texts.lang))
    )
    chart = levels_over_time(cells, top=instrument.top, caption=caption, words=texts)
    table = cells[["label", "period", "value"]].rename(columns={"label": "item_name", "value": "level_value"})
    return Drawn.of(chart, table)


def _title(by_year: Mapping[int, pd.DataFrame], unit: str, texts: Texts) -> str:
    """How many items moved between the last two years."""
    (before, old), (after, new) = list(by_year.items())[-2:]
    moved = (new.set_index("item")["value"] - old.set_index("item")["value"]).dropna()
    fields = {"unit": unit, "before": str(before), "after": str(after), "known": len(moved)}
    return texts("assess.over_time.title", up=int((moved > 0).sum()), down=int((moved < 0).sum()), **fields)
