"""What is known: for each indicator and period, how many of the units have a value, and of what kind."""

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import (
    Channel,
    Spec,
    as_measured,
    dash_of,
    layer,
    name,
    number,
    pixels,
    records,
    told,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PITCH = 34
HEAD = 30
KINDS = ("published", "computed", "derived")


def coverage(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """A grid of small bars, indicators down and periods across: the filled share of a cell is what is known.

    `frame`: one row per indicator and period that the framework has; columns label (indicator), period_label
    (both in the order to draw), published, computed, derived (counts of units with a value of that kind), of
    (units of the universe).  A pair without a row does not exist in that period: its cell stays blank.
    """
    labels = pd.DataFrame({"label": list(dict.fromkeys(frame["label"]))})
    places = rows.with_rows(labels, pitch=PITCH, name_width=26)
    periods = {label: i for i, label in enumerate(dict.fromkeys(frame["period_label"]))}
    cells = frame.merge(places.assign(key=labels["label"]).drop(columns="label"), left_on="label", right_on="key")
    cells = cells.assign(left=cells["period_label"].map(periods) + 0.04)
    height = HEAD + PITCH * len(places)
    x = number("left", axis=None, scale=alt.Scale(domain=[0, max(len(periods), 1)], nice=False))
    counts = records(_shifted(_counts(cells, words)), "label", "period_label", "left", "y", "text")
    heads = [{"left": i + 0.5, "text": label} for label, i in periods.items()]
    return dressed(
        [*_layers(x, height), *rows.row_names("names", height=height)],
        data={
            "cells": records(_shifted(cells.assign(full=cells["left"] + 0.9)), "left", "full", "y1", "y2"),
            "bars": records(_shifted(_bars(cells)), "left", "right", "y1", "y2", "opacity", "edge"),
            "counts": counts,
            "names": records(_shifted(places.assign(weight=400)), "label", "y", "weight"),
            "heads": heads,
        },
        caption=caption,
        subtitle=words("charts.coverage.subtitle"),
        summary=told(counts, "label", "period_label", "text"),
        height=height,
        words=words,
    )


def _shifted(placed: pd.DataFrame) -> pd.DataFrame:
    """The rows below the head of the grid; the bar (y1, y2) lies under its count."""
    middle = placed["y"] + HEAD
    return placed.assign(y=middle, y1=middle + 6, y2=middle + 13)


def _bars(cells: pd.DataFrame) -> pd.DataFrame:
    """One stretch per cell and kind, one after the other: left, right, opacity and edge by kind."""
    stretches = []
    left = cells["left"]
    for kind, opacity, edge in zip(KINDS, (1.0, 0.45, 0.15), ("solid", "solid", "dashed"), strict=True):
        right = left + 0.9 * cells[kind] / cells["of"]
        stretch = cells.assign(left=left, right=right, opacity=opacity, edge=edge)
        stretches.append(stretch[cells[kind] > 0])
        left = right
    return pd.concat(stretches, ignore_index=True)


def _counts(cells: pd.DataFrame, words: Words) -> pd.DataFrame:
    known = cells[list(KINDS)].sum(axis=1)
    text = [words("charts.coverage.count", known=n, of=of) for n, of in zip(known, cells["of"], strict=True)]
    return cells.assign(left=cells["left"] + 0.45, text=text)


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"x": x, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    bar = across | {"x2": {"field": "right"}, "fillOpacity": as_measured("opacity")}
    count = {"x": x, "y": pixels("y", height=height), "text": name("text")}
    head = {"x": x, "y": {"value": 12}, "text": name("text")}
    look = {"fill": Colour.RIVAL_1, "stroke": Colour.RIVAL_1, "strokeDash": dash_of("edge"), "opacity": 1}
    return [
        layer("cells", "rect", across | {"x2": {"field": "full"}}, fill=Colour.WASH, stroke=Colour.FAINT),
        layer("bars", "rect", bar, strokeWidth=1, **look),
        *words_layers("counts", count, halo=False, dy=-4),
        *words_layers("heads", head, halo=False, fontWeight=700),
    ]
