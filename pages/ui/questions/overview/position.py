"""Where does the province stand among all? One strip, and the distance to the mean and to the leader."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.text import Texts
from indicators.trend import shown_rank
from pages.ui.charts.caption import Caption
from pages.ui.charts.position_strip import position_strip
from pages.ui.drawn import Drawn
from pages.ui.selection import Selection
from pages.ui.source_line import source_line

TABLE = ["rank", "province", "value", "basis", "rank_published", "source_kind"]


def position(
    rows: pd.DataFrame, *, chosen: Selection, name: str, decrees: Mapping[str, str], texts: Texts
) -> Drawn | None:
    """The strip of the edition's index; None where no unit's value is known.

    `rows`: marts/ranking.sql of the index, best first. `name`: of the province. The national mean is drawn only
    where every unit has a value.
    """
    values = rows["value"].dropna()
    if values.empty:
        return None
    mean = float(values.mean()) if len(values) == chosen.universe else None
    chart = position_strip(
        rows.assign(rank=shown_rank(rows)),
        chosen=chosen.province,
        of=chosen.universe,
        against=chosen.against,
        national_mean=mean,
        words=texts,
        caption=Caption(
            title=finding(rows, province=chosen.province, name=name, mean=mean, texts=texts),
            source=source_line(rows, decrees, texts),
        ),
    )
    return Drawn.of(chart, rows[TABLE])


def finding(rows: pd.DataFrame, *, province: str, name: str, mean: float | None, texts: Texts) -> str:
    """The sentence above the strip: the distance to the mean and to the leader, as far as both are known."""
    known = rows.dropna(subset=["value"]).sort_values("value", ascending=False, kind="stable")
    own = known.loc[known["province_code"] == province, "value"]
    fields = {"province": name, "known": len(known)}
    if own.empty or mean is None:
        return texts(f"overview.position.{'unknown' if own.empty else 'partial'}", **fields)
    value, leader = float(own.iloc[0]), known.iloc[0]
    if leader["province_code"] == province:
        return texts("overview.position.leads", ahead=value - float(known["value"].iloc[1]), **fields)
    distance = {"gap": abs(value - mean), "leader": leader["province"], "behind": float(leader["value"]) - value}
    return texts(f"overview.position.{'above' if value >= mean else 'below'}", **fields, **distance)
