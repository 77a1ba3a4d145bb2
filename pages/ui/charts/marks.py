"""The vocabulary the charts are written in: layers, channels and rows of a Vega-Lite specification.

Charts are plain dicts, not Altair objects: Altair copies and checks every layer while it builds, 85 ms for a
strip of 63 provinces against 1 ms here, and a new chart is due at each change of a filter.  The tests check
every chart against Altair's schema instead.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

import pandas as pd

from pages.ui.theme import DASHES

Spec = dict[str, Any]
Records = list[dict[str, Any]]
LINE_BREAK = "\n"


def records(frame: pd.DataFrame, *columns: str) -> Records:
    """The named columns of `frame` as plain rows; NaN and NA become None."""
    kept = frame[list(columns)].astype(object)
    return cast(Records, kept.where(kept.notna(), None).to_dict("records"))


def told(rows: Records, *fields: str) -> str:
    """The fields of each row in one line of text: what a chart says to those who do not see it."""
    return "; ".join(" ".join(str(row[field]).replace(LINE_BREAK, " ") for field in fields) for row in rows)


def layer(data: str, mark: str, encoding: Mapping[str, Any], **properties: Any) -> Spec:
    """One layer: `mark` with `properties` over the rows that the chart holds under the name `data`."""
    return {"data": {"name": data}, "mark": {"type": mark} | properties, "encoding": dict(encoding)}


def number(field: str, **properties: Any) -> Spec:
    """A channel of numbers from `field`."""
    return {"field": field, "type": "quantitative"} | properties


def name(field: str, **properties: Any) -> Spec:
    """A channel of names (categories, words) from `field`."""
    return {"field": field, "type": "nominal"} | properties


def as_given(field: str) -> Spec:
    """A channel whose field holds the very thing to draw: a colour, a dash, a shape."""
    return {"field": field, "type": "nominal", "scale": None}


def as_measured(field: str) -> Spec:
    """A channel whose field holds the very number to draw with: a size, a width, an opacity."""
    return {"field": field, "type": "quantitative", "scale": None}


def expr(expression: str) -> Spec:
    """A mark property worked out per row, in Vega's expression language."""
    return {"expr": expression}


def dash_of(field: str) -> Spec:
    """A mark property: the pattern that `field` names (rows cannot hold it: lists do not reach a browser)."""
    patterns = json.dumps({pattern: list(dashes) for pattern, dashes in DASHES.items()})
    return expr(f"{patterns}[datum.{field}]")


def pixels(field: str, *, height: float) -> Spec:
    """A y channel whose unit is the pixel, 0 at the top: for charts that lay out their own rows."""
    scale = {"domain": [0, height], "reverse": True, "nice": False, "zero": False}
    return number(field, axis=None, scale=scale)


def words_layers(data: str, encoding: Mapping[str, Any], *, halo: bool = True, **mark: Any) -> list[Spec]:
    """Words (channel `text` of `encoding`), over a white edge that keeps them readable across lines."""
    mark = {"style": "label", "lineBreak": LINE_BREAK} | mark
    edge = {channel: spec for channel, spec in encoding.items() if channel not in ("color", "tooltip")}
    under = [layer(data, "text", edge, **(mark | {"style": [mark["style"], "halo"]}))] if halo else []
    return [*under, layer(data, "text", encoding, **mark)]


def pick() -> Spec:
    """The point selection `pick`: a click gives the province_code of the mark."""
    return {"name": "pick", "select": {"type": "point", "fields": ["province_code"]}}
