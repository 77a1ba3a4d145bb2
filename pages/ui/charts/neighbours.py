"""The units around one in rank: where each stands in a scenario, and where it stood before."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, expr, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PITCH = 30
MOVED = 0.00005
"""Values are printed with four decimals: a smaller move is none."""
MARKS = {"chosen": Colour.ACCENT, "passed": Colour.GAIN, "passed_by": Colour.LOSS, "rest": Colour.REST}
INKS = MARKS | {"rest": Colour.MUTED}


def neighbours(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """A disc per unit on its value in the scenario, a ring and a line where it stood before if that was elsewhere.

    `frame`: one row per unit, best rank first; columns province, rank, rank_before (Int64), value, value_before (0..1),
    role (chosen | passed | passed_by | rest).
    """
    looks = {"colour": frame["role"].map(MARKS), "ink": frame["role"].map(INKS)}
    drawn = frame.assign(**looks, weight=(frame["role"] == "chosen").map({True: 700, False: 400}))
    told_rows = drawn.to_dict("records")
    drawn["label"] = [words("charts.neighbours.unit", rank=row["rank"], province=row["province"]) for row in told_rows]
    drawn["text"] = [_text(row, words) for row in told_rows]
    drawn["end"] = drawn[["value", "value_before"]].max(axis=1)
    drawn = rows.with_rows(drawn, pitch=PITCH, name_width=40)
    height = PITCH * len(drawn)
    moved = drawn[(drawn["value"] - drawn["value_before"]).abs() >= MOVED]
    x = rows.amounts("value", title=words("charts.axis.value"), ends=drawn["text"], domain=_range(drawn), form=".2f")
    columns = ("label", "value", "value_before", "end", "y", "y1", "y2", "text", "colour", "ink", "weight")
    return dressed(
        [*_layers(x, height), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, *columns), "moved": records(moved, *columns)},
        caption=caption,
        subtitle=words(f"charts.neighbours.subtitle{'' if len(moved) else '_at_rest'}"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _text(row: dict, words: Words) -> str:
    key = "same" if row["rank"] == row["rank_before"] else "ranked_before"
    return words(f"charts.neighbours.{key}", value=row["value"], before=row["rank_before"])


def _range(drawn: pd.DataFrame) -> tuple[float, float]:
    reached = [*drawn["value"], *drawn["value_before"]]
    low, high = min(reached, default=0.0), max(reached, default=1.0)
    margin = (high - low) * 0.05 or 0.02
    return low - margin, high + margin


def _layers(x: Channel, height: float) -> list[Spec]:
    y = pixels("y", height=height)
    way = {"x": x | {"field": "value_before"}, "x2": {"field": "value"}, "y": y, "color": as_given("colour")}
    ring = {"x": x | {"field": "value_before"}, "y": y, "stroke": as_given("colour")}
    disc = {"x": x, "y": y, "color": as_given("colour")}
    end = {"x": x | {"field": "end"}, "y": y, "text": name("text"), "color": as_given("ink")}
    return [
        layer("moved", "rule", way, strokeWidth=2.5, opacity=0.55),
        layer("moved", "point", ring, size=60, fill=Colour.PAGE, filled=True, strokeWidth=1.6, opacity=1),
        layer("rows", "circle", disc, size=90, opacity=1),
        *words_layers("rows", end, align="left", dx=10, fontWeight=expr("datum.weight")),
    ]
