"""The values of one unit's indicators as bars, those of another as ticks across them."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import as_bars, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_measured, dash_of, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

LEVEL = 0.00005
"""Values are printed with four decimals: a smaller difference is none."""


def beside(frame: pd.DataFrame, *, us: str, them: str, of: int, caption: Caption, words: Words) -> Spec:
    """One bar per indicator on a full scale of 0 to 1, a tick where the other stands, both told at the end.

    `frame`: one row per indicator in the order to draw; columns label, value (0..1), rank (Int64; NA: not ranked),
    value_compared (0..1; NaN: unknown, no tick), basis (published | computed | derived). `us`, `them`: names of the
    two; `of`: units of the universe.
    """
    drawn = as_bars(rows.with_rows(frame.assign(full=1.0, weight=400)))
    drawn["text"] = [_text(row, of, words) for row in drawn.to_dict("records")]
    height = rows.PITCH * len(drawn)
    x = rows.amounts("value", title=words("charts.axis.value"), ends=drawn["text"], domain=(0, 1), form=".1f")
    columns = ("label", "value", "full", "y", "y1", "y2", "opacity", "edge", "text", "weight")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={
            "rows": records(drawn, *columns),
            "ticks": records(drawn.dropna(subset=["value_compared"]), "value_compared", "y1", "y2"),
        },
        caption=caption,
        subtitle=_subtitle(drawn, us, them, words) + note(drawn["basis"], words, marks="bars"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _subtitle(drawn: pd.DataFrame, us: str, them: str, words: Words) -> str:
    known = "subtitle" if drawn["value_compared"].notna().any() else "subtitle_alone"
    return words(f"charts.beside.{known}", us=us, them=them)


def _text(row: dict, of: int, words: Words) -> str:
    key = "unranked" if pd.isna(row["rank"]) else "ranked"
    first = words(f"charts.beside.{key}", value=row["value"], rank=row["rank"], of=of)
    if pd.isna(row["value_compared"]):
        return first
    difference = row["value"] - row["value_compared"]
    side = "level" if abs(difference) < LEVEL else "ahead" if difference > 0 else "behind"
    return first + "\n" + words(f"charts.beside.{side}", size=abs(difference))


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"x2": {"datum": 0}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    won = across | {"x": x, "fillOpacity": as_measured("opacity")}
    tick = {"x": x | {"field": "value_compared"}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    end = {"x": x | {"field": "full"}, "y": pixels("y", height=height), "text": name("text")}
    look = {"strokeWidth": 1.5, "strokeDash": dash_of("edge"), "opacity": 1}
    return [
        layer("rows", "rect", across | {"x": x | {"field": "full"}}, fill=Colour.WASH, stroke=Colour.FAINT),
        layer("rows", "rect", won, fill=Colour.ACCENT, stroke=Colour.ACCENT, **look),
        layer("ticks", "rule", tick, color=Colour.PAGE, strokeWidth=7),
        layer("ticks", "rule", tick, color=Colour.INK, strokeWidth=3.5),
        *words_layers("rows", end, halo=False, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
