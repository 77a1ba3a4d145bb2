"""The values of all units over the years, framework by framework: what is said of a whole country starts here."""

from __future__ import annotations

import pandas as pd

from indicators.outlook import LEAST_YEARS, comparable


def panels(series: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Period × unit (NaN missing) by framework, the framework with the newest year first. `series`: the mart."""
    known = series.dropna(subset=["value"])
    newest = known.groupby("framework")["period"].max().sort_values(ascending=False)
    return {str(name): _panel(known[known["framework"] == name]) for name in newest.index}


def complete_years(found: dict[str, pd.DataFrame], *, of: int) -> tuple[str, pd.DataFrame] | None:
    """The newest framework with two or more years in which every unit has a value, and those years."""
    for name, panel in found.items():
        years = panel.dropna()
        if panel.shape[1] == of and len(years) > 1:
            return name, years
    return None


def tested_years(found: dict[str, pd.DataFrame]) -> tuple[str, pd.DataFrame] | None:
    """The newest framework on whose years a forecast can be tried, and those years."""
    runs = ((name, comparable(panel)) for name, panel in found.items())
    return next(((name, run) for name, run in runs if len(run) >= LEAST_YEARS), None)


def _panel(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.pivot(index="period", columns="province_code", values="value").sort_index()
