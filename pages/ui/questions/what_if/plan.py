"""The cheapest way to a wanted rank as something to read: a sentence, a table, and how sure it is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.targets import Plan, cheapest_path
from indicators.unit_rank import KeptDraws
from pages.ui.questions.what_if.ground import Ground
from pages.ui.questions.what_if.outcome import weights_of
from pages.ui.questions.what_if.scenario import Scenario

TABLE = ["part_name", "value_from", "value_to", "points_gained", "headroom_share", "cap", "by_unit", "peers"]
FOURTH = 10_000


@dataclass(frozen=True)
class Way:
    """`said`: what can be reached; `steps`: how, "" where nothing has to move; `notes`: what the plan rests on;
    `table`: a row per part that moves, None where none does; `changes`: the scenario that carries it out."""

    said: str
    steps: str
    notes: tuple[str, ...]
    table: pd.DataFrame | None
    changes: tuple[tuple[str, float], ...]


def way(ground: Ground, scenario: Scenario, *, province: str, draws: KeptDraws, texts: Texts) -> Way:
    """From the published values of the unit to the wanted rank, under the weights and the drift of the scenario.

    `draws`: `outcome.draws_of` the same.
    """
    wanted, weights = scenario.wanted or 1, weights_of(ground, scenario)
    gains, drift = ground.gains(province), ground.drift if scenario.drift else None
    caps = None if gains is None else gains["cap"]
    plan = cheapest_path(ground.values, weights=weights, unit=province, wanted_rank=wanted, caps=caps, drift=drift)
    changes = tuple((str(step.part), _upwards(step.value_to)) for step in plan.steps.itertuples(index=False))
    notes = [*_rests_on(ground, texts), *_chance(ground, plan, changes, province, draws, texts)]
    return Way(
        said=_reached(ground, plan, province, texts),
        steps=_steps(ground, plan, texts) if changes else "",
        notes=tuple(notes) if changes else (),
        table=_table(ground, plan, gains) if changes else None,
        changes=changes,
    )


def _reached(ground: Ground, plan: Plan, province: str, texts: Texts) -> str:
    key = "out_of_reach" if not plan.reachable else "already" if plan.steps.empty else "way"
    fields = {"wanted": plan.wanted_rank, "of": ground.of, "best": plan.best_rank, "rank": plan.rank}
    points = plan.steps["points"].sum()
    return texts(f"what_if.plan.{key}", province=ground.edition.units[province], points=points, **fields)


def _steps(ground: Ground, plan: Plan, texts: Texts) -> str:
    """What, from what to what, and how many points; the most points first."""
    names = ground.names
    steps = [
        texts("what_if.plan.step", part=names[step.part], low=step.value_from, high=step.value_to, points=step.points)
        for step in plan.steps.sort_values("points", ascending=False).itertuples(index=False)
    ]
    key = "steps" if plan.reachable else "steps_best"
    return texts(f"what_if.plan.{key}", steps="; ".join(steps), rank=plan.rank, of=ground.of)


def _table(ground: Ground, plan: Plan, gains: pd.DataFrame | None) -> pd.DataFrame:
    """TABLE; without the three columns on gains where none are known."""
    steps = plan.steps.rename(columns={"points": "points_gained"})
    steps = steps.assign(part_name=steps["part"].map(ground.names))
    if gains is None:
        return steps[TABLE[:5]]
    who = gains["by_unit"].map(ground.edition.units)
    return steps.assign(by_unit=steps["part"].map(who), peers=steps["part"].map(gains["peers"]))[TABLE]


def _rests_on(ground: Ground, texts: Texts) -> list[str]:
    cheapest = texts("what_if.plan.cheapest")
    if ground.pace is None:
        return [cheapest, texts("what_if.plan.no_pace")]
    since, until = map(str, ground.pace)
    return [cheapest, texts("what_if.plan.pace", since=since, until=until)]


def _chance(
    ground: Ground, plan: Plan, changes: tuple[tuple[str, float], ...], province: str, draws: KeptDraws, texts: Texts
) -> list[str]:
    """In how many draws the plan gets where it aims: it aims no higher than it must."""
    if not changes:
        return []
    drawn = draws.unit_rank(province, pd.Series({**ground.values.loc[province], **dict(changes)}))
    return [texts("what_if.plan.chance", rank=plan.rank, of=ground.of, share=drawn.p_at_least(plan.rank))]


def _upwards(value: float) -> float:
    """At the four decimals of the sources, never below what is needed."""
    return min(1.0, math.ceil(value * FOURTH - 1e-6) / FOURTH)
