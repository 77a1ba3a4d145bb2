"""How far the indicators go along with one another: every correlation in its cell, shaded by its band."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import LINE_BREAK, Spec, as_given, layer, name, number, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import SCALE, SCALE_INK, Colour

PITCH = 44
HEAD_LETTERS = 14
STEPS = {"weak": 0, "fine": 2, "redundant": 5}
"""The step of the scale that shades a band; all other cells stay white."""
FRAMES = {"negative": Colour.LOSS, "unknown": Colour.FAINT}
FIELDS = ("row", "column", "x", "x2", "middle", "y", "y1", "y2", "text", "fill", "stroke", "ink")


def correlation_map(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """The pairs below the diagonal of a square.

    `frame`: one row per pair of indicators, in order of the column, then the row; columns column, row (labels), r
    (−1..1, NaN unknown), band (negative | weak | fine | redundant | unknown).
    """
    columns, below = (list(dict.fromkeys(frame[side])) for side in ("column", "row"))
    heads = [{"middle": place + 0.5, "text": wrapped(label, HEAD_LETTERS)} for place, label in enumerate(columns)]
    top = 8 + rows.LINE * max((str(head["text"]).count(LINE_BREAK) + 1 for head in heads), default=1)
    names = rows.with_rows(pd.DataFrame({"label": below}), pitch=PITCH)
    names["y"] += top
    height = top + PITCH * len(below)
    cells = _cells(frame, columns, dict(zip(below, names["y"], strict=True)), words)
    return dressed(
        [*_layers(len(columns), height), *rows.row_names("names", height=height)],
        data={"cells": records(cells, *FIELDS), "names": records(names, "label", "y"), "heads": heads},
        caption=caption,
        subtitle=words("charts.correlation_map.subtitle"),
        summary=told(records(cells, "column", "row", "text"), "column", "row", "text"),
        height=height,
        words=words,
    )


def _cells(frame: pd.DataFrame, columns: Sequence[str], y: dict[str, float], words: Words) -> pd.DataFrame:
    """Adds the place of each pair (x, x2, middle in columns; y, y1, y2 in pixels), its words and its looks."""
    x, middle = frame["column"].map({label: place for place, label in enumerate(columns)}), frame["row"].map(y)
    step = [STEPS.get(band) for band in frame["band"]]
    return frame.assign(
        x=x,
        x2=x + 1,
        middle=x + 0.5,
        y=middle,
        y1=middle - PITCH / 2,
        y2=middle + PITCH / 2,
        text=["–" if pd.isna(r) else words("charts.correlation_map.r", r=r) for r in frame["r"]],
        fill=[Colour.PAGE if place is None else SCALE[place] for place in step],
        ink=[Colour.INK if place is None else SCALE_INK[place] for place in step],
        stroke=[FRAMES.get(band, Colour.PAGE) for band in frame["band"]],
    )


def _layers(columns: int, height: float) -> list[Spec]:
    x = number("x", axis=None, scale=alt.Scale(domain=[0, columns], nice=False))
    middle = {"x": x | {"field": "middle"}, "text": name("text")}
    place = {"x": x, "x2": {"field": "x2"}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    inside = middle | {"y": pixels("y", height=height), "color": as_given("ink")}
    return [
        layer("cells", "rect", place | {"fill": as_given("fill"), "stroke": as_given("stroke")}, strokeWidth=2),
        *words_layers("cells", inside, halo=False, style="strong"),
        *words_layers("heads", middle | {"y": {"value": 6}}, halo=False, lineHeight=rows.LINE),
    ]
