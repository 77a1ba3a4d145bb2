"""The cheapest path to a wanted rank (method §8), as a linear or mixed-integer programme.

The cost of a step is the share of headroom that it uses, so that a point is dearer where little is left to
gain. Each step is capped by what a unit with a similar start really gained in a year.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

from indicators.rank import competition
from indicators.weights import scaled
from indicators.what_if import additive, drifted

Array = np.ndarray
# How much closer than "level" a plan aims, in index value: above the noise that ranks are blind to.
MARGIN = 1e-6
COLUMNS = ["part", "value_from", "value_to", "gain", "points", "cap", "headroom_share"]


@dataclass(frozen=True)
class Plan:
    """`steps`: one row per part that moves, dearest first: part, value_from, value_to, gain, points (gain x
    weight), cap (largest gain allowed), headroom_share (gain / (1 - value_from), the cost).

    `reachable`: whether the wanted rank can be had within the caps; if not, the steps are those to the best
    rank that can. `rank`, `score`: of the unit, re-scored after the steps; `best_rank`: with every cap used
    up; `needed`: index value of the unit now on the rank that is aimed at (-inf below all others).
    """

    wanted_rank: int
    reachable: bool
    rank: int
    score: float
    best_rank: int
    needed: float
    steps: pd.DataFrame


def cheapest_path(values: pd.DataFrame, *, weights: pd.Series, unit: str, wanted_rank: int,
                  caps: pd.Series | None = None, steps: pd.Series | None = None,
                  drift: pd.DataFrame | None = None) -> Plan:  # fmt: skip
    """The improvements of `unit` that reach `wanted_rank` while using the least share of headroom.

    `values`: units x parts (0..1, none missing); `weights`: maximum points; `caps`: largest gain per part
    (absent: all the headroom; 0: fixed); `steps`: parts that improve only in whole steps of this size, in
    value (makes the programme mixed-integer); `drift`: moves of the others (`what_if.drifted`).
    A unit that holds the rank already gets an empty plan.
    """
    assumed = values.astype(float) if drift is None else drifted(values, drift=drift, unit=unit)
    problem = _problem(assumed, weights, unit, caps, steps)
    best_rank = _rank_after(assumed, weights, unit, problem.most)
    reachable = best_rank <= wanted_rank
    aim = wanted_rank if reachable else best_rank
    needed = _score_for(assumed, weights, unit, aim)
    gains = problem.solve(needed + MARGIN - problem.score)
    return Plan(
        wanted_rank=wanted_rank, reachable=reachable, rank=_rank_after(assumed, weights, unit, gains),
        score=problem.score + float(problem.shares @ gains), best_rank=best_rank, needed=needed,
        steps=_steps_table(problem, gains, weights),
    )  # fmt: skip


@dataclass(frozen=True)
class _Problem:
    start: pd.Series
    shares: Array
    caps: Array
    grid: Array
    score: float

    @property
    def headroom(self) -> Array:
        return (1.0 - self.start).to_numpy(float)

    @property
    def most(self) -> Array:
        """Every cap used up, in whole steps where there are steps."""
        return np.where(self.grid > 0, self._whole_steps() * self.grid, self.caps)

    def solve(self, lacking: float) -> Array:
        """Gains by part with the least headroom used that add `lacking` to the index value."""
        if lacking <= MARGIN:
            return np.zeros_like(self.caps)
        if lacking >= self.shares @ self.most:
            return self.most
        unit = np.where(self.grid > 0, self.grid, 1.0)
        upper = np.where(self.grid > 0, self._whole_steps(), self.caps)
        cost = np.where(self.headroom > 0, unit / np.where(self.headroom > 0, self.headroom, 1.0), 0.0)
        reach = LinearConstraint((self.shares * unit)[None], lb=lacking)
        found = milp(cost, constraints=reach, integrality=self.grid > 0, bounds=Bounds(0.0, upper))
        whole = np.where(self.grid > 0, np.round(found.x), found.x)
        return np.minimum(whole * unit, self.headroom)

    def _whole_steps(self) -> Array:
        return np.floor(self.caps / np.where(self.grid > 0, self.grid, 1.0) + 1e-9)


def _problem(values: pd.DataFrame, weights: pd.Series, unit: str, caps: pd.Series | None,
             steps: pd.Series | None) -> _Problem:  # fmt: skip
    start = pd.Series(values.loc[unit])
    shares = scaled(weights[values.columns]).to_numpy()
    headroom = 1.0 - start
    allowed = headroom if caps is None else caps.reindex(start.index).fillna(headroom)
    grid = start * 0 if steps is None else steps.reindex(start.index).fillna(0.0)
    capped = np.where(shares > 0, np.clip(np.minimum(allowed, headroom), 0.0, None), 0.0)
    return _Problem(start, shares, capped, grid.to_numpy(float), float(start.to_numpy() @ shares))


def _score_for(values: pd.DataFrame, weights: pd.Series, unit: str, rank: int) -> float:
    """Index value at which at most rank - 1 of the other units are ahead; -inf when any value will do."""
    others = additive(values.drop(index=unit), weights).sort_values(ascending=False)
    return float(others.iloc[rank - 1]) if rank <= len(others) else -np.inf


def _rank_after(values: pd.DataFrame, weights: pd.Series, unit: str, gains: Array) -> int:
    improved = values.copy()
    improved.loc[unit] += gains
    return int(competition(additive(improved, weights))[unit])


def _steps_table(problem: _Problem, gains: Array, weights: pd.Series) -> pd.DataFrame:
    start = problem.start.to_numpy()
    table = pd.DataFrame({
        "part": problem.start.index, "value_from": start, "value_to": start + gains, "gain": gains,
        "points": gains * weights[problem.start.index].to_numpy(float), "cap": problem.caps,
        "headroom_share": gains / np.where(gains > 0, problem.headroom, 1.0),
    })  # fmt: skip
    moved = table[table["gain"] > MARGIN]
    return moved.sort_values("headroom_share", ascending=False, kind="stable", ignore_index=True)[COLUMNS]
