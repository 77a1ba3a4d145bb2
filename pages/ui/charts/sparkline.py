"""A trend in a few pixels: the run of one number with its breaks and gaps, every value written at its year."""

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from pages.ui.charts import series
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, expr, layer, name, number, records, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

HEIGHT = 58


def sparkline(
    frame: pd.DataFrame, *, caption: Caption, words: Words, measure: str = "value", height: int = HEIGHT
) -> Spec:
    """One small line of `measure` (value, higher is up | rank, 1 is up), its two ends in bold.

    `frame`: one row per period; columns period (int), framework, and `measure` (missing: a gap).  A dotted
    upright marks a change of framework.
    """
    known = series.with_runs(frame.assign(line=""), measure=measure)
    breaks = pd.DataFrame(series.breaks(frame, {}), columns=["edge"]).dropna()
    known["text"] = [words(f"charts.sparkline.{measure}", value=value) for value in known[measure]]
    ends = known.iloc[[0, -1]] if len(known) > 1 else known
    ends = ends.assign(align=["right", "left"][-len(ends) :] if len(ends) else [])
    years = alt.Axis(values=list(known["period"]), format="d", title=None, grid=False, domain=False, ticks=False)
    x = number("period", axis=years, scale=_scale([*known["period"], *breaks["edge"]], padding=52))
    y = number(measure, axis=None, scale=_scale(known[measure], padding=18, reverse=measure == "rank"))
    return dressed(
        _layers(x, y),
        data={
            "points": records(known, "run", "period", measure),
            "between": records(known.iloc[1:-1], "period", measure, "text"),
            "ends": records(ends, "period", measure, "text", "align"),
            "breaks": records(breaks, "edge"),
        },
        caption=caption,
        subtitle=words(f"charts.sparkline.subtitle_{measure}"),
        summary=_summary(known, measure, words),
        height=height,
        words=words,
    )


def _scale(values: Iterable[float], **properties: Any) -> alt.Scale:
    """A scale over `values`, which are named because a layer without rows (no break, two values) has no extent."""
    drawn = [float(value) for value in values] or [0.0]
    return alt.Scale(domain=[min(drawn), max(drawn)], zero=False, nice=False, **properties)


def _summary(known: pd.DataFrame, measure: str, words: Words) -> str:
    values = zip(known["period"], known[measure], strict=True)
    return "; ".join(f"{period}: {words(f'charts.sparkline.{measure}', value=value)}" for period, value in values)


def _layers(x: Channel, y: Channel) -> list[Spec]:
    at = {"x": x, "y": y}
    aside = expr("datum.align == 'left' ? 8 : -8")
    return [
        layer("breaks", "rule", {"x": x | {"field": "edge"}}, color=Colour.REST, strokeDash=[2, 3]),
        layer("points", "line", at | {"detail": name("run")}, color=Colour.MUTED, strokeWidth=2),
        layer("points", "circle", at, color=Colour.MUTED, size=26, opacity=1),
        layer("ends", "circle", at, color=Colour.ACCENT, size=70, opacity=1),
        *words_layers("between", at | {"text": name("text")}, dy=-13),
        *words_layers("ends", at | {"text": name("text")}, align=expr("datum.align"), dx=aside, fontWeight=700),
    ]
