"""What a score is made of: the points won and the points lost in each part."""

import pandas as pd

from pages.ui.charts import rows
from pages.ui.charts.basis import as_bars, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Channel, Spec, as_measured, dash_of, layer, name, pixels, records, told, words_layers
from pages.ui.charts.words import Words
from pages.ui.theme import Colour


def parts(frame: pd.DataFrame, *, caption: Caption, words: Words) -> Spec:
    """One bar per part, as long as its maximum: won filled, lost empty, both written at its end.

    `frame`: one row per part in the order to draw; columns label, max_points, points (NaN: unknown, the bar
    stays empty and says so), basis (published | computed | derived).  Rows without a maximum
    (rounding) are left out.
    """
    drawn = rows.with_rows(frame[frame["max_points"] > 0])
    drawn = as_bars(drawn.assign(won=drawn["points"].fillna(0)))
    drawn["text"] = [_end_text(row, words) for row in drawn.to_dict("records")]
    height = rows.PITCH * len(drawn)
    most = float(max(drawn["max_points"], default=1))
    title = words("charts.axis.points")
    x = rows.amounts("won", title=title, ends=drawn["text"], domain=(0, most), form=",.0f")
    columns = ("label", "max_points", "won", "y", "y1", "y2", "text", "opacity", "edge")
    return dressed(
        [*_bars(x, height), *rows.row_names("parts", height=height)],
        data={"parts": records(drawn, *columns), "won": records(drawn[drawn["won"] > 0], *columns)},
        caption=caption,
        subtitle=words("charts.parts.subtitle") + note(drawn["basis"], words, marks="bars"),
        summary=told(records(drawn, "label", "text"), "label", "text"),
        height=height,
        words=words,
    )


def _end_text(row: dict, words: Words) -> str:
    if pd.isna(row["points"]):
        return words("charts.parts.unknown", most=row["max_points"])
    lost = row["max_points"] - row["points"]
    return words("charts.parts.end", points=row["points"], most=row["max_points"], lost=lost)


def _bars(x: Channel, height: float) -> list[Spec]:
    across = {"y": pixels("y1", height=height), "y2": {"field": "y2"}, "x2": {"datum": 0}}
    lost = across | {"x": x | {"field": "max_points"}}
    won = across | {"x": x, "fillOpacity": as_measured("opacity")}
    end = {"x": x | {"field": "max_points"}, "y": pixels("y", height=height), "text": name("text")}
    look = {"strokeWidth": 1.5, "strokeDash": dash_of("edge"), "opacity": 1}
    return [
        layer("parts", "rect", lost, fill=Colour.WASH, stroke=Colour.REST, strokeWidth=1),
        layer("won", "rect", won, fill=Colour.ACCENT, stroke=Colour.ACCENT, **look),
        *words_layers("parts", end, align="left", dx=7, dy=rows.centred("text"), lineHeight=rows.LINE),
    ]
