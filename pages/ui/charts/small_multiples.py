"""Ranks of several indicators side by side, one small panel each: the eighteen ICT Index ranks in one view."""

import altair as alt
import pandas as pd

from pages.ui.charts import series
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import (
    LINE_BREAK,
    Channel,
    as_given,
    expr,
    layer,
    name,
    number,
    pixels,
    records,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PLOT = 190
LINE = 15
NARROW = 620
"""Width in pixels below which names break sooner and years are cut to two digits."""


def small_multiples(frame: pd.DataFrame, *, of: int, caption: Caption, words: Words) -> alt.LayerChart:
    """One panel per indicator in the order of the frame: rank over the periods, 1 on top, printed in the points.

    `frame`: one row per indicator and period; columns indicator, label, period (int), framework, rank (Int64;
    NA: a gap), basis (published | computed | derived).  `of`: units of the universe.  All panels share one
    rank axis.  The panels are laid out inside one plot, so that they share whatever width there is.
    """
    panels = list(dict.fromkeys(frame["indicator"]))
    titles = _titles(frame, panels)
    top = 6 + LINE * max((title["narrow"].count(LINE_BREAK) + 1 for title in titles), default=1)
    height = top + PLOT + 24
    known = series.with_runs(frame.assign(line=frame["indicator"]), measure="rank").assign(colour=Colour.ACCENT)
    known = as_points(_placed(known, frame, panels, top))
    x = number("x", axis=None, scale=alt.Scale(domain=[0, len(panels)], nice=False))
    return dressed(
        _layers(x, height, words),
        data={
            "points": records(known, "run", "x", "y", "rank", "label", "period", "fill", "ink", "shape"),
            "titles": [title | {"y": top - 10} for title in titles],
            "years": _years(frame, panels, top),
            "frames": [{"x": i + 0.04, "x2": i + 0.96, "y": top, "y2": top + PLOT} for i in range(len(panels))],
        },
        caption=caption,
        subtitle=words("charts.small_multiples.subtitle", of=of) + note(known["basis"], words, marks="points"),
        summary=_summary(known, of),
        height=height,
        words=words,
    )


def _titles(frame: pd.DataFrame, panels: list[str]) -> list[dict]:
    labels = frame.drop_duplicates("indicator").set_index("indicator")["label"]
    return [
        {"x": i + 0.5, "wide": wrapped(labels[panel], 13), "narrow": wrapped(labels[panel], 8)}
        for i, panel in enumerate(panels)
    ]


def _across(periods: pd.Series, every: pd.Series) -> pd.Series:
    """Where in its panel (0..1) a period stands, out of `every` period of the chart."""
    first, last = every.min(), every.max()
    return 0.2 + 0.6 * (periods - first) / (last - first) if last > first else periods * 0 + 0.5


def _placed(known: pd.DataFrame, frame: pd.DataFrame, panels: list[str], top: float) -> pd.DataFrame:
    """Adds x (panel and place in it) and y (pixels; the best rank drawn is on top, the worst below)."""
    panel = known["indicator"].map({indicator: i for i, indicator in enumerate(panels)})
    rank = known["rank"].astype(float)
    lowest = max(rank.max() if len(rank) else 2, 2)
    y = top + 18 + (PLOT - 36) * (rank - 1) / (lowest - 1)
    return known.assign(x=panel + _across(known["period"], frame["period"]), y=y)


def _years(frame: pd.DataFrame, panels: list[str], top: float) -> list[dict]:
    every = pd.Series(sorted(set(frame["period"])), dtype="int64")
    places = list(zip(every, _across(every, every), strict=True))
    return [
        {"x": i + place, "y": top + PLOT + 12, "long": str(period), "short": f"’{period % 100:02d}"}
        for i in range(len(panels))
        for period, place in places
    ]


def _summary(known: pd.DataFrame, of: int) -> str:
    texts = []
    for label, panel in known.groupby("label", sort=False):
        ranks = ", ".join(f"{row.period}: {row.rank}/{of}" for row in panel.itertuples())
        texts.append(f"{label} {ranks}")
    return "; ".join(texts)


def _layers(x: Channel, height: float, words: Words) -> list[alt.Chart]:
    at = {"x": x, "y": pixels("y", height=height)}
    looks = {"fill": as_given("fill"), "shape": as_given("shape"), "stroke": {"value": Colour.ACCENT}}
    tips = [name("label", title=None), number("period", title=words("charts.axis.period"), format="d")]
    inside = at | {"text": number("rank", format="d"), "color": as_given("ink")}
    title = f"width < {NARROW} ? datum.narrow : datum.wide"
    rise = f"-{LINE} * (length(split(({title}), '\\n')) - 1)"
    year = f"width < {NARROW} ? datum.short : datum.long"
    area = expr("datum.shape == 'diamond' ? 480 : 350")
    return [
        layer("frames", "rect", at | {"x2": {"field": "x2"}, "y2": {"field": "y2"}}, color=Colour.WASH),
        *words_layers("titles", at, halo=False, text=expr(title), dy=expr(rise), lineHeight=LINE),
        layer("points", "line", at | {"detail": name("run")}, color=Colour.ACCENT, strokeWidth=2),
        layer("points", "point", at | looks | {"tooltip": tips}, size=area, opacity=1, strokeWidth=2),
        *words_layers("points", inside, halo=False, style="inside"),
        *words_layers("years", at, halo=False, style="quiet", text=expr(year)),
    ]
