"""From one score to another: what each part added or took away."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import PALE, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import (
    Channel,
    Spec,
    as_given,
    as_measured,
    dash_of,
    layer,
    name,
    pixels,
    records,
    told,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

BAR = ("label", "start", "stop", "y", "y1", "y2", "end", "text", "fill", "opacity", "stroke", "dash", "weight")
TOTAL = {"text": None, "fill": Colour.INK, "opacity": 1.0, "stroke": Colour.INK, "dash": "solid", "weight": 700}


def bridge(
    frame: pd.DataFrame,
    *,
    from_label: str,
    from_value: float,
    to_label: str,
    to_value: float,
    caption: Caption,
    words: Words,
    unit: str = "points",
) -> Spec:
    """A waterfall from `from_value` to `to_value`: gains first, then losses, then the rest.

    `frame`: one row per part; columns label, kind (indicator | framework | coverage | merger | rounding),
    delta (in `unit`: points | value, of the same scale as the two values), and basis where some are derived.
    Parts of 0 are left out.
    `from_value` plus the deltas is `to_value`: the caller's bridge is exact.
    """
    steps = _steps(_sorted(frame), ((from_label, from_value), (to_label, to_value)), words, unit)
    height = rows.PITCH * len(steps)
    low, high = _range(steps)
    form = ",.0f" if unit == "points" else ".2f"
    title = words(f"charts.axis.{unit}")
    x = rows.amounts("start", title=title, ends=steps["text"], domain=(low, high), form=form)
    links = steps.assign(y_next=steps["y1"].shift(-1)).iloc[:-1]
    return dressed(
        [*_layers(x, height), *rows.row_names("steps", height=height)],
        data={"steps": records(steps, *BAR), "links": records(links, "stop", "y2", "y_next")},
        caption=_with_note(caption, frame, words, unit),
        subtitle="",
        summary=told(records(steps, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _steps(moved: pd.DataFrame, ends: Sequence[tuple[str, float]], words: Words, unit: str) -> pd.DataFrame:
    """The rows from top to bottom with start, stop, end (where the words stand), text and looks."""
    stops = list(itertools.accumulate(moved["delta"], initial=ends[0][1]))
    parts = [
        {"label": row["label"], "start": start, "stop": stop, "text": _signed(row["delta"], unit, words)}
        | _look(row["kind"], row["delta"], row.get("basis") == "derived")
        for row, start, stop in zip(moved.to_dict("records"), stops, stops[1:], strict=False)
    ]
    first, last = ({"label": label, "start": value, "stop": value} | TOTAL for label, value in ends)
    steps = rows.with_rows(pd.DataFrame([first, *parts, last]))
    totals = steps["text"].isna()
    steps.loc[totals, "text"] = [words(f"charts.bridge.{unit}.total", value=value) for _, value in ends]
    return steps.assign(end=steps[["start", "stop"]].max(axis=1))


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    """The parts that moved: indicators from the largest gain to the largest loss, then everything else."""
    moved = frame[frame["delta"] != 0]
    moved = moved.assign(other=moved["kind"] != "indicator")
    return moved.sort_values(["other", "delta"], ascending=[True, False], kind="stable")


def _signed(delta: float, unit: str, words: Words) -> str:
    return words(f"charts.bridge.{unit}.{'gain' if delta > 0 else 'loss'}", size=abs(delta))


def _look(kind: str, delta: float, derived: bool) -> dict:
    """Gains solid, losses outlined, everything that is no indicator's doing grey; what is derived pale and dashed."""
    if kind != "indicator":
        return {"fill": Colour.WASH, "opacity": 1.0, "stroke": Colour.MUTED, "dash": "dashed", "weight": 400}
    fill, stroke = (Colour.GAIN, Colour.GAIN) if delta > 0 else (Colour.PAGE, Colour.LOSS)
    dash, opacity = ("dashed", PALE) if derived else ("solid", 1.0)
    return {"fill": fill, "opacity": opacity, "stroke": stroke, "dash": dash, "weight": 400}


def _with_note(caption: Caption, frame: pd.DataFrame, words: Words, unit: str) -> Caption:
    """The caption, whose subtitle explains the derived bars where there are some."""
    said = caption.subtitle or words(f"charts.bridge.{unit}.subtitle")
    return replace(caption, subtitle=said + note(frame.get("basis", ()), words, marks="bars"))


def _range(steps: pd.DataFrame) -> tuple[float, float]:
    """Ends of the axis: around what moves, since the totals are marked by a line, not by a bar from zero."""
    reached = [*steps["start"], *steps["stop"]]
    low, high = min(reached), max(reached)
    margin = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    return low - margin, high + margin


def _layers(x: Channel, height: float) -> list[Spec]:
    across = {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    looks = {"fill": as_given("fill"), "fillOpacity": as_measured("opacity"), "stroke": as_given("stroke")}
    bar = across | looks | {"x": x, "x2": {"field": "stop"}}
    link = {"x": x | {"field": "stop"}, "y": pixels("y2", height=height), "y2": {"field": "y_next"}}
    text = {
        "x": x | {"field": "end"},
        "y": pixels("y", height=height),
        "text": name("text"),
        "color": as_given("stroke"),
    }
    return [
        layer("links", "rule", link, color=Colour.REST),
        layer("steps", "rect", bar, strokeWidth=2, strokeDash=dash_of("dash"), opacity=1),
        *words_layers("steps", text, align="left", dx=7, fontWeight=700),
    ]
