"""Fill gaps: off unless asked for, and every filled figure is marked (Handbook step 3).

Missing stays missing by default (method §2); an estimate is never mixed silently with a figure.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.errors import IndicatorError

ACROSS_UNITS = ("mean", "median", "group-median")
OVER_YEARS = ("latest-year", "linear")


class UnknownImputation(IndicatorError):
    """No such way to fill gaps, or it needs what was not given: `method`, `needs`."""

    def __init__(self, *, method: str, needs: str) -> None:
        self.method, self.needs = method, needs
        super().__init__(f"cannot impute by {method!r}: needs {needs}")


@dataclass(frozen=True)
class Imputed:
    """`values` with gaps filled as far as the method goes; `filled`: same shape, True where it did."""

    values: pd.DataFrame
    filled: pd.DataFrame


def impute(values: pd.DataFrame, *, method: str = "none", groups: pd.Series | None = None) -> Imputed:
    """Fill the gaps of `values` (units x indicators, or a period-then-unit index for OVER_YEARS).

    none; mean, median: of the column (within its period); group-median: of the unit's group (`groups`, by
    unit; a unit without group or a group without values stays missing); latest-year: the unit's last earlier
    figure; linear: between the unit's figures before and after, by the distance in years (inside only,
    nothing is extrapolated). Raises UnknownImputation.
    """
    filled = _fill(values, method, groups)
    return Imputed(filled, values.isna() & filled.notna())


def _fill(values: pd.DataFrame, method: str, groups: pd.Series | None) -> pd.DataFrame:
    if method == "none":
        return values.copy()
    if method in OVER_YEARS:
        return _over_years(values, method)
    if method not in ACROSS_UNITS:
        raise UnknownImputation(method=method, needs="|".join(("none", *ACROSS_UNITS, *OVER_YEARS)))
    if values.index.nlevels == 1:
        return _across_units(values, method, groups)
    parts = [_across_units(part, method, groups) for _, part in values.groupby(level=0, sort=False)]
    return pd.concat(parts).loc[values.index]


def _across_units(values: pd.DataFrame, method: str, groups: pd.Series | None) -> pd.DataFrame:
    if method != "group-median":
        return values.fillna(values.agg(method))
    if groups is None:
        raise UnknownImputation(method=method, needs="groups")
    group = groups.reindex(values.index.get_level_values(-1)).to_numpy()
    medians = values.groupby(group).transform("median")
    return values.where(values.notna(), medians)


def _over_years(values: pd.DataFrame, method: str) -> pd.DataFrame:
    if values.index.nlevels != 2:
        raise UnknownImputation(method=method, needs="an index of period and unit")
    by_unit = values.sort_index(level=0).groupby(level=1, sort=False, group_keys=False)
    if method == "latest-year":
        return by_unit.ffill().loc[values.index]
    return by_unit.apply(_between_years).loc[values.index]


def _between_years(unit: pd.DataFrame) -> pd.DataFrame:
    years = unit.set_axis(unit.index.get_level_values(0).astype(float))
    return years.interpolate(method="index", limit_area="inside").set_axis(unit.index)
