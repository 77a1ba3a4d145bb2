"""Where in the country are the strong and the weak? The same figures on tiles or on shapes."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl import maps
from etl.text import Texts
from pages.ui.charts.caption import Caption
from pages.ui.charts.geo_map import geo_map
from pages.ui.charts.tile_map import tile_map
from pages.ui.drawn import Drawn
from pages.ui.selection import Selection
from pages.ui.source_line import source_line

TILES, SHAPES = "tiles", "shapes"
FORMS = (TILES, SHAPES)
TABLE = [
    *("rank", "of", "province", "region", "value", "basis", "rank_published", "rank_change", "coverage"),
    *("source_kind", "n_sources", "source_url", "workbook", "sheet", "cell"),
]


def ranking_map(
    rows: pd.DataFrame, *, form: str, chosen: Selection, title: str, decrees: Mapping[str, str], texts: Texts
) -> Drawn:
    """The units of `rows` (of `units`, whole or one region) on a map; by value, or by rank where no value is known."""
    figures = rows.assign(framework=chosen.framework, period=chosen.period)
    source = source_line(figures, decrees, texts)
    if form == SHAPES:
        source = f"{source} {texts('rankings.shapes_source')}"
    asked = {
        "archipelagos": maps.archipelagos(texts.lang),
        "chosen": chosen.province,
        "of": chosen.universe,
        "caption": Caption(title=title, source=source),
        "words": texts,
        "measure": "value" if rows["value"].notna().any() else "rank",
        "against": chosen.against,
    }
    shown = rows.assign(rank=rows["place"])
    if form == SHAPES:
        chart = geo_map(shown, shapes=maps.shapes(chosen.universe), **asked)
    else:
        chart = tile_map(shown, tiles=maps.tiles(chosen.universe), **asked)
    table = rows[TABLE]
    return Drawn.of(chart, table.dropna(axis="columns", how="all"))
