"""What each indicator weighs beside what it really decides: an open disc and a filled one on one scale of shares."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour


def weight_influence(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One row per indicator: nominal weight (open) joined to influence (filled), both shares written at the end.

    `frame`: one row per indicator in the order to draw; columns label, weight, influence (shares of the whole; an
    influence may be negative).
    """
    drawn = rows.with_rows(frame.assign(end=frame[["weight", "influence"]].max(axis=1)))
    drawn["text"] = [
        words("charts.weight_influence.end", weight=row.weight, influence=row.influence) for row in drawn.itertuples()
    ]
    height = rows.PITCH * len(drawn)
    low = min(0.0, *drawn["influence"])
    x = rows.amounts(
        "influence",
        title=words("charts.weight_influence.axis"),
        ends=drawn["text"],
        domain=(low, float(drawn["end"].max()) * 1.04),
        form=".0%",
    )
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, "label", "weight", "influence", "end", "y", "text")},
        caption=caption,
        subtitle=words("charts.weight_influence.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _layers(x: Channel, height: float) -> list[Spec]:
    at = {"x": x, "y": pixels("y", height=height)}
    nominal = at | {"x": x | {"field": "weight"}}
    end = at | {"x": x | {"field": "end"}, "text": name("text")}
    return [
        layer("rows", "rule", at | {"x2": {"field": "weight"}}, color=Colour.REST, strokeWidth=3),
        layer("rows", "point", nominal, size=130, fill=Colour.PAGE, stroke=Colour.INK, strokeWidth=2, opacity=1),
        layer("rows", "circle", at, size=130, color=Colour.RIVAL_1, opacity=1),
        *words_layers("rows", end, align="left", dx=12),
    ]
