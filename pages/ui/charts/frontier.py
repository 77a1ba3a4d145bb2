"""How far one unit is from the best of its region and of the country, one row for each indicator."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import as_bars, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_measured, dash_of, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PITCH, RISE = 66, 16
"""Pixels from row to row, and how far the bars stand above the middle of theirs: the words have room below."""


def frontier(frame: pd.DataFrame, *, us: str, caption: Caption, words: Words) -> Spec:
    """A bar for the unit's value on a scale of 0 to 1, a thin tick at the best of its region, a thick one at the best
    of all; below it both are named, with the share of them that the unit reaches.

    `frame`: one row per indicator in the order to draw; columns label, value, region_best, national_best (0..1),
    region_efficiency, national_efficiency (0..1; NaN where the best is 0), region_names, national_names (of the best),
    basis (published | computed | derived). `us`: the unit's name.
    """
    drawn = as_bars(rows.with_rows(frame.assign(full=1.0, weight=400), pitch=PITCH))
    drawn["text"] = [_text(row, words) for row in drawn.to_dict("records")]
    drawn[["y", "y1", "y2"]] -= RISE
    height = PITCH * len(drawn)
    x = rows.amounts("value", title=words("charts.axis.value"), ends=[], domain=(0, 1), form=".1f")
    columns = ("label", "value", "full", "region_best", "national_best", "opacity", "edge", "text", "weight")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, *columns, "y", "y1", "y2")},
        caption=caption,
        subtitle=words("charts.frontier.subtitle", us=us) + note(drawn["basis"], words, marks="bars"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, words: Words) -> str:
    return "\n".join(_reached(row, who, words) for who in ("region", "national"))


def _reached(row: dict, who: str, words: Words) -> str:
    share, names = row[f"{who}_efficiency"], row[f"{who}_names"]
    if pd.isna(share):
        return words(f"charts.frontier.{who}_zero")
    key = "_own" if row["value"] >= row[f"{who}_best"] else ""
    return words(f"charts.frontier.{who}{key}", names=names, best=row[f"{who}_best"], share=share)


def _layers(x: Channel, height: float) -> list[Spec]:
    upright = {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    across = {"x2": {"datum": 0}} | upright
    won = across | {"x": x, "fillOpacity": as_measured("opacity")}
    below = {"x": {"value": 0}, "y": pixels("y2", height=height), "text": name("text")}
    look = {"strokeWidth": 1.5, "strokeDash": dash_of("edge"), "opacity": 1}
    return [
        layer("rows", "rect", across | {"x": x | {"field": "full"}}, fill=Colour.WASH, stroke=Colour.FAINT),
        layer("rows", "rect", won, fill=Colour.ACCENT, stroke=Colour.ACCENT, **look),
        layer("rows", "rule", {"x": x | {"field": "region_best"}} | upright, color=Colour.INK, strokeWidth=1.5),
        layer("rows", "rule", {"x": x | {"field": "national_best"}} | upright, color=Colour.INK, strokeWidth=4),
        *words_layers("rows", below, halo=False, align="left", baseline="top", dx=1, dy=5, lineHeight=rows.LINE),
    ]
