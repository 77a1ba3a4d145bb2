"""Small inputs of our own making, for hand-worked numbers."""

from __future__ import annotations

import pandas as pd

from indicators.framework import Framework, from_frame
from indicators.lens import Lenses
from indicators.record import Record, from_observations

COMMON = ["digital_awareness", "digital_institutions", "digital_infrastructure", "digital_human_resources", "cybersecurity"]
ACTIVITIES = {"digital_government_activity": 200, "digital_economy_activity": 150, "digital_society_activity": 150}
PILLARS = {"digital_government": 700, "digital_economy": 650, "digital_society": 650}


def tree(*rows: tuple, name: str = "F") -> Framework:
    """A framework of (code, parent, weight[, aggregation[, level]])."""
    columns = ["code", "parent", "weight", "aggregation", "level"]
    frame = pd.DataFrame([(*row, *("", "")[len(row) - 3 :]) for row in rows], columns=columns)
    return from_frame(frame.assign(direction=1), id=name)


def decision_922(name: str = "QD922-2022") -> Framework:
    """The tree of Decision 922 with its overlapping pillars and the derived block."""
    return tree(
        ("dti", "", 1000),
        ("common", "dti", 500),
        *((code, "common", 100) for code in COMMON),
        ("smart_city", "common", 0),
        ("activity", "dti", 500),
        *((code, "activity", weight) for code, weight in ACTIVITIES.items()),
        *((code, "", weight, "none", "lens_category") for code, weight in PILLARS.items()),
        ("other_common_indicators", "", 400, "none", "residual"),
        name=name,
    )


def observed(rows: list[tuple], *, framework: str = "F", period: int = 2022, universe: int = 63, **same: object) -> pd.DataFrame:
    """OBSERVATION rows of (unit, indicator, value, rank)."""
    frame = pd.DataFrame(rows, columns=["province_code", "indicator", "value", "rank_published"])
    keys = {"framework": framework, "period": period, "universe": universe}
    rest = {"basis": "published", "assessor": "published", "decimals": 4}
    return frame.assign(**(keys | rest | same)).astype({"value": float, "rank_published": "Int64", "decimals": "Int64"})


def record_of(framework: Framework, values: dict[str, dict[str, float]], *, ranks: dict | None = None, **same: object) -> Record:
    """A record of {unit: {code: value}}; `ranks` likewise."""
    ranks = ranks or {}
    rows = [
        (unit, code, of_unit.get(code), ranks.get(unit, {}).get(code))
        for unit, of_unit in values.items()
        for code in {**of_unit, **ranks.get(unit, {})}
    ]
    frame = observed(rows, framework=framework.id, **same)
    return from_observations(frame, frameworks={framework.id: framework}, units={63: pd.Index(list(values))})[0]


def lenses(*members: tuple[str, str, str], framework: str = "QD922-2022") -> Lenses:
    """Lenses of (lens, category, indicator)."""
    frame = pd.DataFrame(members, columns=["lens", "category", "indicator"]).assign(framework=framework)
    return Lenses(frame[["lens"]].drop_duplicates(), frame[["lens", "category"]].drop_duplicates(), frame)
