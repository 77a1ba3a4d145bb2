"""Several units side by side on every indicator: one row per indicator, one mark per unit."""

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import (
    Channel,
    Spec,
    as_measured,
    expr,
    layer,
    name,
    number,
    pixels,
    records,
    told,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import RIVALS, Colour

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
"""The chosen unit's mark, then those of the compared ones in their order: colour is never the only difference."""
UPRIGHTS = (
    "M-.2,-1H.2V1H-.2Z",
    "M-.2,-1H.2V-.25H-.2ZM-.2,.25H.2V1H-.2Z",
    "M-.6,-1H.6V-.65H.2V1H-.2V-.65H-.6Z",
    "M-.6,1H.6V.65H.2V-1H-.2V.65H-.6Z",
    "M-.6,-1H-.25V1H-.6ZM.25,-1H.6V1H.25Z",
    "M-.6,-1H.6V-.65H.2V.65H.6V1H-.6V.65H-.2V-.65H-.6Z",
)
"""Marks of references: an upright line, a broken one, one with a head, with a foot, a double one, one with both."""
MARGIN = 0.01
TOUCH, STEP = 0.012, 11
"""Marks nearer than this share of the scale hide each other; so many pixels apart they do not."""
WIDE = 760
"""Width in pixels from which the key takes five columns instead of two."""


def profile(frame: pd.DataFrame, *, of: int, caption: Caption, words: Words) -> Spec:
    """Values on a scale around what is shown; the chosen unit's value and rank stand at the end of each row.

    `frame`: one row per indicator and unit, indicators in the order to draw, the chosen unit first; columns label (of
    the indicator), unit (the name shown), role (chosen | rival, at most five | reference, at most six: a mean, a
    unit of the other universe), value (0..1; rows without one are left out), rank (Int64; NA: not ranked). `of`: units
    of the universe.
    """
    known = frame.dropna(subset=["value"], ignore_index=True)
    placed = rows.with_rows(pd.DataFrame({"label": list(dict.fromkeys(known["label"]))}))
    place = dict(zip(dict.fromkeys(known["label"]), placed["y"], strict=True))
    looks = _looks(frame)
    marks = known.assign(y=known["label"].map(place), size=known["unit"].map(looks.set_index("unit")["size"]))
    marks["text"] = [_text(row, of, words) for row in marks.to_dict("records")]
    own, height = marks[marks["role"] == "chosen"], rows.PITCH * len(placed)
    low, high = _range(marks["value"])
    spans, marks = _spans(marks), _apart(marks, touch=TOUCH * (high - low))
    x = rows.amounts("value", title=words("charts.axis.value"), ends=own["text"], domain=(low, high), form=".1f")
    return dressed(
        [*_layers(x, height, looks, words), *rows.row_names("names", height=height)],
        data={
            "marks": records(marks.iloc[::-1], "unit", "label", "value", "text", "y", "size"),
            "own": records(own.assign(end=high), "end", "y", "text"),
            "names": records(placed, "label", "y"),
            "spans": records(spans, "least", "most", "y"),
        },
        caption=caption,
        subtitle=words("charts.profile.subtitle"),
        summary=told(records(marks, "label", "unit", "text"), "label", "unit", "text"),
        height=height,
        words=words,
    )


def _looks(frame: pd.DataFrame) -> pd.DataFrame:
    """unit, colour, shape, size: one row per unit in the order of the frame."""
    units = frame.drop_duplicates("unit")
    of_role = {
        "chosen": zip([Colour.ACCENT], SHAPES[:1], [210], strict=True),
        "rival": zip(RIVALS, SHAPES[1:], [130] * len(RIVALS), strict=True),
        "reference": zip([Colour.MUTED] * len(UPRIGHTS), UPRIGHTS, [420] * len(UPRIGHTS), strict=True),
    }
    looks = [(unit, *next(of_role[role])) for unit, role in zip(units["unit"], units["role"], strict=True)]
    return pd.DataFrame(looks, columns=["unit", "colour", "shape", "size"])


def _range(values: pd.Series) -> tuple[float, float]:
    """Whole tenths around the values, within 0..1, so that no mark stands upon a name."""
    if values.empty:
        return 0.0, 1.0
    low, high = values.min() - MARGIN, values.max() + MARGIN
    return max(0.0, low * 10 // 1 / 10), min(1.0, -(-high * 10 // 1) / 10)


def _apart(marks: pd.DataFrame, *, touch: float) -> pd.DataFrame:
    """Units of a row whose values lie within `touch` of their neighbour's one below the other; upright marks stay."""
    units = marks[marks["role"] != "reference"].sort_values(["y", "value"], kind="stable")
    alone = (units["y"] != units["y"].shift()) | (units["value"] - units["value"].shift() > touch)
    crowd = units.groupby(alone.cumsum())["y"]
    place = crowd.cumcount() - (crowd.transform("size") - 1) / 2
    step = (rows.PITCH / crowd.transform("size")).clip(upper=STEP)
    return marks.assign(y=marks["y"].add(place * step, fill_value=0.0))


def _spans(marks: pd.DataFrame) -> pd.DataFrame:
    """From the least to the largest value of each row."""
    return marks.groupby("y", sort=False)["value"].agg(least="min", most="max").reset_index()


def _text(row: dict, of: int, words: Words) -> str:
    key = "unranked" if pd.isna(row["rank"]) else "ranked"
    return words(f"charts.profile.{key}", value=row["value"], rank=row["rank"], of=of)


def _layers(x: Channel, height: float, looks: pd.DataFrame, words: Words) -> list[Spec]:
    y, units = pixels("y", height=height), list(looks["unit"])
    columns = expr(f"width < {WIDE} ? 2 : 5")
    key = alt.Legend(title=None, orient="top", columns=columns, symbolSize=170, labelLimit=330, columnPadding=24)
    unit = {
        "color": name("unit", scale=alt.Scale(domain=units, range=list(looks["colour"])), legend=key),
        "shape": name("unit", scale=alt.Scale(domain=units, range=list(looks["shape"])), legend=key),
        "size": as_measured("size"),
    }
    tip = [
        name("unit", title=words("charts.axis.province")),
        name("label", title=words("charts.axis.indicator")),
        name("text", title=words("charts.axis.value")),
    ]
    edge = {"stroke": Colour.PAGE, "strokeWidth": 0.6}
    span = {"x": x | {"field": "least"}, "x2": {"field": "most"}, "y": y}
    end = {"x": number("end") | {"scale": x["scale"], "axis": x["axis"]}, "y": y, "text": name("text")}
    return [
        layer("spans", "rule", span, color=Colour.FAINT, strokeWidth=2),
        layer("marks", "point", {"x": x, "y": y, "tooltip": tip} | unit, filled=True, opacity=1, **edge),
        *words_layers("own", end, halo=False, align="left", dx=14, color=Colour.ACCENT, fontWeight=700),
    ]
