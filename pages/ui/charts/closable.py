"""A gap and the part of it that could be closed: one row per indicator in which a unit trails."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour


def closable(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One outlined bar per part as long as the points behind, filled as far as they could be closed.

    `frame`: one row per part in the order to draw; columns label, behind, closable (points, closable at most behind),
    by (the name of the unit that showed the pace; missing where none did).
    """
    drawn = rows.with_rows(frame.assign(weight=400))
    drawn["text"] = [_text(row, words) for row in drawn.to_dict("records")]
    height = rows.PITCH * len(drawn)
    most = float(max(drawn["behind"], default=1.0))
    x = rows.amounts("closable", title=words("charts.closable.axis"), ends=drawn["text"], domain=(0, most), form=",.0f")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, "label", "behind", "closable", "y", "y1", "y2", "text", "weight")},
        caption=caption,
        subtitle=words("charts.closable.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, words: Words) -> str:
    fields = {"behind": row["behind"], "closable": row["closable"], "by": row["by"]}
    return words(f"charts.closable.{'none' if pd.isna(row['by']) else 'end'}", **fields)


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"x2": {"datum": 0}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    gap = across | {"x": x | {"field": "behind"}}
    end = {"x": x | {"field": "behind"}, "y": pixels("y", height=height), "text": name("text")}
    return [
        layer("rows", "rect", gap, fill=Colour.PAGE, stroke=Colour.LOSS, strokeWidth=1.5),
        layer("rows", "rect", across | {"x": x}, fill=Colour.GAIN),
        *words_layers("rows", end, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
