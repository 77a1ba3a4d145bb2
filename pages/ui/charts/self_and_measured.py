"""Self-image beside measurement: one row per factor, two marks, the line between them is the finding."""

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

SIDES = ("value", "measured")


def self_and_measured(frame: pd.DataFrame, *, top: int, caption: Caption, words: Words) -> Spec:
    """Both on the levels of the instrument, 1 to `top`.

    `frame`: one row per factor in the order to draw; columns label, value (what the unit says, a level), measured
    (where the published score lies on the same scale), verdict (higher | lower | alike), text (at the end of the row).
    """
    drawn = rows.with_rows(frame, name_width=rows.WIDE_NAMES)
    drawn = drawn.assign(weight=[400 if verdict == "alike" else 700 for verdict in drawn["verdict"]])
    height = rows.PITCH * len(drawn)
    marks = pd.concat(
        [drawn.assign(level=drawn[side], side=words(f"charts.self_and_measured.{side}")) for side in SIDES]
    )
    x = rows.amounts(
        "level", title=words("charts.self_and_measured.axis"), ends=drawn["text"], domain=(1, top), form=".0f"
    )
    x["axis"].tickCount = top - 1
    return dressed(
        [*_layers(x, height, words), *rows.row_names("rows", height=height)],
        data={
            "spans": records(drawn.assign(level=drawn["value"]), "level", "measured", "y"),
            "marks": records(marks, "side", "level", "y", "label", "text"),
            "rows": records(drawn.assign(level=float(top)), "label", "level", "y", "text", "weight"),
        },
        caption=caption,
        subtitle=words("charts.self_and_measured.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _layers(x: Channel, height: float, words: Words) -> list[Spec]:
    y, sides = pixels("y", height=height), [words(f"charts.self_and_measured.{side}") for side in SIDES]
    legend = alt.Legend(title=None, orient="top", symbolSize=170, labelLimit=400)
    colours, shapes = [Colour.ACCENT, Colour.RIVAL_1], ["circle", "diamond"]
    side = {
        "color": name("side", scale=alt.Scale(domain=sides, range=colours), legend=legend),
        "shape": name("side", scale=alt.Scale(domain=sides, range=shapes), legend=legend),
    }
    tips = [name("label", title=words("charts.levels_over_time.item")), name("text", title=words("charts.axis.value"))]
    point = {"x": x, "y": y, "tooltip": tips} | side
    return [
        layer("spans", "rule", {"x": x, "x2": {"field": "measured"}, "y": y}, color=Colour.REST, strokeWidth=2),
        layer("marks", "point", point, filled=True, opacity=1, size=170, stroke=Colour.PAGE, strokeWidth=0.6),
        *words_layers(
            "rows",
            {"x": x, "y": y, "text": name("text")},
            halo=False,
            align="left",
            dx=14,
            dy=rows.centred("text"),
            lineHeight=rows.LINE,
        ),
    ]
