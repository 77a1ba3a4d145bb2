"""What stands around a chart: its finding, unit, source, and a text for those who cannot see it.

The words travel with the chart, in `usermeta`, so that the page (which sets them as headings that wrap) and
the picture (which draws them) say the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import altair as alt

from pages.ui import theme
from pages.ui.charts.marks import Records, Spec, picked, plain
from pages.ui.charts.words import Words


@dataclass(frozen=True)
class Caption:
    """title: the finding or the question; source: source and edition.

    subtitle (unit and direction) and description (the text alternative) override the chart's own words.
    """

    title: str
    source: str
    subtitle: str = ""
    description: str = ""


def dressed(
    layers: Sequence[Spec],
    *,
    data: Mapping[str, Records],
    caption: Caption,
    subtitle: str,
    summary: str,
    height: float,
    words: Words,
) -> Spec:
    """One chart out of its layers: as wide as its container, `height` pixels of plot, with caption and theme.

    `data`: the rows of each name that the layers draw.  `subtitle` (unit and direction) and `summary` (the
    text alternative, after the title) yield to the caption's own.
    """
    description = caption.description or f"{caption.title}. {summary or words('charts.no_value')}"
    said = Caption(caption.title, caption.source, caption.subtitle or subtitle, description)
    return picked(layers) | {
        "$schema": alt.SCHEMA_URL,
        "layer": plain(list(layers)),
        "datasets": dict(data),
        "width": "container",
        "height": round(height),
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 6, "top": 6, "bottom": 4},
        "description": description,
        "usermeta": {"caption": asdict(said)},
        "config": theme.chart_config(words.lang),
    }


def caption_of(spec: Spec) -> Caption:
    """The caption that a chart's specification carries.  Raises KeyError when it was not made by `dressed`."""
    return Caption(**spec["usermeta"]["caption"])
