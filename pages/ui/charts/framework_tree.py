"""A framework as an indented list with the points of each indicator; unknown points stay empty."""

import altair as alt
import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import LINE_BREAK, Spec, expr, layer, name, number, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

INDENT = 14
NAMES = 250
"""Pixels at the left for the names."""


def framework_tree(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One row per indicator, children under their parent, a bar for its maximum points.

    `frame`: one row per indicator; columns code, parent ("" for the root and for what stands beside the tree),
    label, points (NaN: not known).
    """
    drawn = _placed(_in_order(frame), words)
    height = float(drawn["room"].sum())
    known = drawn["points"].notna()
    most = float(drawn["points"].max()) if known.any() else 1.0
    return dressed(
        _layers(height, most, max((len(text) for text in drawn["text"]), default=0)),
        data={
            "rows": records(drawn, "label", "y", "indent", "weight", "text", "end"),
            "known": records(drawn[known], "y", "end"),
        },
        caption=caption,
        subtitle=words("charts.framework_tree.subtitle"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _placed(drawn: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Adds room (height of the row, by the lines of its name), y (its middle), indent, weight, text, end."""
    letters = (NAMES - INDENT * drawn["depth"]) / rows.LETTER
    labels = [wrapped(text, int(most)) for text, most in zip(drawn["label"], letters, strict=True)]
    room = pd.Series([14.0 + rows.LINE * (label.count(LINE_BREAK) + 1) for label in labels], dtype=float)
    branches = (drawn["depth"] == 0) & drawn["code"].isin(drawn["parent"])
    return drawn.assign(
        label=labels,
        room=room,
        y=room.cumsum() - room / 2,
        indent=drawn["depth"] * INDENT,
        weight=branches.map({True: 700, False: 400}),
        text=[_text(points, words) for points in drawn["points"]],
        end=drawn["points"].fillna(0.0),
    )


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Every row after its parent and before its parent's next sibling, with its depth (0 = no parent)."""
    children = {parent: list(group.index) for parent, group in frame.groupby("parent", sort=False)}
    order: list[tuple[int, int]] = []
    waiting = [(index, 0) for index in reversed(children.get("", []))]
    while waiting:
        index, depth = waiting.pop()
        order.append((index, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(str(frame["code"][index]), []))]
    indices, depths = zip(*order, strict=True) if order else ((), ())
    return frame.loc[list(indices)].assign(depth=list(depths)).reset_index(drop=True)


def _text(points: float, words: Words) -> str:
    if pd.isna(points):
        return words("charts.framework_tree.unknown")
    return words("charts.framework_tree.points", points=points)


def _layers(height: float, most: float, letters: int) -> list[Spec]:
    right = expr(f"width - {round(letters * rows.LETTER + 14)}")
    scale = alt.Scale(domain=[0, most], nice=False, range=[NAMES + 8, right])
    x = number("end", axis=None, scale=scale)
    y = pixels("y", height=height)
    title = {"x": {"value": 0}, "y": y, "text": name("label")}
    end = {"x": x, "y": y, "text": name("text")}
    look = {"fontWeight": expr("datum.weight"), "lineHeight": rows.LINE, "dy": rows.centred("label")}
    return [
        *words_layers("rows", title, halo=False, align="left", dx=expr("datum.indent"), **look),
        layer("known", "rule", {"x": x, "x2": {"datum": 0}, "y": y}, color=Colour.REST, strokeWidth=12),
        *words_layers("rows", end, halo=False, align="left", dx=6),
    ]
