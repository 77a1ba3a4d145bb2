"""Ranks over the periods: the chosen province among those it is compared with."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.ui.charts import series, tips
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import spread
from pages.ui.charts.marks import Channel, Spec, as_given, expr, layer, number, records, words_layers
from pages.ui.charts.words import Words

PITCH = 22
DISC = 21
ROOM = 16
AREA = "datum.shape == 'diamond' ? 480 : 350"
TALLEST = 460


def bump(
    frame: pd.DataFrame,
    *,
    of: int,
    decrees: Mapping[str, str],
    caption: Caption,
    words: Words,
) -> Spec:
    """Rank lines, 1 on top, the rank printed in each point and the names at the right end.

    `frame`: one row per line and period; columns line (key), label (the name shown), role (chosen |
    rival, at most five | rest: thin and unnamed), period (int), framework, rank (Int64; NA: a gap, never a
    line across), basis (published | computed | derived: anything but published is an open point).  `of`: units of the
    universe.  `decrees`: framework → short name of its decree, written above its periods.
    """
    known = as_points(series.chosen_on_top(series.with_runs(series.with_looks(frame), measure="rank")))
    lowest = max(int(max(known["rank"], default=2)), 2)
    height = min(max(PITCH * lowest, 180), TALLEST)
    room = ROOM * (lowest - 1) / (height - 2 * ROOM)
    low, high = 1 - room, lowest + room
    known["place"] = _clear_of_each_other(known, gap=DISC * (high - low) / height, low=low + room, high=high - room)
    named = known[known["role"] != "rest"]
    ends = series.ends(named, measure="place", low=low, high=high, height=height)
    ends["text"] = [_end_text(row, of, words) for row in ends.to_dict("records")]
    x = series.period_axis(list(frame["period"]))
    axis = alt.Axis(title=words("charts.axis.rank"), values=[1, *range(5, of + 1, 5)], format="d")
    y = number("place", axis=axis, scale=alt.Scale(domain=[low, high], reverse=True, nice=False, zero=False))
    return dressed(
        [*series.background(x), series.lines(x, y), *series.end_labels(x, y), *_points(x, y, words)],
        data={
            "points": records(known, "run", "period", "place", "colour", "dash", "width"),
            "named": records(named, "label", "period", "rank", "place", "colour", "fill", "ink", "shape"),
            "ends": records(ends, "name_place", "text", "colour", "weight"),
            "ties": records(ends[ends["reaches"]], "period", "place", "name_place", "colour"),
            "breaks": series.breaks(frame, decrees),
            "gaps": series.gaps(frame, measure="rank", words=words),
        },
        caption=caption,
        subtitle=words("charts.bump.subtitle", of=of) + note(named["basis"], words, marks="points"),
        summary="; ".join(ends["text"]),
        height=height,
        words=words,
    )


def _clear_of_each_other(known: pd.DataFrame, *, gap: float, low: float, high: float) -> pd.Series:
    """The rank, moved where needed so that the discs of one period do not cover each other's numbers.

    Thin lines of the rest keep their true rank.
    """
    place = known["rank"].astype(float)
    for _, period in known[known["role"] != "rest"].groupby("period"):
        moved = spread(list(period["rank"].astype(float)), gap=gap, low=low, high=high)
        place.update(pd.Series(moved, index=period.index))
    return place


def _end_text(row: dict, of: int, words: Words) -> str:
    key = "end" if row["reaches"] else "earlier_end"
    return words(f"charts.bump.{key}", label=row["label"], rank=row["rank"], of=of, period=str(row["period"]))


def _points(x: Channel, y: Channel, words: Words) -> list[Spec]:
    """The rank inside its point."""
    at = {"x": x, "y": y}
    looks = {"fill": as_given("fill"), "stroke": as_given("colour"), "shape": as_given("shape")}
    inside = at | {"text": number("rank", format="d"), "color": as_given("ink")}
    return [
        layer(
            "named",
            "point",
            at | looks | {"tooltip": tips.of_line(words, tips.rank(words))},
            size=expr(AREA),
            opacity=1,
            strokeWidth=2,
        ),
        *words_layers("named", inside, halo=False, style="inside"),
    ]
