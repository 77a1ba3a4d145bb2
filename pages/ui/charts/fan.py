"""A short series and where it may go: known values, then a middle line in two bands that widen."""

import altair as alt
import pandas as pd

from pages.ui.charts import series, tips
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, layer, name, number, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import DASHES, Colour

HEIGHT = 260
BANDS = (("p05", "p95", 0.14), ("p25", "p75", 0.22))
"""Edges and opacity: nine in ten and one in two outcomes."""


def fan(frame: pd.DataFrame, *, caption: Caption, words: Words, height: int = HEIGHT) -> Spec:
    """`frame`: one row per period in order; columns period (int), value (0..1; the middle where it is yet to come),
    basis (published | computed | derived; missing where yet to come), p05, p25, p75, p95 (missing where known)."""
    coming = frame["basis"].isna()
    edges = [edge for low, high, _ in BANDS for edge in (low, high)]
    last = frame[~coming].index[-1]
    ahead = frame.loc[last:].assign(**{edge: frame[edge].fillna(frame["value"]) for edge in edges})
    known = as_points(frame[~coming].assign(colour=Colour.ACCENT))
    written = frame.assign(text=[_text(row, words) for row in frame.to_dict("records")])
    low, high = frame[["value", *edges]].min(axis=None) - 0.03, frame[["value", *edges]].max(axis=None) + 0.05
    y = number("value", axis=alt.Axis(title=words("charts.axis.value"), format=".2f", tickCount=6),
               scale=alt.Scale(domain=[max(low, 0.0), min(high, 1.0)], nice=False, zero=False))  # fmt: skip
    return dressed(
        _layers(series.period_axis(list(frame["period"])), y, words),
        data={
            "known": records(known, "period", "value", "colour", "fill", "shape"),
            "ahead": records(ahead, "period", "value", *edges),
            "written": records(written, "period", "value", "text"),
        },
        caption=caption,
        subtitle=words("charts.fan.subtitle") + note(frame["basis"].dropna(), words, marks="points"),
        summary=told(records(written, "period", "text"), "period", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, words: Words) -> str:
    key = "known" if pd.isna(row["p05"]) else "ahead"
    return words(f"charts.fan.{key}", value=row["value"], low=row["p05"], high=row["p95"])


def _layers(x: Channel, y: Channel, words: Words) -> list[Spec]:
    at = {"x": x, "y": y}
    looks = {"fill": as_given("fill"), "stroke": as_given("colour"), "shape": as_given("shape")}
    bands = [
        layer("ahead", "area", at | {"y": y | {"field": low}, "y2": {"field": high}}, color=Colour.ACCENT, opacity=pale)
        for low, high, pale in BANDS
    ]
    return [
        *bands,
        layer("ahead", "line", at, color=Colour.ACCENT, strokeWidth=2, strokeDash=list(DASHES["dashed"])),
        layer("known", "line", at, color=Colour.ACCENT, strokeWidth=3.5),
        layer("known", "point", at | looks | {"tooltip": [tips.value(words)]}, size=70, opacity=1, strokeWidth=2),
        *words_layers("written", at | {"text": name("text")}, style="strong", dy=-16, color=Colour.ACCENT),
    ]
