"""The map of shapes, shaded like the tiles, with both archipelagos marked and named."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pages.ui.charts import tips
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import Records, Spec, expr, layer, name, number, pick, records, words_layers
from pages.ui.charts.shades import Domain, colour_channel, domain_of
from pages.ui.charts.tile_map import FORMS, figures, map_summary
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

HEIGHT = 760


def geo_map(
    frame: pd.DataFrame,
    *,
    shapes: Mapping[str, Any],
    archipelagos: pd.DataFrame,
    chosen: str,
    of: int,
    caption: Caption,
    words: Words,
    measure: str = "value",
    against: Iterable[str] = (),
    height: int = HEIGHT,
) -> Spec:
    """Provinces as shapes, shaded by `measure` (value | rank); a click is the selection `pick` on province_code.

    `frame`: as for the tile map: province_code, province, value (0..1, NaN), rank (Int64, NA).  `shapes`: a
    GeoJSON FeatureCollection whose features carry properties.province_code; their licence's attribution
    belongs into the caption's source.  `archipelagos`: columns label (the name shown), longitude, latitude.
    """
    domain = domain_of(frame[measure], measure=measure, of=of)
    worded = frame.assign(figure=figures(frame[measure], measure=measure, words=words))
    edges = dict.fromkeys(against, 2.0) | {chosen: 3.5}
    return dressed(
        _layers(domain, measure, words),
        data={
            "shapes": _features(worded, shapes, edges),
            "islands": records(archipelagos, "label", "longitude", "latitude"),
        },
        caption=caption,
        subtitle=words(f"charts.map.subtitle.{measure}"),
        summary=map_summary(worded),
        height=height,
        words=words,
    )


def _features(frame: pd.DataFrame, shapes: Mapping[str, Any], edges: Mapping[str, float]) -> Records:
    """The shapes with their province's figures beside the geometry; those with an edge last, on top."""
    shown = records(frame, "province_code", "province", "value", "rank", "figure")
    rows = {row["province_code"]: row for row in shown}
    features = [
        {"type": "Feature", "geometry": feature["geometry"], "edge": edges.get(code, 0.0), **rows[code]}
        for feature in shapes["features"]
        if (code := feature["properties"]["province_code"]) in rows
    ]
    return sorted(features, key=lambda feature: feature["edge"])


def _layers(domain: Domain, measure: str, words: Words) -> list[Spec]:
    shade = colour_channel(measure, domain, title=words(f"charts.axis.{measure}"), form=FORMS[measure])
    stroke = expr(f"datum.edge ? '{Colour.ACCENT}' : '{Colour.REST}'")
    shape = {
        "stroke": stroke,
        "strokeWidth": expr("datum.edge || 0.5"),
        "cursor": "pointer",
        "strokeJoin": "round",
        "invalid": None,
    }
    spot = {"longitude": number("longitude"), "latitude": number("latitude")}
    shapes = pick(layer("shapes", "geoshape", {"fill": shade, "tooltip": tips.of_province(words)}, **shape))
    return [
        shapes | {"projection": {"type": "mercator"}},
        layer("islands", "point", spot, shape="diamond", size=60, stroke=Colour.INK, fill=Colour.PAGE),
        *words_layers("islands", spot | {"text": name("label")}, halo=False, dy=16),
    ]
