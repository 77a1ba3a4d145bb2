"""Do the provinces come closer: how far apart they stand in each year, and whether the lower ones gain more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.convergence import beta, sigma
from indicators.principal_components import TooFewUnits
from indicators.sentences import LEAST_CHANGE
from pages.ui.charts.caption import Caption
from pages.ui.charts.dispersion import dispersion
from pages.ui.drawn import Drawn
from pages.ui.questions.trends.panels import complete_years, panels
from pages.ui.source_line import source_line

TABLE = ["period", "n_units", "value_mean", "deviation", "variation", "value_gap"]
NAMED = {"units": "n_units", "mean": "value_mean", "gap": "value_gap"}
SURE = 0.05
"""A slope with a larger p-value is told as none."""
STEP = 0.1
"""The difference at the start for which the difference in gains is told."""


@dataclass(frozen=True, eq=False)
class Answer:
    """`drawn`: the years beside each other, None where fewer than two can be compared; `said`: who gained more, or why
    nothing is drawn."""

    drawn: Drawn | None
    said: str


def convergence(series: pd.DataFrame, *, province: str, of: int, indicator: str, decrees: Mapping[str, str],
                texts: Texts) -> Answer:  # fmt: skip
    """Spread and catching up of all units in one indicator. `series`: the mart; `of`: units of the universe."""
    found = complete_years(panels(series), of=of)
    if found is None:
        return Answer(None, texts("trends.convergence.unknown", indicator=indicator))
    name, panel = found
    table = sigma(panel)
    rows = series[(series["framework"] == name) & series["period"].isin(panel.index)]
    caption = Caption(_title(table, indicator, texts), source_line(rows, decrees, texts))
    own = rows.assign(role=(rows["province_code"] == province).map({True: "chosen", False: "rest"}))
    chart = dispersion(own, table, caption=caption, words=texts)
    return Answer(Drawn.of(chart, table.rename(columns=NAMED)[TABLE]), _catching_up(panel, texts))


def _title(table: pd.DataFrame, indicator: str, texts: Texts) -> str:
    first, last = table.iloc[0], table.iloc[-1]
    change = last["deviation"] - first["deviation"]
    key = "same" if abs(change) < LEAST_CHANGE else "closer" if change < 0 else "apart"
    ends = {"first": str(int(first["period"])), "last": str(int(last["period"]))}
    deviations = {"before": first["deviation"], "after": last["deviation"]}
    return texts(f"trends.convergence.{key}", indicator=indicator, units=int(last["units"]), **ends, **deviations)


def _catching_up(panel: pd.DataFrame, texts: Texts) -> str:
    """Whether those that started lower gained more."""
    first, last = int(panel.index[0]), int(panel.index[-1])
    try:
        found = beta(panel.loc[first], panel.loc[last], years=last - first)
    except TooFewUnits:
        return texts("trends.convergence.level", year=str(first))
    key = "unclear" if found.p_value > SURE else "lower" if found.slope < 0 else "higher"
    fields = {"slope": found.slope, "error": found.error, "explained": found.r_squared, "gain": abs(found.slope) * STEP}
    told = texts(f"trends.convergence.{key}", year=str(first), last=str(last), step=STEP, **fields)
    return f"{told} {texts('trends.convergence.caution')}"
