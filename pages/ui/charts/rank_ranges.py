"""Between which ranks something lies: one row for each unit, or for each assumption, best at the right."""

import pandas as pd

from pages.ui.charts import rows, tips
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_given, expr, layer, name, pick, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

NAME_WIDTH = 27
"""Letters in a line of a row's name; names of units never break."""
CLOSE = 17
"""Pixels from row to row where there are many."""
MARKS = {"chosen": Colour.ACCENT, "near": Colour.INK, "rest": Colour.REST}
INKS = MARKS | {"rest": Colour.MUTED}
LOOKS = {"colour": MARKS, "ink": INKS, "weight": {"chosen": 700, "near": 700, "rest": 400}}
FIELDS = ("label", "low", "high", "rank", "y", "y1", "y2", "text", "colour", "ink", "weight")


def rank_ranges(
    frame: pd.DataFrame,
    *,
    of: int,
    caption: Caption,
    words: Words,
    at: int | None = None,
    pitch: int = rows.PITCH,
) -> Spec:
    """A bar from the worst to the best rank, a disc on the rank itself, the range in words at the end.

    `frame`: one row per thing in the order to draw; columns label, low, high (best and worst rank), rank (the disc),
    text (at the end), role (chosen | near | rest); with province_code and province a click anywhere in a row is the
    selection `pick`. `of`: units of the universe. `at`: a rank marked by a line through all rows. `pitch`: pixels of a
    row.
    """
    looks = {look: frame["role"].map(of_role) for look, of_role in LOOKS.items()}
    drawn = rows.with_rows(frame.assign(**looks), pitch=pitch, name_width=NAME_WIDTH if pitch == rows.PITCH else 40)
    height = pitch * len(drawn)
    best, worst = _ends(drawn, of, at)
    x = rows.amounts("low", title=words("charts.axis.rank"), ends=drawn["text"], domain=(worst, best), form="d")
    x["axis"].values = _ticks(best, worst)
    picks = ("province_code", "province") if "province_code" in drawn else ()
    return dressed(
        [*_layers(x, height, words, picks=bool(picks)), *rows.row_names("rows", height=height)],
        data={"rows": records(drawn, *FIELDS, *picks), "at": [] if at is None else [{"at": at}]},
        caption=caption,
        subtitle=words("charts.rank_ranges.subtitle", of=of),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _ends(drawn: pd.DataFrame, of: int, at: int | None) -> tuple[float, float]:
    """Ends of the axis, half a rank beyond all that is drawn and at least five ranks apart."""
    reached = [*drawn["low"], *drawn["high"], *([] if at is None else [at])]
    best, worst = min(reached, default=1), max(reached, default=of)
    spare = max(0, 5 - (worst - best)) / 2
    best = max(1, best - spare)
    return best - 0.6, min(of, max(worst + spare, best + 5)) + 0.6


def _ticks(best: float, worst: float) -> list[int]:
    """Whole ranks: all where they are few, else every fifth or tenth and the first."""
    step = 1 if worst - best < 16 else 5 if worst - best < 36 else 10
    return [rank for rank in range(1, int(worst) + 1) if best <= rank and (rank % step == 0 or rank == 1)]


def _layers(x: Channel, height: float, words: Words, *, picks: bool) -> list[Spec]:
    y = pixels("y", height=height)
    across = {"y": pixels("y1", height=height), "y2": {"field": "y2"}}
    bar = across | {"x": x, "x2": {"field": "high"}, "fill": as_given("colour")}
    disc = {"x": x | {"field": "rank"}, "y": y, "color": as_given("colour")}
    end = {"x": x, "y": y, "text": name("text"), "color": as_given("ink")}
    drawn = [
        layer("at", "rule", {"x": x | {"field": "at"}}, color=Colour.INK, strokeDash=[4, 3]),
        layer("rows", "rect", bar, fillOpacity=0.28),
        layer("rows", "circle", disc, size=46, opacity=1),
        *words_layers("rows", end, align="left", dx=9, dy=rows.centred("text"), fontWeight=expr("datum.weight")),
    ]
    whole = across | {"x": {"value": 0}, "x2": {"value": "width"}, "tooltip": tips.of_province(words)[:2]}
    hit = layer("rows", "rect", whole, fill=Colour.PAGE, fillOpacity=0, cursor="pointer")
    return [*drawn, pick(hit)] if picks else drawn
