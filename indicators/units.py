"""Provinces change: the 63 units until 30 June 2025, the 34 since, and the way between them (method §9).

Codes are looked up within their universe: new codes reuse codes of other old units (24 is Bắc Giang among
the 63 and Bắc Ninh among the 34), so old and new units are joined by the merger table only.
"""

from __future__ import annotations

import pandas as pd

from indicators.errors import UnknownNames


def successors(mergers: pd.DataFrame) -> pd.Series:
    """The unit of the 34 that each unit of the 63 became: `new_code` indexed by `old_code`."""
    return mergers.set_index("old_code")["new_code"]


def successor(code: str, mergers: pd.DataFrame) -> str:
    """The unit of the 34 that `code` (of the 63) became. Raises UnknownNames."""
    found = mergers.loc[mergers["old_code"] == code, "new_code"]
    if found.empty:
        raise UnknownNames(kind="unit", names=[code], where="63")
    return str(found.iloc[0])


def constituents(code: str, mergers: pd.DataFrame) -> list[str]:
    """The units of the 63 that became `code` (of the 34), the namesake first. Raises UnknownNames."""
    found = mergers[mergers["new_code"] == code]
    if found.empty:
        raise UnknownNames(kind="unit", names=[code], where="34")
    namesake = found["old_name_vi"] == found["new_name_vi"]
    return [*found.loc[namesake, "old_code"], *found.loc[~namesake, "old_code"]]


def predecessor(code: str, mergers: pd.DataFrame) -> str:
    """Where a switch from the 34 back to the 63 leads: the constituent of the same name."""
    return constituents(code, mergers)[0]


def backcast(values: pd.DataFrame, *, mergers: pd.DataFrame) -> pd.DataFrame:
    """Values of the 34 units before they existed: the unweighted mean of their constituents.

    The ministry's own rule for DTI 2024, there applied to the main indicators; a mean of sums is the sum of
    means, so the index follows it too. `values`: the 63 units × indicators (0..1); result: the 34 units ×
    the same indicators, NaN wherever one constituent has no value.
    """
    new_code = successors(mergers).reindex(values.index)
    groups = values.groupby(new_code)
    return groups.mean().where(groups.count().eq(groups.size(), axis=0))
