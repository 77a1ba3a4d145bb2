"""Report and treat outliers (Handbook step 3; thresholds of the JRC: |skewness| > 2 and kurtosis > 3.5).

Skewness and kurtosis are the sample-corrected G1 and G2 (excess, 0 for a normal distribution) of Joanes
& Gill 1998, as spreadsheets and COINr have them. Nothing is treated silently: `treat` returns the report
beside the values.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

Vector = np.ndarray
SKEWNESS, KURTOSIS, MOST_WINSORISED = 2.0, 3.5, 5


@dataclass(frozen=True)
class Treated:
    """`values` as treated (grain as given) and `report`, one row per indicator (see `treat`)."""

    values: pd.DataFrame
    report: pd.DataFrame


def skewness(x: Vector) -> float:
    """G1 of the values present; NaN for fewer than 3 or for a constant."""
    n, m2, m3 = _moments(x, 3)
    return np.nan if n < 3 or m2 == 0 else float(m3 / m2**1.5 * np.sqrt(n * (n - 1)) / (n - 2))


def kurtosis(x: Vector) -> float:
    """Excess G2 of the values present; NaN for fewer than 4 or for a constant."""
    n, m2, m4 = _moments(x, 4)
    if n < 4 or m2 == 0:
        return np.nan
    return float(((n + 1) * (m4 / m2**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)))


def has_outliers(x: Vector) -> bool:
    """True when |skewness| > 2 and excess kurtosis > 3.5, both at once."""
    return abs(skewness(x)) > SKEWNESS and kurtosis(x) > KURTOSIS


def winsorise(x: Vector, *, most: int = MOST_WINSORISED) -> tuple[Vector, int]:
    """Pull the furthest values in to the next one, on the side of the skew, until the test is passed.

    Returns the new vector and how many values were pulled in (at most `most`, ties counted one by one).
    """
    if skewness(x) < 0:
        mirrored, count = winsorise(-x, most=most)
        return -mirrored, count
    x, count = x.copy(), 0
    while has_outliers(x):
        furthest = x == np.nanmax(x)
        if furthest.sum() > most:
            break
        x[furthest], count = np.nanmax(x[~furthest]), int(furthest.sum())
    return x, count


def shifted_log(x: Vector) -> Vector:
    """log(x - min + 1 % of the range): the COIN Tool's log, turned round for a left-hand tail."""
    low, high = np.nanmin(x), np.nanmax(x)
    step = 0.01 * (high - low)
    return -np.log(high - x + step) if skewness(x) < 0 else np.log(x - low + step)


def report(values: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator: code, n, skewness, kurtosis, outlier (bool), and the extreme units.

    `extreme_units` names, |-separated, the units beyond 1.5 interquartile ranges (Tukey's fences).
    """
    rows = [_report_row(code, values[code]) for code in values.columns]
    return pd.DataFrame(rows, columns=["code", "n", "skewness", "kurtosis", "outlier", "extreme_units"])


def treat(values: pd.DataFrame, *, most: int = MOST_WINSORISED) -> Treated:
    """Winsorise each flagged indicator by up to `most` values, else take its shifted logarithm.

    The report has `report`'s columns, then treatment (none, winsorised, log), winsorised (a count),
    skewness_after, kurtosis_after, outlier_after.
    """
    treated = {code: _treat_vector(values[code].to_numpy(float), most) for code in values.columns}
    frame = pd.DataFrame({code: x for code, (x, _, _) in treated.items()}, index=values.index)
    after = report(frame).set_index("code")
    table = report(values).assign(
        treatment=[name for _, name, _ in treated.values()],
        winsorised=[count for _, _, count in treated.values()],
        skewness_after=after["skewness"].to_numpy(),
        kurtosis_after=after["kurtosis"].to_numpy(),
        outlier_after=after["outlier"].to_numpy(),
    )
    return Treated(frame, table)


def _treat_vector(x: Vector, most: int) -> tuple[Vector, str, int]:
    if not has_outliers(x):
        return x, "none", 0
    pulled_in, count = winsorise(x, most=most)
    if not has_outliers(pulled_in):
        return pulled_in, "winsorised", count
    return shifted_log(x), "log", 0


def _report_row(code: str, column: pd.Series) -> tuple[str, int, float, float, bool, str]:
    x = column.to_numpy(float)
    return (code, int(column.notna().sum()), skewness(x), kurtosis(x), has_outliers(x),
            "|".join(map(str, column.index[_beyond_fences(x)])))  # fmt: skip


def _beyond_fences(x: Vector) -> np.ndarray:
    if np.isnan(x).all():
        return np.zeros(x.shape, bool)
    lower, upper = np.nanquantile(x, [0.25, 0.75])
    margin = 1.5 * (upper - lower)
    return (x < lower - margin) | (x > upper + margin)


def _moments(x: Vector, order: int) -> tuple[int, float, float]:
    present = x[~np.isnan(x)]
    if present.size == 0 or present.min() == present.max():
        return present.size, 0.0, 0.0
    centred = present - present.mean()
    return present.size, float(np.mean(centred**2)), float(np.mean(centred**order))
