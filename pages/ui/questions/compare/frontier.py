"""How far the unit is from the best of its region and of the country, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from etl.text import Texts
from indicators import frontier as engine
from indicators.strengths import finest
from pages.ui.charts.caption import Caption
from pages.ui.charts.frontier import frontier as frontier_chart
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition

TABLE = [
    "indicator_name", "value", "region_best", "region_names", "region_efficiency",
    "national_best", "national_names", "national_efficiency",
]  # fmt: skip
MOST_NAMES = 2


def frontier(edition: Edition, *, province: str, texts: Texts) -> Drawn | None:
    """The unit's finest indicators that every unit has, beside the best; None where there is none.

    The best of those that happen to be known would pass for the best of all.
    """
    values = edition.values.pivot(index="province_code", columns="indicator", values="value")
    values = values.reindex(list(edition.units))
    codes = finest(dict.fromkeys(values.columns[values.notna().all()], 1), edition.framework)
    if not codes:
        return None
    regions = edition.values.drop_duplicates("province_code").set_index("province_code")["regions"].map("|".join)
    found = engine.frontier(values[codes], regions=regions).query("unit == @province").set_index("part").loc[codes]
    basis = edition.values_of(province).set_index("indicator")["basis"]
    rows = found.assign(
        label=found.index.map(edition.value_labels(texts)), basis=basis.reindex(found.index),
        region_names=[_names(leaders, edition.units) for leaders in found["region_leaders"]],
        national_names=[_names(leaders, edition.units) for leaders in found["national_leaders"]],
    )  # fmt: skip
    caption = Caption(_title(rows, edition, province, texts), edition.source(texts, indicators=codes))
    chart = frontier_chart(rows, us=edition.units[province], caption=caption, words=texts)
    return Drawn.of(chart, rows.assign(indicator_name=rows["label"])[TABLE].reset_index(drop=True))


def _title(rows: pd.DataFrame, edition: Edition, province: str, texts: Texts) -> str:
    """In how many indicators nobody is better, and where the best of the country is farthest away."""
    best = rows["national_efficiency"] >= 1
    fields = {"province": edition.units[province], "n": len(rows), "n_best": int(best.sum())}
    known = rows.dropna(subset=["national_efficiency"])
    if best.all() or known.empty:
        return texts("compare.frontier.all", **fields)
    far = known.loc[known["national_efficiency"].idxmin()]
    fields |= {"share": far["national_efficiency"], "best": far["national_best"], "leader": far["national_names"]}
    fields |= {"indicator": edition.spoken_names()[str(far.name)], "value": far["value"]}
    return texts(f"compare.frontier.{'some' if best.any() else 'none'}", **fields)


def _names(codes: Iterable[str], units: Mapping[str, str]) -> str:
    names = [units[code] for code in codes]
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
