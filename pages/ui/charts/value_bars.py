"""A ranking as bars: every unit that has a value, best on top."""

from collections.abc import Sequence

import pandas as pd

from pages.ui.charts import rows, tips
from pages.ui.charts.basis import as_bars, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import (
    Channel,
    Spec,
    as_given,
    as_measured,
    dash_of,
    expr,
    layer,
    name,
    pick,
    pixels,
    records,
    told,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import RIVALS, Colour

PITCH = 21


def value_bars(
    frame: pd.DataFrame, *, chosen: str, of: int, caption: Caption, words: Words, against: Sequence[str] = ()
) -> Spec:
    """One bar per province, longest first; a click on one is the selection `pick` on province_code.

    `frame`: one row per province; columns province_code, province (the name shown), value (0..1; rows without
    one are left out), rank (Int64, NA when unranked), basis (published | computed | derived).  `of`: units of
    the universe.  `against`: at most five compared provinces.
    """
    known = frame.dropna(subset=["value"]).sort_values("value", ascending=False, kind="stable")
    colours = {**dict(zip(against, RIVALS, strict=False)), chosen: Colour.ACCENT}
    known = known.assign(
        label=[_name(row, words) for row in known.to_dict("records")],
        colour=known["province_code"].map(colours).fillna(Colour.REST),
        weight=known["province_code"].isin(list(colours)).map({True: 700, False: 400}),
        text=[words("charts.value_bars.value", value=value) for value in known["value"]],
    )
    drawn = as_bars(rows.with_rows(known, pitch=PITCH, name_width=40))
    height = PITCH * len(drawn)
    most = max(drawn["value"], default=1.0)
    x = rows.amounts("value", title=words("charts.axis.value"), ends=drawn["text"], domain=(0, most), form=".1f")
    columns = ("province_code", "province", "rank", "value", "label", "colour", "weight", "text")
    return dressed(
        [*_layers(x, height, words), *rows.row_names("bars", height=height)],
        data={"bars": records(drawn, *columns, "y", "y1", "y2", "opacity", "edge")},
        caption=caption,
        subtitle=words("charts.value_bars.subtitle", known=len(drawn), of=of)
        + note(drawn["basis"], words, marks="bars"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=max(height, PITCH),
        words=words,
    )


def _name(row: dict, words: Words) -> str:
    key = "unit" if pd.isna(row["rank"]) else "ranked_unit"
    return words(f"charts.value_bars.{key}", rank=row["rank"], province=row["province"])


def _layers(x: Channel, height: float, words: Words) -> list[Spec]:
    across = {"x": x, "x2": {"datum": 0}, "y": pixels("y1", height=height), "y2": {"field": "y2"}}
    looks = {"fill": as_given("colour"), "stroke": as_given("colour"), "fillOpacity": as_measured("opacity")}
    dash = {"strokeDash": dash_of("edge"), "strokeWidth": 1, "opacity": 1, "cursor": "pointer"}
    bar = across | looks | {"tooltip": tips.of_province(words)}
    end = {"x": x, "y": pixels("y", height=height), "text": name("text")}
    return [
        pick(layer("bars", "rect", bar, **dash)),
        *words_layers("bars", end, halo=False, align="left", dx=5, fontWeight=expr("datum.weight")),
    ]
