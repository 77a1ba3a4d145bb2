"""Where the values would go if they moved on as before, and how good such a forecast has been; or why none is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators import outlook as engine
from indicators.outlook import LEAST_UNITS, LEAST_YEARS, comparable
from pages.ui.charts.caption import Caption
from pages.ui.charts.fan import fan
from pages.ui.drawn import Drawn
from pages.ui.questions.trends.panels import panels, tested_years
from pages.ui.questions.wording import years
from pages.ui.source_line import source_line

TABLE = ["period", "value", "value_p05", "value_p25", "value_p75", "value_p95"]

NAMED = {edge: f"value_{edge}" for edge in ("p05", "p25", "p75", "p95")}


@dataclass(frozen=True, eq=False)
class Answer:
    """`drawn`: the fan, or None; `said`: why there is none, and how near such forecasts came where that was tried."""

    drawn: Drawn | None
    said: str


def outlook(series: pd.DataFrame, *, province: str, indicator: str, newest: int, decrees: Mapping[str, str],
            texts: Texts) -> Answer | None:  # fmt: skip
    """The coming two years of one unit; None where nobody has a value.

    `series`: the mart; `indicator`: its name in a sentence; `newest`: the family's newest year. Only the framework in
    force has an outlook: no value of an earlier one will come.
    """
    found = panels(series)
    if not found:
        return None
    name = next(iter(found))
    run = comparable(found[name])
    tested = _tested(found, decrees, texts)
    fields = {"decree": decrees[name], "indicator": indicator, "least": LEAST_YEARS, "units": LEAST_UNITS}
    if why := _lacking(found[name], run, province, newest):
        panel, told = found[name], years(run.index) if len(run) else ""
        fields |= {"last": str(panel.index[-1]), "known": int(panel.iloc[-1].count()), "newest": str(newest)}
        said = texts(f"trends.outlook.{why}", found=len(run), years=told, **fields)
        return Answer(None, f"{said} {tested}".strip())
    return Answer(_drawn(series[series["framework"] == name], run, province, indicator, decrees, texts), tested)


def _lacking(panel: pd.DataFrame, run: pd.DataFrame, province: str, newest: int) -> str:
    """What an outlook lacks (ended | none | years | unit); "" where nothing."""
    if panel.index[-1] < newest:
        return "ended"
    if len(run) < LEAST_YEARS:
        return "years" if len(run) else "none"
    return "" if province in run.columns else "unit"


def _drawn(series: pd.DataFrame, run: pd.DataFrame, province: str, indicator: str, decrees: Mapping[str, str],
           texts: Texts) -> Drawn:  # fmt: skip
    own = series[(series["province_code"] == province) & series["period"].isin(run.index)]
    coming = engine.outlook(run).query("unit == @province")
    far = coming.iloc[-1]
    title = texts(
        "trends.outlook.title", province=own["province"].iloc[0], indicator=indicator, years=years(run.index),
        year=str(far["period"]), low=far["p05"], high=far["p95"], value=own["value"].iloc[-1], last=str(run.index[-1]),
    )  # fmt: skip
    rows = pd.concat([own[["period", "value", "basis"]], coming.assign(value=coming["p50"])], ignore_index=True)
    caption = Caption(title, source_line(series[series["period"].isin(run.index)], decrees, texts))
    return Drawn.of(fan(rows, caption=caption, words=texts), rows.rename(columns=NAMED).reindex(columns=TABLE))


def _tested(found: Mapping[str, pd.DataFrame], decrees: Mapping[str, str], texts: Texts) -> str:
    """How far forecasts by drift and by the last value were from what came; "" where it cannot be tried."""
    tried = tested_years(dict(found))
    if tried is None:
        return ""
    name, run = tried
    errors = engine.back_test(run)
    fields = {"by_drift": errors.by_drift, "by_last": errors.by_last_value, "n": errors.forecasts}
    key = "better" if errors.better else "worse"
    return texts(f"trends.outlook.{key}", decree=decrees[name], years=years(run.index), of=run.shape[1], **fields)
