"""A maturity profile: one row per item, a cell per level, filled as far as the unit has come."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import Channel, Spec, expr, layer, name, number, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

EDGE = 0.04
"""Room at each side of a cell, in levels."""
LEVEL_LETTERS = 16
HEAD = 44
NARROW = 420
"""Width in pixels of the plot below which a level is headed by its number alone."""


def maturity(frame: pd.DataFrame, *, levels: dict[int, str], wanted: float, caption: Caption, words: Words) -> Spec:
    """Cells from the first level to the last; the wanted level is framed, the range of the assessors a line.

    `frame`: one row per item in the order to draw; columns label, value (a level, possibly between two; NaN: not
    answered), low, high (the assessors' least and largest level; NaN: nobody alone), text (what stands at the end).
    `levels`: what each is called.
    """
    drawn = rows.with_rows(frame.assign(weight=400), name_width=rows.WIDE_NAMES)
    drawn[["y", "y1", "y2"]] += HEAD
    height, top = HEAD + rows.PITCH * len(drawn), len(levels)
    cells = _cells(drawn, list(levels))
    apart = drawn[drawn["high"] > drawn["low"]]
    x = rows.amounts("start", title="", ends=drawn["text"], domain=(0, top), form="d") | {"axis": None}
    heads = pd.DataFrame({"x": [level - 0.5 for level in levels], "text": _heads(levels), "level": list(levels)})
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={
            "cells": records(cells, "start", "end", "y1", "y2"),
            "filled": records(_filled(cells, drawn), "start", "end", "y1", "y2"),
            "wanted": records(drawn.assign(start=wanted - 1 + EDGE, end=wanted - EDGE), "start", "end", "y1", "y2"),
            "apart": records(apart.assign(start=apart["low"] - 0.5, end=apart["high"] - 0.5), "start", "end", "y"),
            "heads": records(heads, "x", "text", "level"),
            "rows": records(drawn.assign(start=float(top)), "label", "start", "y", "text", "weight"),
        },
        caption=caption,
        subtitle=words("charts.maturity.subtitle", wanted=levels[int(wanted)]),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _heads(levels: dict[int, str]) -> list[str]:
    return [wrapped(f"{level}. {said}", LEVEL_LETTERS) for level, said in levels.items()]


def _cells(drawn: pd.DataFrame, levels: list[int]) -> pd.DataFrame:
    cells = drawn.merge(pd.DataFrame({"level": levels}), how="cross")
    return cells.assign(start=cells["level"] - 1 + EDGE, end=cells["level"] - EDGE)


def _filled(cells: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    """The part of each cell that the value covers: half of the third for 2.5."""
    reached = cells["value"].clip(upper=cells["level"]) - EDGE
    return cells.assign(end=reached)[reached > cells["start"]]


def _layers(x: Channel, height: float) -> list[Spec]:
    y, across = pixels("y", height=height), {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    cell = across | {"x": x, "x2": {"field": "end"}}
    head = {"x": number("x") | {"scale": x["scale"], "axis": None}, "y": {"value": 4}}
    said = expr(f"width < {NARROW} ? format(datum.level, 'd') : datum.text")
    end = {"x": x, "y": y, "text": name("text")}
    return [
        layer("cells", "rect", cell, fill=Colour.WASH, stroke=Colour.FAINT),
        layer("filled", "rect", cell, fill=Colour.ACCENT),
        layer("wanted", "rect", cell, fill=None, stroke=Colour.INK, strokeWidth=1.5, strokeDash=[4, 3]),
        layer("apart", "rule", {"x": x, "x2": {"field": "end"}, "y": y}, color=Colour.INK, strokeWidth=3),
        *words_layers("heads", head, halo=False, text=said, baseline="top", lineHeight=rows.LINE, style="quiet"),
        *words_layers("rows", end, halo=False, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
