"""Provinces by indicators: every value in its cell, darker is higher."""

import altair as alt
import pandas as pd

from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import LINE_BREAK, Spec, as_given, expr, layer, name, pixels, records, told, words_layers
from pages.ui.charts.shades import colour_channel, domain_of, ink_on
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PITCH = 20
LINE = 15
HEAD_LETTERS = 13


def heatmap(frame: pd.DataFrame, *, chosen: str, caption: Caption, words: Words) -> Spec:
    """One row per province, one column per indicator, the value in the cell; the chosen province is framed.

    `frame`: one row per province and indicator, both in the order to draw; columns province_code, province (the
    name shown), group (heading above the provinces of a region, "" for none; a group's rows stand together),
    indicator, label, value (0..1; NaN: the cell stays blank with a dash), basis (published | computed |
    derived: anything but published carries an asterisk).
    """
    columns = frame.drop_duplicates("indicator")
    heads = records(columns.assign(text=columns["label"].map(_head)), "indicator", "text")
    top = 10 + LINE * max((head["text"].count(LINE_BREAK) + 1 for head in heads), default=1)
    names, groups = _places(frame, chosen, top)
    height = top + PITCH * (len(names) + len(groups)) + 2
    cells = frame.merge(names[["province_code", "y", "y1", "y2"]], on="province_code")
    domain = domain_of(cells["value"], measure="value", of=len(names))
    cells["text"] = [_text(value, basis, words) for value, basis in zip(cells["value"], cells["basis"], strict=True)]
    cells["ink"] = [ink_on(value, domain) for value in cells["value"]]
    marked = (cells["basis"] != "published") & cells["value"].notna()
    return dressed(
        _layers(height, domain, [head["indicator"] for head in heads], words),
        data={
            "cells": records(cells, "province", "label", "indicator", "value", "text", "ink", "y", "y1", "y2"),
            "heads": heads,
            "names": records(names, "province", "y", "weight", "colour"),
            "groups": records(groups, "group", "y"),
            "frame": records(names[names["province_code"] == chosen], "y1", "y2"),
        },
        caption=caption,
        subtitle=words("charts.heatmap.subtitle") + ("; " + words("charts.heatmap.asterisk") if marked.any() else ""),
        summary=told(records(cells[cells["province_code"] == chosen], "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _head(label: str) -> str:
    return wrapped(label, HEAD_LETTERS)


def _places(frame: pd.DataFrame, chosen: str, top: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of provinces (y, y1, y2, weight, colour) and of group headings (group, y), from top to bottom."""
    names = frame.drop_duplicates("province_code")[["province_code", "province", "group"]].reset_index(drop=True)
    begins = (names["group"] != names["group"].shift()) & (names["group"] != "")
    y = top + PITCH * (pd.Series(range(len(names)), dtype=float) + begins.cumsum() + 0.5)
    is_chosen = names["province_code"] == chosen
    placed = names.assign(
        y=y,
        y1=y - PITCH / 2,
        y2=y + PITCH / 2,
        weight=is_chosen.map({True: 700, False: 400}),
        colour=is_chosen.map({True: Colour.ACCENT, False: Colour.INK}),
    )
    groups = placed.assign(y=placed["y"] - PITCH)[begins]
    return placed, groups


def _text(value: float, basis: str, words: Words) -> str:
    if pd.isna(value):
        return "–"
    return words("charts.heatmap.value", value=value) + ("" if basis == "published" else "*")


def _layers(height: float, domain: tuple[float, float], order: list[str], words: Words) -> list[Spec]:
    x = name("indicator", axis=None, sort=order, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    y, across = pixels("y", height=height), {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    tips = [
        name("province", title=words("charts.axis.province")),
        name("label", title=words("charts.axis.indicator")),
        name("text", title=words("charts.axis.value")),
    ]
    shade = colour_channel("value", domain, title=words("charts.axis.value"), form=".2f")
    side = {"x": {"value": 0}, "y": y}
    chosen = across | {"x": {"value": 0}, "x2": {"value": "width"}}
    return [
        layer("cells", "rect", across | {"x": x, "color": shade, "tooltip": tips}, stroke=Colour.PAGE, invalid=None),
        *words_layers("cells", {"x": x, "y": y, "text": name("text"), "color": as_given("ink")}, halo=False),
        *words_layers("heads", {"x": x, "y": {"value": 6}, "text": name("text")}, halo=False, lineHeight=LINE),
        *words_layers(
            "names",
            side | {"text": name("province"), "color": as_given("colour")},
            halo=False,
            align="right",
            dx=-8,
            fontWeight=expr("datum.weight"),
        ),
        *words_layers("groups", side | {"text": name("group")}, halo=False, style="quiet", align="left", dx=2),
        layer("frame", "rect", chosen, fill=None, stroke=Colour.ACCENT, strokeWidth=2.5),
    ]
