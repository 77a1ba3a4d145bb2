"""How far apart all units stand, year by year: a tick each, the middle two thirds shaded, the chosen unit marked."""

import pandas as pd

from pages.ui.charts import rows, tips
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PITCH = 56
MARGIN = 0.02


def dispersion(units: pd.DataFrame, years: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """`units`: one row per unit and year; columns period, province, value (0..1), role (chosen | rest). `years`: one
    row per year in the order to draw; columns period, mean, deviation (of the values)."""
    placed = rows.with_rows(years.assign(label=years["period"].astype(str), weight=700), pitch=PITCH)
    placed = placed.assign(low=placed["mean"] - placed["deviation"], high=placed["mean"] + placed["deviation"])
    placed["text"] = [_text(row, words) for row in placed.to_dict("records")]
    ticks = units.merge(placed[["period", "y", "y1", "y2"]], on="period")
    height = PITCH * len(placed)
    low, high = max(ticks["value"].min() - MARGIN, 0.0), min(ticks["value"].max() + MARGIN, 1.0)
    x = rows.amounts("value", title=words("charts.axis.value"), ends=placed["text"], domain=(low, high), form=".2f")
    own = ticks[ticks["role"] == "chosen"]
    columns = ("label", "mean", "low", "high", "end", "y", "y1", "y2", "text", "weight")
    return dressed(
        [*_layers(x, height, words), *rows.row_names("years", height=height)],
        data={
            "years": records(placed.assign(end=high), *columns),
            "units": records(ticks, "province", "value", "y1", "y2"),
            "own": records(own, "province", "value", "y"),
        },
        caption=caption,
        subtitle=words("charts.dispersion.subtitle", province=own["province"].iloc[0]),
        summary=told(records(placed, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, words: Words) -> str:
    return words("charts.dispersion.end", mean=row["mean"], deviation=row["deviation"])


def _layers(x: Channel, height: float, words: Words) -> list[Spec]:
    upright = {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    middle = {"x": x | {"field": "low"}, "x2": {"field": "high"}} | upright
    tip = [name("province", title=words("charts.axis.province")), tips.value(words)]
    spot = {"x": x, "y": pixels("y", height=height)}
    end = spot | {"x": x | {"field": "end"}, "text": name("text")}
    return [
        layer("years", "rect", middle, fill=Colour.WASH),
        layer("units", "rule", {"x": x, "tooltip": tip} | upright, color=Colour.REST, strokeWidth=1.5, opacity=0.8),
        layer("years", "rule", {"x": x | {"field": "mean"}} | upright, color=Colour.INK, strokeWidth=3),
        layer("own", "circle", spot, color=Colour.ACCENT, size=150, opacity=1, stroke=Colour.PAGE),
        *words_layers("years", end, halo=False, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
