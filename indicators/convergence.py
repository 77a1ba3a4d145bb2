"""Do the provinces come closer together (sigma), and do the weaker ones grow faster (beta)?

Barro & Sala-i-Martin 1992. Only over periods of one framework: across a change of edition the values do not
compare.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import linregress

from indicators.principal_components import TooFewUnits


@dataclass(frozen=True)
class Beta:
    """Yearly change regressed on the starting value: `slope` (negative = the weaker grow faster), its
    standard `error` and `p_value`, `intercept`, `r_squared`, `units` used, and `half_life`: years in which
    half of a gap would close at this pace (NaN without convergence)."""

    slope: float
    error: float
    p_value: float
    intercept: float
    r_squared: float
    units: int
    half_life: float


def sigma(panel: pd.DataFrame) -> pd.DataFrame:
    """Spread of each period over the units that have a value in all periods.

    `panel`: period x unit (values 0..1, NaN missing). Grain: period; columns units, mean, deviation (sample
    standard deviation), variation (deviation / mean), gap (best - worst).
    """
    together = panel.dropna(axis=1).T
    frame = {
        "units": together.count(),
        "mean": together.mean(),
        "deviation": together.std(ddof=1),
        "variation": together.std(ddof=1) / together.mean().replace(0.0, np.nan),
        "gap": together.max() - together.min(),
    }
    return pd.DataFrame(frame).rename_axis("period").reset_index()


def beta(before: pd.Series, after: pd.Series, *, years: int) -> Beta:
    """Absolute beta convergence between two periods `years` apart (values by unit; units in both count).

    Raises TooFewUnits below three units or when all start level.
    """
    both = pd.DataFrame({"start": before, "end": after}).dropna()
    if len(both) < 3 or both["start"].nunique() < 2:
        raise TooFewUnits(codes=["start", "end"], needed=3, found=len(both))
    fit = linregress(both["start"], (both["end"] - both["start"]) / years)
    keeps = 1 + fit.slope
    half_life = float(np.log(0.5) / np.log(keeps)) if 0 < keeps < 1 else np.nan
    return Beta(float(fit.slope), float(fit.stderr), float(fit.pvalue), float(fit.intercept),
                float(fit.rvalue**2), len(both), half_life)  # fmt: skip
