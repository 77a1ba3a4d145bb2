"""Values over periods: where a line may run, where it must break, and what stands above it.

A line joins two points only when their periods follow one another within one framework.
"""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.labels import spread, wrapped
from pages.ui.charts.marks import (
    Channel,
    Records,
    Spec,
    as_given,
    as_measured,
    dash_of,
    expr,
    layer,
    name,
    number,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import RIVAL_DASHES, RIVALS, Colour

APART = 17
"""Pixels from one name to the next."""
ABOVE = -16
"""Where the decrees in force are named: pixels above the plot."""
NARROW = 420
"""A plot of fewer pixels has no room for two names of decrees side by side."""


def with_runs(frame: pd.DataFrame, *, measure: str) -> pd.DataFrame:
    """Rows of `frame` (line, period, framework) with `measure`, and `run`: a new one at each gap or break."""
    known = frame.dropna(subset=[measure]).sort_values(["line", "period"], kind="stable")
    before = known.groupby("line", sort=False)[["period", "framework"]].shift()
    joined = (known["period"] - before["period"] == 1) & (known["framework"] == before["framework"])
    return known.assign(run=(~joined).cumsum())


def chosen_on_top(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the chosen unit last: what is drawn last lies on top."""
    return frame.sort_values("role", key=lambda role: role == "chosen", kind="stable")


def with_looks(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds colour, dash, width by `role`: chosen, rival (up to five, in order), mean, region, best, rest."""
    rivals = list(dict.fromkeys(frame.loc[frame["role"] == "rival", "line"]))[: len(RIVALS)]
    looks = {line: (RIVALS[i], RIVAL_DASHES[i], 2.0) for i, line in enumerate(rivals)}
    by_role = {
        "chosen": (Colour.ACCENT, "solid", 3.5),
        "mean": (Colour.MUTED, "dashed", 1.5),
        "region": (Colour.MUTED, "sparse", 1.5),
        "best": (Colour.MUTED, "solid", 1.5),
    }
    other = (Colour.FAINT, "solid", 1.0)
    drawn = [
        looks.get(line) or by_role.get(role, other) for line, role in zip(frame["line"], frame["role"], strict=True)
    ]
    colour, dash, width = zip(*drawn, strict=True) if drawn else ((), (), ())
    return frame.assign(colour=list(colour), dash=list(dash), width=list(width))


def breaks(frame: pd.DataFrame, decrees: Mapping[str, str]) -> Records:
    """One row per framework, in time: middle, edge (border to the one before; None: the first), text.

    step: 0, 1, 2 and again, for names that stand by turns on lines of their own (see `_line_of_its_own`).
    """
    periods = frame.groupby("framework")["period"].agg(["min", "max"]).sort_values("min")
    spans: Records = []
    for framework, first, last in periods.itertuples():
        edge = (spans[-1]["last"] + first) / 2 if spans else None
        text = decrees.get(str(framework), str(framework))
        middle, step = float(first + last) / 2, len(spans) % 3
        spans.append({"last": int(last), "middle": middle, "edge": edge, "text": text, "step": step})
    return spans


def gaps(frame: pd.DataFrame, *, measure: str, words: Words) -> Records:
    """Periods between the first and the last in which no line has a value: from, to, middle, text."""
    known = set(frame.dropna(subset=[measure])["period"])
    every = range(min(known, default=0), max(known, default=-1) + 1)
    text = wrapped(words("charts.gap"), 10)
    return [{"from": p - 0.4, "to": p + 0.4, "middle": p, "text": text} for p in every if p not in known]


def period_axis(periods: Sequence[int]) -> Channel:
    """The x channel: one tick for each period, room at both ends for the marks."""
    first, last = min(periods, default=0), max(periods, default=0)
    axis = alt.Axis(values=list(range(first, last + 1)), format="d", grid=False, title=None, labelPadding=6)
    scale = alt.Scale(domain=[first - 0.35, last + 0.2], nice=False, zero=False)
    return number("period", axis=axis, scale=scale)


def background(x: Channel) -> list[Spec]:
    """Bands of the periods without values (data `gaps`), borders and names of the frameworks (`breaks`)."""
    top = {"value": ABOVE}
    at = {channel: rest for channel, rest in x.items() if channel != "field"}
    band = {"x": at | {"field": "from"}, "x2": {"field": "to"}}
    border = {"x": at | {"field": "edge"}, "y": top, "y2": {"value": "height"}}
    gap = {"x": at | {"field": "middle"}, "text": name("text"), "y": {"value": 24}}
    decree = {"x": at | {"field": "middle"}, "text": name("text"), "y": top}
    return [
        layer("gaps", "rect", band, color=Colour.WASH),
        *words_layers("gaps", gap, halo=False, style="quiet", baseline="top"),
        layer("breaks", "rule", border, color=Colour.MUTED, strokeDash=[2, 3]),
        *words_layers("breaks", decree, halo=False, style="quiet", dy=_line_of_its_own(), align=_within_the_chart()),
    ]


def _line_of_its_own() -> Spec:
    """Neighbouring names never touch: every other one stands a line higher; in a narrow chart, three by turns."""
    return expr(f"-{rows.LINE} * (width < {NARROW} ? datum.step : datum.step % 2)")


def _within_the_chart() -> Spec:
    """Names stand over the middle of their periods; the first of a narrow chart would begin left of the page."""
    return expr(f"width < {NARROW} && !isValid(datum.edge) ? 'left' : 'center'")


def lines(x: Channel, y: Channel) -> Spec:
    """The lines themselves (data `points`), one for each run."""
    encoding = {
        "x": x,
        "y": y,
        "detail": name("run"),
        "color": as_given("colour"),
        "strokeWidth": as_measured("width"),
    }
    return layer("points", "line", encoding, strokeDash=dash_of("dash"), strokeCap="butt", strokeJoin="round")


def ends(
    frame: pd.DataFrame, *, measure: str, low: float, high: float, height: float, apart: float = APART
) -> pd.DataFrame:
    """The last point of each line with the place of its name at the right edge.

    Adds name_place (on the measure's axis, `apart` pixels from the other names), reaches (whether the line lasts to
    the final period: only then is its end tied to the name), weight.  `low`, `high`: the ends of the axis, `height`
    pixels apart.
    """
    last = frame.sort_values("period", kind="stable").groupby("line", sort=False).tail(1)
    gap = apart * (high - low) / height
    place = spread(list(last[measure].astype(float)), gap=gap, low=low, high=high)
    weight = (last["role"] == "chosen").map({True: 700, False: 400})
    return last.assign(name_place=place, weight=weight, reaches=last["period"] == frame["period"].max())


def end_labels(x: Channel, y: Channel) -> list[Spec]:
    """The names at the right edge (data `ends`), tied to the ends of their lines (data `ties`)."""
    edge = {"value": "width"}
    tie = {"x": x, "x2": edge, "y": y, "y2": {"field": "name_place"}, "color": as_given("colour")}
    label = {"x": edge, "y": y | {"field": "name_place"}, "text": name("text"), "color": as_given("colour")}
    weight, rise = expr("datum.weight"), rows.centred("text")
    return [
        layer("ties", "rule", tie, strokeWidth=1, opacity=0.6),
        *words_layers("ends", label, align="left", dx=6, dy=rise, fontWeight=weight, lineHeight=rows.LINE),
    ]
