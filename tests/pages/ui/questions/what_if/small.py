"""Four made-up units with two parts of 600 and 400 points, and the year before."""

from __future__ import annotations

import pandas as pd

from etl import text
from indicators.framework import from_frame
from indicators.unit_rank import kept_draws
from pages.ui.questions.edition import Edition
from pages.ui.questions.what_if.ground import Ground
from pages.ui.questions.what_if.outcome import Outcome, draws_of, outcome
from pages.ui.questions.what_if.plan import Way, way
from pages.ui.questions.what_if.scenario import Scenario

POINTS = pd.Series({"roads": 600.0, "schools": 400.0})
NOW = pd.DataFrame({"roads": [0.9, 0.5, 0.5, 0.2], "schools": [0.9, 0.8, 0.6, 0.1]}, index=list("ABCD"))
BEFORE = pd.DataFrame({"roads": [0.6, 0.5, 0.3, 0.1], "schools": [0.8, 0.7, 0.6, 0.1]}, index=list("ABCD"))
NAMES = {"roads": "Đường", "schools": "Trường", "weights": "Đổi trọng số"}


def ground(*, before: bool = True) -> Ground:
    nodes = pd.DataFrame({"code": ["index", "roads", "schools"], "parent": ["", "index", "index"], "weight": [1000, 600, 400]})
    units = {code: f"Tỉnh {code}" for code in "ABCD"}
    edition = Edition(
        framework=from_frame(nodes.assign(direction=1), id="F"), period=2023, parts=pd.DataFrame(), values=pd.DataFrame(),
        units=units, decrees={"F": "Quyết định F"}, names={"F": "Quyết định F"},
    )  # fmt: skip
    rounding = pd.Series({"roads": 0.0, "schools": 0.0})
    kept = kept_draws(NOW, POINTS)
    ranges = {code: kept.unit_rank(code) for code in NOW.index}
    intervals = pd.DataFrame({"rank": [1, 2, 3, 4], "p05": [each.reached(0.05) for each in ranges.values()], "p95": [each.reached(0.95) for each in ranges.values()]}, index=list("ABCD"))
    periods = {2022: BEFORE, 2023: NOW} if before else {2023: NOW}
    return Ground(edition, NAMES, NAMES, NOW, POINTS, rounding, intervals, periods)


def answered(stage: Ground, scenario: Scenario, *, province: str) -> Outcome:
    """A scenario of a unit, worked out."""
    return outcome(stage, scenario, province=province, draws=draws_of(stage, scenario, province=province))


def planned(stage: Ground, scenario: Scenario, *, province: str) -> Way:
    """The way of a unit to the wanted rank, in Vietnamese."""
    draws = draws_of(stage, scenario, province=province)
    return way(stage, scenario, province=province, draws=draws, texts=text.load("vi"))
