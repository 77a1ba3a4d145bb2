"""The strongest and the weakest indicators of a province, each with its rank among all."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, expr, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

COLOURS = {"strongest": Colour.GAIN, "weakest": Colour.LOSS}


def strengths(frame: pd.DataFrame, *, of: int, caption: Caption, words: Words) -> Spec:
    """A point per indicator on an axis of ranks, best at the right, under the two headings.

    `frame`: one row per indicator in the order to draw, the strongest first; columns label, side (strongest |
    weakest), rank (Int64), value (0..1, NaN when only the rank is known), basis (published | computed |
    derived).  `of`: units of the universe.
    """
    drawn = rows.with_rows(_with_headings(frame, of, words))
    points = as_points(drawn[drawn["rank"].notna()].assign(colour=lambda all_: all_["side"].map(COLOURS)))
    height = rows.PITCH * len(drawn)
    x = rows.amounts("rank", title=words("charts.axis.rank"), ends=points["text"], domain=(of * 1.04, 1), form="d")
    x["axis"].values = [1, round(of / 3), round(2 * of / 3), of]
    return dressed(
        [*_layers(x, height, of), *rows.row_names("names", height=height)],
        data={
            "names": records(drawn, "label", "y", "weight"),
            "points": records(points, "rank", "y", "text", "colour", "fill", "shape"),
        },
        caption=caption,
        subtitle=words("charts.strengths.subtitle", of=of) + note(points["basis"], words, marks="points"),
        summary=told(records(points, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _with_headings(frame: pd.DataFrame, of: int, words: Words) -> pd.DataFrame:
    """The rows with their text, a bold heading before each side."""
    parts = []
    for side, group in frame.groupby("side", sort=False):
        parts.append(pd.DataFrame({"label": [words(f"charts.strengths.{side}")], "weight": [700]}))
        text = [_text(row, of, words) for row in group.to_dict("records")]
        parts.append(group.assign(text=text, weight=400))
    columns = ["label", "side", "rank", "value", "basis", "text", "weight"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def _text(row: dict, of: int, words: Words) -> str:
    key = "rank" if pd.isna(row["value"]) else "rank_and_value"
    return words(f"charts.strengths.{key}", rank=row["rank"], of=of, value=row["value"])


def _layers(x: Channel, height: float, of: int) -> list[Spec]:
    at = {"x": x, "y": pixels("y", height=height), "color": as_given("colour")}
    dot = at | {"fill": as_given("fill"), "stroke": as_given("colour"), "shape": as_given("shape")}
    del dot["color"]
    text = at | {"text": name("text")}
    return [
        layer("points", "rule", at | {"x2": {"datum": of * 1.04}}, strokeWidth=3),
        layer("points", "point", dot, size=150, opacity=1, strokeWidth=2),
        *words_layers("points", text, align="left", dx=13, dy=rows.centred("text"), fontWeight=expr("700")),
    ]
