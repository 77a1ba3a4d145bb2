"""Put indicators on one scale (method §2; OECD/JRC Handbook 2008, step 5).

Each rule is a function of an array with the units along its first axis, in which more is better:
`normalise` applies the direction first and then the rule. NaN stays NaN. Where every unit has the same
value min-max and z-score cannot tell them apart: they give NaN (0/0), never a made-up middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from indicators.errors import IndicatorError

Array = np.ndarray
Over = Literal["within_period", "all_periods"]
METHODS = (
    "minmax", "zscore", "percentile-rank", "rank", "goalposts", "distance-to-target",
    "distance-to-reference", "fraction-of-max", "none",
)  # fmt: skip


class CannotNormalise(IndicatorError):
    """A rule met a method, direction or parameter it cannot use: `reason`, and the `codes` it is about."""

    def __init__(self, *, reason: str, codes: Sequence[str]) -> None:
        self.reason, self.codes = reason, list(codes)
        super().__init__(f"{reason}: {', '.join(self.codes)}")


@dataclass(frozen=True)
class Rule:
    """How to normalise.

    `method` is one of METHODS; `low`, `high` are the range of min-max and of goalposts. `bounds` (index
    code; columns lower, upper on the raw scale), `targets` (index code, raw scale) and `reference` (a unit)
    are needed by goalposts, distance-to-target and distance-to-reference alone.
    """

    method: str = "none"
    low: float = 0.0
    high: float = 100.0
    bounds: pd.DataFrame | None = None
    targets: pd.Series | None = None
    reference: str | None = None


def minmax(x: Array, *, low: float = 0.0, high: float = 1.0) -> Array:
    """The worst value present becomes `low`, the best `high`; NaN where all are equal."""
    worst, best = _worst(x), _best(x)
    share = _share(x - worst, best - worst)
    return share if (low, high) == (0.0, 1.0) else low + share * (high - low)


def zscore(x: Array) -> Array:
    """Standard scores with the sample standard deviation (n - 1); NaN where it is zero or unknown."""
    n = np.count_nonzero(~np.isnan(x), axis=0)
    centred = x - _share(np.nansum(x, axis=0), n)
    deviation = np.sqrt(_share(np.nansum(centred**2, axis=0), n - 1.0))
    return _share(centred, np.where(_best(x) > _worst(x), deviation, 0.0))


def ascending_rank(x: Array) -> Array:
    """Rank from the lowest (1) to the highest value; ties take the lowest; NaN has none."""
    order = np.argsort(x, axis=0, kind="stable")
    ordered = np.take_along_axis(x, order, axis=0)
    places = np.arange(len(x)).reshape(-1, *[1] * (x.ndim - 1))
    first = np.ones(x.shape, bool)
    first[1:] = ordered[1:] != ordered[:-1]
    ranks = np.empty(x.shape)
    np.put_along_axis(ranks, order, np.maximum.accumulate(np.where(first, places, 0), axis=0) + 1.0, axis=0)
    return np.where(np.isnan(x), np.nan, ranks)


def percentile_rank(x: Array) -> Array:
    """(rank - 1) / (n - 1) in 0..1 with n the units present; NaN where only one is."""
    return _share(ascending_rank(x) - 1, np.count_nonzero(~np.isnan(x), axis=0) - 1.0)


def goalposts(x: Array, *, lower: Array | float, upper: Array | float,
              low: float = 0.0, high: float = 1.0) -> Array:  # fmt: skip
    """`lower` becomes `low` and `upper` `high`; what lies outside is set to the nearer goalpost."""
    return low + (high - low) * np.clip(_share(x - lower, np.subtract(upper, lower)), 0.0, 1.0)


def distance_to_target(x: Array, *, target: Array | float) -> Array:
    """Share of the way from the worst value present to the target; 1 for whoever reached it."""
    return np.where(x >= target, 1.0, _share(x - _worst(x), target - _worst(x)))


def distance_to_reference(x: Array, *, reference: Array | float) -> Array:
    """As distance to target but not capped: above 1 for whoever is better than the reference unit."""
    return _share(x - _worst(x), reference - _worst(x))


def fraction_of_max(x: Array) -> Array:
    """Value over the largest value present; NaN where that is not positive."""
    return _share(x, _best(x))


def fraction_of_min(x: Array) -> Array:
    """The mirror for indicators where less is better: smallest value present over value, if positive."""
    return np.where(_worst(x) > 0, _share(np.broadcast_to(_worst(x), x.shape), x), np.nan)


def normalise(values: pd.DataFrame, *, rule: Rule, directions: pd.Series,
              over: Over = "within_period") -> pd.DataFrame:  # fmt: skip
    """Apply `rule` to every column of `values` (grain: unit, or period x unit, by indicator).

    `directions` (index code, 1 or -1) is applied first, also by method "none": a -1 column enters as its
    negative. Fraction-of-max of a -1 column is smallest over value. With a two-level index whose first level
    is the period, `over` says whether units are compared within each period or over all periods together.
    Raises CannotNormalise naming every column that the rule cannot be used on.
    """
    _check(values, rule, directions)
    if values.index.nlevels == 1 or over == "all_periods":
        return _normalise_together(values, rule, directions)
    parts = [_normalise_together(part, rule, directions) for _, part in values.groupby(level=0, sort=False)]
    return pd.concat(parts).loc[values.index]


def normalise_array(x: Array, *, rule: Rule, directions: Array, codes: Sequence[str],
                    units: pd.Index) -> Array:  # fmt: skip
    """`normalise` for an array units x ... x indicators, as Monte-Carlo draws need it; nothing is checked."""
    upward = x if (directions == 1).all() else x * directions
    match rule.method:
        case "minmax":
            return minmax(upward, low=rule.low, high=rule.high)
        case "goalposts":
            lower, upper = _posts(rule, codes, directions)
            return goalposts(upward, lower=lower, upper=upper, low=rule.low, high=rule.high)
        case "distance-to-target":
            targets = pd.Series(rule.targets).loc[list(codes)].to_numpy(float)
            return distance_to_target(upward, target=targets * directions)
        case "distance-to-reference":
            return distance_to_reference(upward, reference=upward[units.get_loc(rule.reference)])
        case "fraction-of-max":
            return np.where(directions > 0, fraction_of_max(x), fraction_of_min(x))
    rules = {"zscore": zscore, "rank": ascending_rank, "percentile-rank": percentile_rank}
    return rules[rule.method](upward) if rule.method in rules else upward


def _posts(rule: Rule, codes: Sequence[str], directions: Array) -> tuple[Array, Array]:
    """Goalposts on the scale on which more is better, lower and upper per code."""
    bounds = pd.DataFrame(rule.bounds).loc[list(codes), ["lower", "upper"]].to_numpy(float) * directions[:, None]
    return bounds.min(axis=1), bounds.max(axis=1)


def _normalise_together(values: pd.DataFrame, rule: Rule, directions: pd.Series) -> pd.DataFrame:
    signs = directions[values.columns].to_numpy(float)
    numbers = normalise_array(values.to_numpy(float), rule=rule, directions=signs, codes=_codes(values),
                              units=values.index.get_level_values(-1))  # fmt: skip
    return pd.DataFrame(numbers, index=values.index, columns=values.columns)


def _worst(x: Array) -> Array:
    return np.fmin.reduce(x, axis=0)


def _best(x: Array) -> Array:
    return np.fmax.reduce(x, axis=0)


def _share(part: Array, whole: Array | float) -> Array:
    """part / whole, NaN where the whole is not positive."""
    return part / np.where(np.greater(whole, 0), whole, np.nan)


def _check(values: pd.DataFrame, rule: Rule, directions: pd.Series) -> None:
    if rule.method not in METHODS:
        raise CannotNormalise(reason="unknown method", codes=[rule.method])
    wrong = [code for code in _codes(values) if directions.get(code) not in (1, -1)]
    if wrong:
        raise CannotNormalise(reason="direction is not 1 or -1", codes=wrong)
    lacking = without_parameters(values, rule=rule)
    if lacking:
        raise CannotNormalise(reason=f"{rule.method} has no parameters", codes=lacking)


def without_parameters(values: pd.DataFrame, *, rule: Rule) -> list[str]:
    """Columns for which `rule` lacks its lower < upper, its target, or its reference unit's value."""
    known = {
        "goalposts": _codes_with_bounds,
        "distance-to-target": lambda _, r: set() if r.targets is None else set(r.targets.dropna().index),
        "distance-to-reference": _codes_with_reference,
    }.get(rule.method, lambda v, _: set(v))
    having = known(values, rule)
    return [code for code in _codes(values) if code not in having]


def _codes(values: pd.DataFrame) -> list[str]:
    return [str(code) for code in values]


def _codes_with_bounds(_: pd.DataFrame, rule: Rule) -> set[str]:
    bounds = rule.bounds
    return set() if bounds is None else set(bounds.index[bounds["lower"] < bounds["upper"]])


def _codes_with_reference(values: pd.DataFrame, rule: Rule) -> set[str]:
    rows = values[values.index.get_level_values(-1) == rule.reference]
    return set(values.columns[rows.notna().all()]) if len(rows) else set()
