"""Values before and after, a row for each: from where to where, by how much, and what rank follows."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

NAME_WIDTH = 34


def moved(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One row per value in the order of the frame: an empty point where it was, a full one where it goes.

    `frame`: columns label, value_from, value_to (0..1), rank_from, rank_to (Int64, NA: none), of (units).
    """
    drawn = rows.with_rows(frame, name_width=NAME_WIDTH)
    rises = drawn["value_to"] >= drawn["value_from"]
    drawn = drawn.assign(
        colour=rises.map({True: Colour.GAIN, False: Colour.LOSS}),
        end=drawn[["value_from", "value_to"]].max(axis=1),
        text=[_told(row, words) for row in drawn.to_dict("records")],
    )
    height = rows.PITCH * len(drawn)
    x = rows.amounts(
        "value_from", title=words("charts.axis.value"), ends=drawn["text"], domain=_range(drawn), form=".2f"
    )
    columns = ("label", "value_from", "value_to", "end", "text", "colour", "y")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, *columns)},
        caption=caption,
        subtitle=words("charts.moved.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _told(row: dict, words: Words) -> str:
    fields = {"before": row["value_from"], "after": row["value_to"], "change": row["value_to"] - row["value_from"]}
    values = words("charts.moved.values", **fields)
    known = not (pd.isna(row["rank_from"]) or pd.isna(row["rank_to"]))
    if not known:
        return values
    kind = "same_rank" if row["rank_from"] == row["rank_to"] else "ranks"
    ranks = {"rank_from": row["rank_from"], "rank_to": row["rank_to"], "of": row["of"]}
    return f"{values}\n{words(f'charts.moved.{kind}', **ranks)}"


def _range(drawn: pd.DataFrame) -> tuple[float, float]:
    """Ends of the axis: around what moves."""
    reached = [*drawn["value_from"], *drawn["value_to"]]
    low, high = min(reached), max(reached)
    margin = (high - low) * 0.06 or 0.01
    return max(low - margin, 0.0), min(high + margin, 1.0)


def _layers(x: Channel, height: float) -> list[Spec]:
    at = {"y": pixels("y", height=height), "x": x}
    line = at | {"x2": {"field": "value_to"}, "color": as_given("colour")}
    after = at | {"x": x | {"field": "value_to"}, "fill": as_given("colour"), "stroke": as_given("colour")}
    before = at | {"stroke": as_given("colour")}
    end = at | {"x": x | {"field": "end"}, "text": name("text")}
    return [
        layer("rows", "rule", line, strokeWidth=3, opacity=0.6),
        layer("rows", "point", before, shape="circle", fill=Colour.PAGE, size=90, opacity=1, strokeWidth=2),
        layer("rows", "point", after, shape="circle", size=90, opacity=1, strokeWidth=2),
        *words_layers("rows", end, halo=False, align="left", dx=11, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
