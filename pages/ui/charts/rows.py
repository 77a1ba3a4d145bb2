"""Charts of horizontal rows: a name at the left, marks, words at the end; one row for each thing."""

from collections.abc import Sequence

import pandas as pd

from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import Spec, expr, name, number, pixels, words_layers

PITCH = 34
NAME_WIDTH = 24
"""Letters in a line of a row's name."""


def with_rows(frame: pd.DataFrame, *, pitch: float = PITCH, top: float = 0) -> pd.DataFrame:
    """Adds y (centre), y1 and y2 (edges of a bar), in pixels, in the order of the frame; label wrapped."""
    centres = [top + pitch * (i + 0.5) for i in range(len(frame))]
    bar = pitch * 0.29
    return frame.assign(
        y=centres,
        y1=[centre - bar for centre in centres],
        y2=[centre + bar for centre in centres],
        label=[wrapped(label, NAME_WIDTH) for label in frame["label"]],
    )


def row_names(data: str, *, height: float) -> list[Spec]:
    """The names (fields label, y) to the left of the plot; bold where field weight says so."""
    encoding = {"x": {"value": 0}, "y": pixels("y", height=height), "text": name("label")}
    weight = expr("datum.weight || 400")
    # Words of two lines hang from their first: half a line up centres them on the bar.
    rise = expr("indexof(datum.label, '\\n') < 0 ? 0 : -8")
    return words_layers(data, encoding, halo=False, align="right", dx=-8, dy=rise, fontWeight=weight, lineHeight=15)


def amounts(field: str, *, title: str, domain: Sequence[float] | None = None, form: str = ",.0f") -> Spec:
    """The x channel of the rows."""
    scale = {"zero": domain is None, "nice": domain is None} | ({"domain": list(domain)} if domain else {})
    return number(field, axis={"title": title, "format": form, "tickCount": 5}, scale=scale)
