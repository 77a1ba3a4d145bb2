"""A province under a lens: the score of each category, its rank where there is one, and how much is covered."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import as_bars, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_measured, dash_of, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour


def lens_bars(frame: pd.DataFrame, *, of: int, caption: Caption, words: Words) -> Spec:
    """One bar per category on a full scale of 0 to 1; a category without a value says so.

    `frame`: one row per category in the lens's order; columns label, value (0..1; NaN: no member known), rank
    (Int64; NA: not ranked), coverage (0..1, points present / points mapped; NaN: nothing mapped), basis
    (published | computed | derived).  `of`: units of the universe.
    """
    drawn = as_bars(rows.with_rows(frame.assign(weight=400)))
    drawn["text"] = [_text(row, of, words) for row in drawn.to_dict("records")]
    height = rows.PITCH * len(drawn)
    x = rows.amounts("value", title=words("charts.axis.value"), ends=drawn["text"], domain=(0, 1), form=".1f")
    known = drawn.dropna(subset=["value"])
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={
            "rows": records(drawn.assign(full=1.0), "label", "full", "y", "y1", "y2", "text", "weight"),
            "bars": records(known, "value", "y1", "y2", "opacity", "edge"),
        },
        caption=caption,
        subtitle=words("charts.lens_bars.subtitle") + note(known["basis"], words, marks="bars"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, of: int, words: Words) -> str:
    if pd.isna(row["value"]):
        return words("charts.lens_bars.unknown")
    key = "unranked" if pd.isna(row["rank"]) else "ranked"
    fields = {"value": row["value"], "rank": row["rank"], "of": of, "coverage": row["coverage"]}
    return words(f"charts.lens_bars.{key}", **fields)


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"x2": {"datum": 0}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    won = across | {"x": x, "fillOpacity": as_measured("opacity")}
    end = {"x": x | {"field": "full"}, "y": pixels("y", height=height), "text": name("text")}
    look = {"strokeWidth": 1.5, "strokeDash": dash_of("edge"), "opacity": 1}
    return [
        layer("rows", "rect", across | {"x": x | {"field": "full"}}, fill=Colour.WASH, stroke=Colour.FAINT),
        layer("bars", "rect", won, fill=Colour.ACCENT, stroke=Colour.ACCENT, **look),
        *words_layers("rows", end, halo=False, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
