"""How little would have to change for another order: weights that flip two units, and the best and the worst
rank that any weights near the nominal ones can defend. Exact, by linear and mixed-integer programmes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from indicators.errors import UnknownNames
from indicators.weights import scaled

Array = np.ndarray


@dataclass(frozen=True)
class Flip:
    """`weights`: shares nearest to the nominal ones under which the order is level; `moved`: share of the
    total weight that changes hands (0..1). Both None when no weights flip the order."""

    weights: pd.Series | None
    moved: float | None


@dataclass(frozen=True)
class DefensibleRanks:
    """Ranks of one unit (1 = best) under the best and the worst weights within the allowed change."""

    best: int
    worst: int


def smallest_flip(values: pd.DataFrame, *, weights: pd.Series, ahead: str, behind: str) -> Flip:
    """The smallest shift of weight after which `behind` draws level with `ahead` on an additive index.

    `values`: units x parts (complete for the two); `weights`: >= 0, any scale. Minimises half the sum of
    absolute changes of the shares. Zero when they are level or in the other order already.
    """
    _know(values, [ahead, behind])
    shares = scaled(weights[values.columns])
    lead = (values.loc[ahead] - values.loc[behind]).to_numpy(float)
    if lead @ shares.to_numpy() <= 0:
        return Flip(shares, 0.0)
    n = len(shares)
    # Variables: what each share gains, then what each loses.
    found = linprog(
        np.full(2 * n, 0.5),
        A_ub=[[*lead, *-lead]], b_ub=[-lead @ shares.to_numpy()],
        A_eq=[[1.0] * n + [-1.0] * n], b_eq=[0.0],
        bounds=[(0, None)] * n + [(0, share) for share in shares],
    )  # fmt: skip
    if not found.success:
        return Flip(None, None)
    return Flip((shares + found.x[:n] - found.x[n:]).clip(lower=0.0), float(found.fun))


def defensible_ranks(values: pd.DataFrame, *, weights: pd.Series, unit: str,
                     width: float = 0.25) -> DefensibleRanks:  # fmt: skip
    """Best and worst rank of `unit` when every weight may move by `width` of itself either way, re-scaled.

    Additive index over complete `values` (units x parts). Exact: one binary variable per other unit.
    Level with another unit counts as not behind it (best) and as behind it (worst).
    """
    _know(values, [unit])
    shares = scaled(weights[values.columns]).to_numpy()
    lead = (values.loc[unit] - values.drop(index=unit)).to_numpy(float)
    beaten = _most_satisfied(lead, shares, width)
    lost = _most_satisfied(-lead, shares, width)
    return DefensibleRanks(best=1 + len(lead) - beaten, worst=1 + lost)


def _most_satisfied(lead: Array, shares: Array, width: float) -> int:
    """Most rows of `lead` with lead @ weights >= 0 at once, over the box around the shares."""
    n, others = len(shares), len(lead)
    slack = np.abs(lead) @ (shares * (1 + width)) + 1e-9
    rows = np.hstack([lead, -np.diag(slack)])
    lower = np.concatenate([shares * (1 - width), np.zeros(others)])
    upper = np.concatenate([shares * (1 + width), np.ones(others)])
    found = milp(
        np.concatenate([np.zeros(n), -np.ones(others)]),
        constraints=LinearConstraint(rows, lb=-slack),
        integrality=np.concatenate([np.zeros(n), np.ones(others)]),
        bounds=Bounds(lower, upper),
    )
    return round(-found.fun)


def _know(values: pd.DataFrame, units: list) -> None:
    unknown = [unit for unit in units if unit not in values.index]
    if unknown:
        raise UnknownNames(kind="unit", names=unknown)
