"""Make sizes comparable: divide an indicator by population, area or output (Handbook step 3)."""

from __future__ import annotations

import pandas as pd

from indicators.errors import UnknownNames


def denominate(values: pd.DataFrame, denominators: pd.DataFrame, *, pairs: dict[str, str],
               per: float = 1.0) -> pd.DataFrame:  # fmt: skip
    """`values` with each column of `pairs` (indicator -> denominator's column) as indicator per `per` units.

    Rows are matched by unit; columns not in `pairs` stay as they are. A missing or non-positive denominator
    gives NaN. Raises UnknownNames for an indicator or a denominator that is not there.
    """
    _know(set(pairs), set(values.columns), kind="indicator")
    _know(set(pairs.values()), set(denominators.columns), kind="denominator")
    result = values.astype(float)
    for code, name in pairs.items():
        size = denominators[name].reindex(values.index)
        result[code] = values[code] / size.where(size > 0) * per
    return result


def _know(names: set[str], known: set[str], *, kind: str) -> None:
    if names - known:
        raise UnknownNames(kind=kind, names=sorted(names - known))
