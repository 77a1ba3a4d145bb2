"""A bridge of the engine as a chart with its table."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from etl.text import Texts
from indicators.breakdown import ROUNDING
from indicators.bridge import SCALE, Bridge
from pages.ui.charts.bridge import bridge
from pages.ui.charts.caption import Caption
from pages.ui.drawn import Drawn

LEAST_ROUNDING = 0.05
"""Charts print points with one decimal: a smaller bar of rounding would read as nothing, and stays in the table."""


def drawn(
    built: Bridge,
    *,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    from_label: str,
    to_label: str,
    caption: Caption,
    texts: Texts,
    columns: tuple[str, str] = ("points_from", "points_to"),
    derived: Collection[str] = (),
) -> Drawn:
    """The waterfall of a comparable bridge. `names`: printed name of each part and of each kind; `labels`: as charts
    have room for.

    `derived`: codes of the parts that are not published. `columns`: codes of the table's columns for the points at
    both ends.
    """
    codes = built.parts["part"]
    basis = codes.isin(list(derived)).map({True: "derived", False: "published"})
    parts = built.parts.assign(label=codes.map(labels), part_name=codes.map(names), basis=basis)
    shown = parts[(parts["part"] != ROUNDING) | (parts["delta"].abs() >= LEAST_ROUNDING)]
    chart = bridge(
        shown,
        from_label=from_label,
        from_value=built.from_value * SCALE,
        to_label=to_label,
        to_value=built.to_value * SCALE,
        caption=caption,
        words=texts,
    )
    table = parts[["part_name", "kind", "points_from", "points_to", "delta"]]
    return Drawn.of(chart, table.set_axis(["part_name", "kind", *columns, "delta"], axis=1))
