"""Whom to learn from: units like ours that stand higher, and units that were like ours and rose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.peers import context_peers, profile_peers, risers
from indicators.what_if import additive
from pages.ui.questions.compare.gap import Pace
from pages.ui.questions.edition import Edition

FEATURES = ["population", "grdp_per_head", "urban_share"]
ALIKE = ["rank", "province", "value", "reason"]
ROSE = ["province", "value_from", "value_to", "difference", "gained_most"]
LIKE, STARTED_LIKE = 5, 10
"""How many units count as like ours by context, and how many by where they started."""


@dataclass(frozen=True, eq=False)
class Answer:
    """`said`: the finding; `rows`: a unit each, with the reason in words."""

    said: str
    rows: pd.DataFrame


def alike(edition: Edition, context: pd.DataFrame, *, province: str, texts: Texts) -> Answer | None:
    """The units most like ours by size, economy, urbanisation and region; None where our own context is unknown.

    `context`: mart `context`.
    """
    known = context.set_index("province_code")
    if province not in known.index:
        return None
    near = context_peers(known[FEATURES], unit=province, regions=known["regions"], count=LIKE)
    codes = [province, *near["unit"]]
    same = dict(zip(near["unit"], near["same_region"], strict=True))
    figures = edition.values[edition.values["indicator"] == edition.framework.root].set_index("province_code")
    rows = pd.DataFrame({
        "rank": figures["rank"].fillna(figures["rank_published"]).reindex(codes),
        "value": figures["value"].reindex(codes),
        "province": [edition.units[code] for code in codes],
        "reason": [_context(known.loc[code], same.get(code, False), texts) for code in codes],
    })  # fmt: skip
    rows = rows.sort_values(["rank", "value"], ascending=[True, False], na_position="last", kind="stable")
    said = _alike_said(rows, edition, province, texts)
    return Answer(said, rows[ALIKE].reset_index(drop=True))


def rose(edition: Edition, pace: Pace, *, province: str, texts: Texts) -> Answer:
    """Of the units that started most like ours, those that gained more than we did, and where they gained it."""
    before, after, points = pace.before.values, pace.after.values, pace.before.max_points
    start = profile_peers(before, unit=province, weights=points, count=STARTED_LIKE)
    index = additive(before, points), additive(after, points)
    own = float(index[1][province] - index[0][province])
    found = risers(*index, peers=list(start["unit"]))
    found = found[found["rise"] > own].reset_index(drop=True)
    spoken = pace.edition.spoken_names()
    gained = (after.loc[found["unit"]] - before.loc[found["unit"]]) * points
    rows = found.assign(
        province=found["unit"].map(edition.units),
        difference=found["rise"],
        gained_most=[_gain(gained.loc[unit], spoken, texts) for unit in found["unit"]],
    )
    fields = {"province": edition.units[province], "since": str(pace.since), "until": str(pace.until), "own": own}
    key = "some" if len(rows) else "none"
    return Answer(texts(f"compare.rose.{key}", n=len(rows), of=len(start), **fields), rows[ROSE])


def _alike_said(rows: pd.DataFrame, edition: Edition, province: str, texts: Texts) -> str:
    """Where the unit stands within the group."""
    ranked = rows.dropna(subset=["rank"])
    name = edition.units[province]
    if name not in set(ranked["province"]):
        return texts("compare.alike.unranked", province=name)
    place = list(ranked["province"]).index(name) + 1
    key = "said" if len(ranked) == len(rows) else "partial"
    return texts(f"compare.alike.{key}", province=name, place=place, known=len(ranked), of=len(rows))


def _context(row: pd.Series, same_region: bool, texts: Texts) -> str:
    """The figures by which a unit is like ours."""
    told = texts(
        "compare.alike.reason",
        population=row["population"] / 1e6,
        grdp=row["grdp_per_head"],
        urban=row["urban_share"] / 100,
    )
    return texts("compare.alike.same_region", reason=told) if same_region else told


def _gain(gained: pd.Series, spoken: Mapping[str, str], texts: Texts) -> str:
    """Where most points were gained."""
    most = str(gained.idxmax())
    return texts("compare.rose.reason", part=spoken[most], points=float(gained[most]))
