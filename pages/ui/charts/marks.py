"""The vocabulary the charts are written in: layers, channels and rows of an Altair chart.

Layers are made by the constructors of Altair's classes, not by its chained methods: those copy and check the chart
at each step, 70 to 110 ms a chart against 10 to 30 here, and charts are due at each change of a filter.  The tests
check every chart against Altair's schema.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from pages.ui.theme import DASHES

Spec = dict[str, Any]
"""A chart as Altair writes it down: the Vega-Lite specification that a page or a picture draws."""
Channel = dict[str, Any]
"""The arguments of Altair's class of a channel; a plain dict, so that one channel is told from another by `|`."""
Records = list[dict[str, Any]]
LINE_BREAK = "\n"


def records(frame: pd.DataFrame, *columns: str) -> Records:
    """The named columns of `frame` as plain rows; NaN and NA become None."""
    read = frame[list(columns)].to_dict("list")
    plain = ([None if pd.isna(value) else value for value in values] for values in read.values())
    return [dict(zip(columns, row, strict=True)) for row in zip(*plain, strict=True)]


def told(rows: Records, *fields: str) -> str:
    """The fields of each row in one line of text: what a chart says to those who do not see it."""
    return "; ".join(" ".join(str(row[field]).replace(LINE_BREAK, " ") for field in fields) for row in rows)


def layer(data: str, mark: str, encoding: Mapping[str, Any], **properties: Any) -> alt.Chart:
    """One layer: `mark` with `properties` over the rows that the chart holds under the name `data`."""
    return alt.Chart(
        data=alt.NamedData(name=data),
        mark=alt.MarkDef(**{"type": mark} | properties),
        encoding=alt.FacetedEncoding(**{channel: _channel(channel, given) for channel, given in encoding.items()}),
    )


def _channel(channel: str, given: Channel | Sequence[Channel]) -> Any:
    """Altair's object for a channel: `alt.X` of a field, `alt.XValue` of a value, `alt.XDatum` of a datum."""
    if not isinstance(given, dict):
        return [_channel(channel, each) for each in given]
    kind = "Value" if "value" in given else "Datum" if "datum" in given else ""
    return getattr(alt, channel[0].upper() + channel[1:] + kind)(**given)


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


def expr(expression: str) -> alt.ExprRef:
    """A mark property worked out per row, in Vega's expression language."""
    return alt.ExprRef(expr=expression)


def dash_of(field: str) -> alt.ExprRef:
    """A mark property: the pattern that `field` names (rows cannot hold it: lists do not reach a browser)."""
    patterns = json.dumps({pattern: list(dashes) for pattern, dashes in DASHES.items()})
    return expr(f"{patterns}[datum.{field}]")


def pixels(field: str, *, height: float) -> Channel:
    """A y channel whose unit is the pixel, 0 at the top: for charts that lay out their own rows."""
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    return number(field, axis=None, scale=scale)


def words_layers(data: str, encoding: Mapping[str, Any], *, halo: bool = True, **mark: Any) -> list[alt.Chart]:
    """Words (channel `text` of `encoding`), over a white edge that keeps them readable across lines."""
    mark = {"style": "label", "lineBreak": LINE_BREAK} | mark
    edge = {channel: given for channel, given in encoding.items() if channel not in ("color", "tooltip")}
    under = [layer(data, "text", edge, **(mark | {"style": [mark["style"], "halo"]}))] if halo else []
    return [*under, layer(data, "text", encoding, **mark)]


def pick(marks: alt.Chart) -> alt.Chart:
    """The layer `marks` with the point selection `pick`: a click gives the province_code of the mark."""
    click = alt.PointSelectionConfig(type="point", fields=["province_code"])
    marks.params = [alt.SelectionParameter(name="pick", select=click)]
    return marks
