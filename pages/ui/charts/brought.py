"""What a return brings, indicator by indicator: figures that are new, changed, gone, or as they were."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, dash_of, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

LOOKS = {
    "new": {"fill": Colour.GAIN, "stroke": Colour.GAIN, "dash": "solid"},
    "changed": {"fill": Colour.RIVAL_2, "stroke": Colour.RIVAL_2, "dash": "long"},
    "gone": {"fill": Colour.PAGE, "stroke": Colour.LOSS, "dash": "dashed"},
    "same": {"fill": Colour.FAINT, "stroke": Colour.FAINT, "dash": "solid"},
}
NAME_WIDTH = 32


def brought(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One bar per indicator in the order of the frame, as long as its figures are many; each part told at the end.

    `frame`: columns label, new, changed, gone, same (numbers of figures, whole).
    """
    named = rows.with_rows(frame, name_width=NAME_WIDTH)
    named["text"] = [_told(row, words) for row in named.to_dict("records")]
    named["total"] = named[list(LOOKS)].sum(axis=1)
    parts = _parts(named)
    height = rows.PITCH * len(named)
    title, most = words("charts.brought.axis"), max(named["total"], default=1)
    x = rows.amounts("start", title=title, ends=named["text"], domain=(0, most), form="d")
    return dressed(
        [*_layers(x, height), *rows.row_names("ends", height=height)],
        data={
            "parts": records(parts, "start", "stop", "y1", "y2", "fill", "stroke", "dash"),
            "ends": records(named, "label", "total", "text", "y"),
        },
        caption=caption,
        subtitle=words("charts.brought.subtitle"),
        summary=told(records(named, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _told(row: dict, words: Words) -> str:
    told = [words(f"charts.brought.{kind}", n=int(row[kind])) for kind in LOOKS if row[kind]]
    return " · ".join(told)


def _parts(named: pd.DataFrame) -> pd.DataFrame:
    """The pieces of the bars, each beginning where the one before ends."""
    stops = named[list(LOOKS)].cumsum(axis=1)
    pieces = [
        named[["y1", "y2"]].assign(start=stops[kind] - named[kind], stop=stops[kind], **look)
        for kind, look in LOOKS.items()
    ]
    parts = pd.concat(pieces, ignore_index=True)
    return parts[parts["stop"] > parts["start"]]


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"y": pixels("y1", height=height), "y2": {"field": "y2"}, "x": x, "x2": {"field": "stop"}}
    looks = {"fill": as_given("fill"), "stroke": as_given("stroke")}
    end = {"x": x | {"field": "total"}, "y": pixels("y", height=height), "text": name("text")}
    return [
        layer("parts", "rect", across | looks, strokeWidth=1.5, strokeDash=dash_of("dash"), opacity=1),
        *words_layers("ends", end, halo=False, align="left", dx=7),
    ]
