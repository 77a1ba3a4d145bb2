"""The vocabulary the charts are written in: layers, channels and rows of a Vega-Lite specification.

Axes, scales and legends are Altair's classes, which know the names of their properties. What holds them is written down
at once: Altair's own charts copy and check themselves at each step, 40 ms a chart against 5 here, and charts are due at
each change of a filter. The tests check every chart against Altair's schema.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd
from altair.utils.schemapi import SchemaBase

from pages.ui.theme import DASHES

Spec = dict[str, Any]
"""A chart as Altair writes it down: the Vega-Lite specification that a page or a picture draws."""
Channel = dict[str, Any]
"""A channel of an encoding; a plain dict, so that one channel is told from another by `|`."""
Records = list[dict[str, Any]]
LINE_BREAK = "\n"
PICKED = "picked"
"""The name of the layer that a click picks from."""


def records(frame: pd.DataFrame, *columns: str) -> Records:
    """The named columns of `frame` as plain rows; NaN and NA become None."""
    read = ([None if pd.isna(value) else value for value in frame[column].tolist()] for column in columns)
    return [dict(zip(columns, row, strict=True)) for row in zip(*read, strict=True)]


def told(rows: Records, *fields: str) -> str:
    """The fields of each row in one line of text: what a chart says to those who do not see it."""
    return "; ".join(" ".join(str(row[field]).replace(LINE_BREAK, " ") for field in fields) for row in rows)


def layer(data: str, mark: str, encoding: Mapping[str, Any], **properties: Any) -> Spec:
    """One layer: `mark` with `properties` over the rows that the chart holds under the name `data`."""
    return {"data": {"name": data}, "mark": {"type": mark} | properties, "encoding": dict(encoding)}


def plain(part: Any) -> Any:
    """A part of a specification as plain values, Altair's objects in it written down."""
    if isinstance(part, SchemaBase):
        return part.to_dict(validate=False)
    if isinstance(part, dict):
        return {key: plain(value) for key, value in part.items()}
    return [plain(value) for value in part] if isinstance(part, list | tuple) else part


def number(field: str, **properties: Any) -> Channel:
    """A channel of numbers from `field`."""
    return {"field": field, "type": "quantitative"} | properties


def name(field: str, **properties: Any) -> Channel:
    """A channel of names (categories, words) from `field`."""
    return {"field": field, "type": "nominal"} | properties


def as_given(field: str) -> Channel:
    """A channel whose field holds the very thing to draw: a colour, a dash, a shape."""
    return {"field": field, "type": "nominal", "scale": None}


def as_measured(field: str) -> Channel:
    """A channel whose field holds the very number to draw with: a size, a width, an opacity."""
    return {"field": field, "type": "quantitative", "scale": None}


def expr(expression: str) -> Spec:
    """A mark property worked out per row, in Vega's expression language."""
    return {"expr": expression}


def dash_of(field: str) -> Spec:
    """A mark property: the pattern that `field` names (rows cannot hold it: lists do not reach a browser)."""
    patterns = json.dumps({pattern: list(dashes) for pattern, dashes in DASHES.items()})
    return expr(f"{patterns}[datum.{field}]")


def pixels(field: str, *, height: float) -> Channel:
    """A y channel whose unit is the pixel, 0 at the top: for charts that lay out their own rows."""
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    return number(field, axis=None, scale=scale)


def words_layers(data: str, encoding: Mapping[str, Any], *, halo: bool = True, **mark: Any) -> list[Spec]:
    """Words (channel `text` of `encoding`), over a white edge that keeps them readable across lines."""
    mark = {"style": "label", "lineBreak": LINE_BREAK} | mark
    edge = {channel: given for channel, given in encoding.items() if channel not in ("color", "tooltip")}
    under = [layer(data, "text", edge, **(mark | {"style": [mark["style"], "halo"]}))] if halo else []
    return [*under, layer(data, "text", encoding, **mark)]


def pick(marks: Spec) -> Spec:
    """The layer `marks` with the point selection `pick`: a click gives the province_code of the mark."""
    return marks | {"name": PICKED}


def picked(layers: Sequence[Spec]) -> Spec:
    """The selection of a chart one of whose layers can be picked; nothing where none can."""
    if all(marks.get("name") != PICKED for marks in layers):
        return {}
    click = {"type": "point", "fields": ["province_code"]}
    return {"params": [{"name": "pick", "select": click, "views": [PICKED]}]}
