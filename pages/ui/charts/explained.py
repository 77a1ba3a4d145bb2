"""How much of an uncertainty each assumption explains, by itself and together with the others."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour


def explained(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """A pale bar per assumption for its total share, solid as far as it acts alone, a line for the total's interval.

    `frame`: one row per assumption in the order to draw; columns label, first, total, total_low, total_high (0..1).
    """
    drawn = rows.with_rows(frame.assign(alone=frame["first"].clip(0, frame["total"])))
    drawn["text"] = [words("charts.explained.end", share=share) for share in drawn["total"]]
    height = rows.PITCH * len(drawn)
    most = float(max(drawn["total_high"], default=1.0))
    title = words("charts.explained.axis")
    x = rows.amounts("total", title=title, ends=drawn["text"], domain=(0, most), form=".0%")
    columns = ("label", "alone", "total", "total_low", "total_high", "y", "y1", "y2", "text")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, *columns)},
        caption=caption,
        subtitle=words("charts.explained.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _layers(x: Channel, height: float) -> list[Spec]:
    y = pixels("y", height=height)
    across = {"x2": {"datum": 0}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    interval = {"x": x | {"field": "total_low"}, "x2": {"field": "total_high"}, "y": y}
    end = {"x": x | {"field": "total_high"}, "y": y, "text": name("text")}
    return [
        layer("rows", "rect", across | {"x": x}, fill=Colour.MUTED, fillOpacity=0.28),
        layer("rows", "rect", across | {"x": x | {"field": "alone"}}, fill=Colour.MUTED),
        layer("rows", "rule", interval, color=Colour.INK, strokeWidth=1.5),
        *words_layers("rows", end, align="left", dx=7, fontWeight=700),
    ]
