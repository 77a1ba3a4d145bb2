"""A short-series outlook: each unit's drift shrunk to the panel's, with a fan, tested against "no change".

With three to five yearly values no model deserves more. Refused below three comparable years: all from one
framework, because a change of edition moves values by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from indicators.errors import IndicatorError

LEAST_YEARS = 3
# Our choice: what a year's change scatters by is not learned from fewer units.
LEAST_UNITS = 10
FAN = (0.05, 0.25, 0.50, 0.75, 0.95)


class TooFewYears(IndicatorError):
    """An outlook needs `needed` comparable consecutive years with complete units; `found` are there."""

    def __init__(self, *, found: int, needed: int = LEAST_YEARS) -> None:
        self.found, self.needed = found, needed
        super().__init__(f"{found} comparable year(s), {needed} needed")


@dataclass(frozen=True)
class Drift:
    """Yearly drift in value: `own` and `shrunk` by unit, the `panel` mean, `trust` in a unit's own drift
    (0 = all panel, 1 = all own), `spread`: the standard deviation of a single year's change around it, and
    `doubt`: that of the shrunk drift itself."""

    own: pd.Series
    shrunk: pd.Series
    panel: float
    trust: float
    spread: float
    doubt: float


@dataclass(frozen=True)
class BackTest:
    """Mean absolute error, in value, of one-year forecasts of known years: by drift and by the last value.
    `forecasts`: how many were compared. `better`: whether the drift was nearer."""

    by_drift: float
    by_last_value: float
    forecasts: int

    @property
    def better(self) -> bool:
        """True when the drift beat the last value; only then is the outlook worth its ink."""
        return self.by_drift < self.by_last_value


def comparable(panel: pd.DataFrame) -> pd.DataFrame:
    """The longest run of years up to the newest that LEAST_UNITS units have complete: those years x those units.

    `panel`: period (int, ascending) x unit, values of one framework, NaN missing. No rows where even the newest year
    has too few units; whether the run is long enough for an outlook is for the caller to see.
    """
    run = panel.iloc[:0]
    for start in reversed(range(len(panel))):
        years = panel.iloc[start:].dropna(axis=1)
        if years.shape[1] < LEAST_UNITS or (np.diff(years.index) != 1).any():
            break
        run = years
    return run


def drift(panel: pd.DataFrame) -> Drift:
    """Drift of each unit of `panel` (consecutive years, ascending, x unit; units with a gap are left out).

    Shrinkage is empirical Bayes: trust = variance between units / (that + noise of a unit's own mean).
    """
    changes = panel.dropna(axis=1).diff().iloc[1:]
    own, n = changes.mean(), len(changes)
    noise = float(changes.var(ddof=1).mean()) if n > 1 else float(own.var(ddof=1))
    between = max(float(own.var(ddof=1)) - noise / n, 0.0)
    trust = between / (between + noise / n) if between > 0 else 0.0
    mean = float(own.mean())
    return Drift(own, mean + trust * (own - mean), mean, trust, noise**0.5, (trust * noise / n) ** 0.5)


def outlook(panel: pd.DataFrame, *, years: int = 2) -> pd.DataFrame:
    """Fan of the coming `years` for each unit that `panel` has complete. Raises TooFewYears.

    `panel`: period (int, ascending) x unit, values 0..1 of one framework. Grain: unit x period; columns unit,
    period, p05, p25, p50, p75, p95, within 0..1. The chance of each year adds up with the square root of the years
    ahead, the doubt about the drift with the years themselves.
    """
    _refuse_short(panel)
    moved = drift(panel)
    last = panel.iloc[-1][moved.own.index]
    tables = []
    for ahead in range(1, years + 1):
        middle, spread = last + ahead * moved.shrunk, np.hypot(moved.spread * ahead**0.5, moved.doubt * ahead)
        bands = {f"p{round(100 * share):02d}": (middle + norm.ppf(share) * spread).clip(0, 1) for share in FAN}
        tables.append(pd.DataFrame({"period": panel.index[-1] + ahead, **bands}))
    fan = pd.concat(tables).rename_axis("unit").reset_index()
    return fan.sort_values(["unit", "period"], ignore_index=True)


def back_test(panel: pd.DataFrame) -> BackTest:
    """Forecast each year from the third on out of the years before it, and compare. Raises TooFewYears."""
    _refuse_short(panel)
    complete = panel.dropna(axis=1)
    by_drift, by_last = [], []
    for year in range(2, len(complete)):
        known, came = complete.iloc[:year], complete.iloc[year]
        by_drift.append((known.iloc[-1] + drift(known).shrunk - came).abs())
        by_last.append((known.iloc[-1] - came).abs())
    return BackTest(float(np.mean(by_drift)), float(np.mean(by_last)), len(by_drift) * complete.shape[1])


def _refuse_short(panel: pd.DataFrame) -> None:
    """One unit has no drift of a panel to be shrunk to."""
    consecutive = (np.diff(panel.index) == 1).all() and panel.dropna(axis=1).shape[1] > 1
    if len(panel) < LEAST_YEARS or not consecutive:
        raise TooFewYears(found=len(panel) if consecutive else 0)
