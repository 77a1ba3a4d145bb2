"""All provinces as one strip of values, with the chosen one, the leader and the middle named."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from pages.ui.charts import tips
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import (
    Channel,
    Spec,
    as_given,
    as_measured,
    expr,
    layer,
    name,
    number,
    pick,
    pixels,
    records,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import RIVALS, Colour

TIER = 20
DOT = 9
POINTED = ("value", "y", "y2", "text", "align", "colour", "size", "weight")
NARROWEST = 640
"""Width in pixels for which near dots are stacked: at any larger one they only stand looser."""


def position_strip(
    frame: pd.DataFrame,
    *,
    chosen: str,
    of: int,
    caption: Caption,
    words: Words,
    against: Sequence[str] = (),
    national_mean: float | None = None,
) -> Spec:
    """One dot per province on the value axis; a click on a dot is the selection `pick` on province_code.

    `frame`: one row per province; columns province_code, province (the name shown), value (0..1; rows
    without one are left out), rank (Int64, NA when unranked).  `against`: at most five compared provinces.
    `of`: units of the universe; the subtitle says how many have a value.  `national_mean`: None leaves it out.
    """
    known = frame.dropna(subset=["value"]).sort_values("value").reset_index(drop=True)
    known["step"] = _stacked(known["value"])
    named = _named(known, chosen, against, of, words)
    middles = _middles(known, national_mean, of, words)
    half = DOT * (1 + max(known["step"].abs(), default=0))
    centre = TIER * len(named) + half
    height = centre + half + TIER * len(middles)
    known["y"] = centre + DOT * known["step"]
    named = named.assign(y=centre + DOT * named["step"], y2=TIER * (named["tier"] + 0.5))
    middles = middles.assign(y=centre - half, y2=height - TIER * (middles["tier"] + 0.5))
    axis = alt.Axis(grid=False, tickCount=6, format=".2f", title=words("charts.axis.value"))
    x = number("value", axis=axis, scale=alt.Scale(zero=False, nice=True, padding=14))
    layers = [
        *_pointers("middles", x, height, dash=[3, 3]),
        _dots(x, height, words),
        *_pointers("named", x, height, dash=[1, 0]),
    ]
    return dressed(
        layers,
        data={
            "dots": records(known, "province_code", "province", "value", "rank", "y"),
            "middles": records(middles, *POINTED),
            "named": records(named, *POINTED),
        },
        caption=caption,
        subtitle=words("charts.position_strip.subtitle", known=len(known), of=of),
        summary="; ".join([*named["text"], *middles["text"]]),
        height=height,
        words=words,
    )


def _named(known: pd.DataFrame, chosen: str, against: Sequence[str], of: int, words: Words) -> pd.DataFrame:
    """The provinces with a name on the strip (chosen, compared, leader): text, colour, size, side, tier."""
    colours = {**dict(zip(against, RIVALS, strict=False)), chosen: Colour.ACCENT}
    leader = known["province_code"].iloc[-1:]
    rows = known[known["province_code"].isin([*colours, *leader])]
    is_chosen = rows["province_code"] == chosen
    rows = rows.assign(
        text=[_unit_text(row, of, words) for row in rows.to_dict("records")],
        colour=rows["province_code"].map(colours).fillna(Colour.MUTED),
        size=is_chosen.map({True: 170, False: 90}),
        weight=is_chosen.map({True: 700, False: 400}),
    )
    return _with_sides(rows, known)


def _unit_text(row: dict, of: int, words: Words) -> str:
    ranked = "unit" if pd.isna(row["rank"]) else "ranked_unit"
    fields = {"province": row["province"], "value": row["value"], "rank": row["rank"], "of": of}
    return words(f"charts.position_strip.{ranked}", **fields)


def _middles(known: pd.DataFrame, national_mean: float | None, of: int, words: Words) -> pd.DataFrame:
    """Median (only where all units have a value) and national mean, with the same columns as the named provinces."""
    values = {"median": known["value"].median() if len(known) == of else None, "mean": national_mean}
    rows = [
        {"value": value, "text": words(f"charts.position_strip.{key}", value=value)}
        for key, value in values.items()
        if not pd.isna(value)
    ]
    frame = pd.DataFrame(rows, columns=["value", "text"]).assign(colour=Colour.MUTED, size=0, weight=400)
    return _with_sides(frame, known)


def _with_sides(rows: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Adds align (the words run inwards from their line) and tier (0 = the outermost, farthest away)."""
    middle = (known["value"].min() + known["value"].max()) / 2
    outermost = (rows["value"] - middle).abs().rank(method="first", ascending=False) - 1
    return rows.assign(align=(rows["value"] < middle).map({True: "left", False: "right"}), tier=outermost)


def _stacked(values: pd.Series) -> list[int]:
    """Steps off the centre line (0, -1, 1, -2 …), so that dots of near values do not cover one another."""
    width = values.max() - values.min()
    taken: dict[int, int] = {}
    steps = []
    for value in values:
        column = int((value - values.min()) / width * NARROWEST / DOT) if width else 0
        count = taken[column] = taken.get(column, 0) + 1
        steps.append(count // 2 * (1 if count % 2 else -1))
    return steps


def _dots(x: Channel, height: float, words: Words) -> Spec:
    dots = {"size": 52, "color": Colour.REST, "opacity": 0.8, "cursor": "pointer"}
    encoding = {"x": x, "y": pixels("y", height=height), "tooltip": tips.of_province(words)}
    return pick(layer("dots", "circle", encoding, **dots))


def _pointers(data: str, x: Channel, height: float, *, dash: list[int]) -> list[Spec]:
    """The line to, the dot and the words of everything named."""
    spot = {"x": x, "y": pixels("y", height=height), "color": as_given("colour")}
    label = spot | {"y": pixels("y2", height=height), "text": name("text")}
    aside: dict[str, Any] = {"align": expr("datum.align"), "dx": expr("datum.align == 'left' ? 6 : -6")}
    return [
        layer(data, "rule", spot | {"y2": {"field": "y2"}}, strokeDash=dash, strokeWidth=1.3),
        layer(data, "circle", spot | {"size": as_measured("size")}, opacity=1, stroke=Colour.PAGE),
        *words_layers(data, label, fontWeight=expr("datum.weight"), **aside),
    ]
