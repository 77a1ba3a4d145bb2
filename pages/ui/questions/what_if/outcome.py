"""What a scenario leads to: score, rank and its range, who is passed, and which part brings how many points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from etl.text import Texts
from indicators import what_if as engine
from indicators.bridge import SCALE, Bridge
from indicators.monte_carlo import Noise
from indicators.unit_rank import KeptDraws, kept_draws
from indicators.what_if import drifted
from pages.ui.charts.caption import Caption
from pages.ui.drawn import Drawn
from pages.ui.questions import bridges
from pages.ui.questions.what_if.ground import Ground
from pages.ui.questions.what_if.neighbourhood import neighbourhood
from pages.ui.questions.what_if.scenario import WHOLE, Scenario
from pages.ui.source_line import source_line

MOST_NAMED = 6
"""Units named in a sentence; the rest are counted."""
WEIGHTS = "weights"
"""The bar of a bridge for what other weights do, and its kind."""
LEAST = 0.00005
"""Values are printed with four decimals: a smaller change is none."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """A scenario of one unit, worked out. `result`: all units; `low`, `high`: the range of the unit's rank in it."""

    ground: Ground
    scenario: Scenario
    province: str
    result: engine.Scenario
    low: int
    high: int

    @property
    def name(self) -> str:
        """The unit's name."""
        return self.ground.edition.units[self.province]

    @property
    def ranks(self) -> tuple[int, int]:
        """The unit's rank as it is and in the scenario."""
        return int(self.result.rank_before[self.province]), int(self.result.rank_after[self.province])

    @property
    def values(self) -> tuple[float, float]:
        """The unit's index as it is and in the scenario."""
        return float(self.result.before[self.province]), float(self.result.after[self.province])


def weights_of(ground: Ground, scenario: Scenario) -> pd.Series:
    """The maximum points of each part in the scenario; the total stays the decree's."""
    if not scenario.weights:
        return ground.max_points
    return pd.Series(dict(scenario.weights)) / WHOLE * ground.max_points.sum()


def draws_of(ground: Ground, scenario: Scenario, *, province: str) -> KeptDraws:
    """The draws that the build makes of every edition, under the weights and the drift of the scenario.

    What is set for the unit does not count: a slider that moves needs no new draws.
    """
    values = drifted(ground.values, drift=ground.drift, unit=province) if scenario.drift else ground.values
    return kept_draws(values, weights_of(ground, scenario), noise=Noise(rounding=ground.rounding))


def outcome(ground: Ground, scenario: Scenario, *, province: str, draws: KeptDraws) -> Outcome:
    """Re-score every unit, and find the range of ranks of ours in `draws` (of this scenario)."""
    result = engine.what_if(
        ground.values,
        weights=ground.max_points,
        unit=province,
        changes=dict(scenario.changes),
        drift=ground.drift if scenario.drift else None,
        new_weights=weights_of(ground, scenario),
    )
    drawn = draws.unit_rank(province, result.values.loc[province])
    return Outcome(ground, scenario, province, result, drawn.reached(0.05), drawn.reached(0.95))


def card(found: Outcome, texts: Texts) -> str:
    """The answer as HTML: rank, value, change, range, who is passed, and what is assumed beside the values."""
    before, after = found.ranks
    untouched = found.scenario.untouched
    head = texts(f"what_if.card.{'now' if untouched else 'label'}", year=str(found.ground.edition.period))
    lines = [
        ("value", _value(found, texts)),
        *_change(found, texts),
        *(("note", note) for note in _notes(found, texts)),
    ]
    body = "".join(f'<p class="{kind}">{escape(line)}</p>' for kind, line in lines)
    spoken = escape(texts("overview.card.rank_words", rank=after, of=found.ground.of))
    rank = f'<span aria-hidden="true"><b>{after}</b>/{found.ground.of}</span><span class="spoken">{spoken}</span>'
    return f'<section class="standing"><h2>{escape(head)}</h2><p class="rank">{rank}</p>{body}</section>'


def around(found: Outcome, texts: Texts) -> Drawn:
    """The units around ours in the scenario as a chart; all units in its table."""
    return neighbourhood(_everybody(found), source=_source(found, texts), texts=texts)


def contributions(found: Outcome, texts: Texts) -> Drawn | None:
    """From the score as it is to that of the scenario, part by part; None where it does not move."""
    before, after = found.values
    parts = _parts(found)
    if abs(after - before) < LEAST and parts["delta"].abs().max() < LEAST * SCALE:
        return None
    edition = found.ground.edition
    title = _movement(parts, after - before, found.ground.names, texts)
    return bridges.drawn(
        Bridge(parts=parts, from_value=before, to_value=after, comparable=True, common_share=1.0),
        names=found.ground.names,
        labels=found.ground.labels,
        from_label=texts("what_if.bridge.from", year=str(edition.period)),
        to_label=texts("what_if.bridge.to"),
        caption=Caption(title, _source(found, texts), subtitle=texts("what_if.bridge.subtitle")),
        texts=texts,
    )


def _parts(found: Outcome) -> pd.DataFrame:
    """The bars: each part by the decree's weights, then what other weights do to the values assumed."""
    ground, own = found.ground, found.province
    shares = ground.max_points / ground.max_points.sum() * SCALE
    values = pd.DataFrame({"points_from": ground.values.loc[own], "points_to": found.result.values.loc[own]})
    rows = values.mul(shares, axis=0).rename_axis("part").reset_index().assign(kind="indicator")
    total = found.values[1] * SCALE
    rows.loc[len(rows)] = [WEIGHTS, 0.0, total - rows["points_to"].sum(), WEIGHTS]
    rows = rows.assign(delta=(rows["points_to"] - rows["points_from"]).round(9) + 0.0)
    return rows if found.scenario.weights else rows.iloc[:-1]


def _movement(parts: pd.DataFrame, change: float, names: Mapping[str, str], texts: Texts) -> str:
    """How far the score moves, and which bar moves it most; one bar alone is named alone."""
    main = parts.iloc[int((parts["delta"] * (1 if change >= 0 else -1)).to_numpy().argmax())]
    alone = "_alone" if (parts["delta"] != 0).sum() == 1 else ""
    fields = {"points": abs(change) * SCALE, "part": names[main["part"]], "most": abs(main["delta"])}
    return texts(f"what_if.bridge.{'up' if change >= 0 else 'down'}{alone}", **fields)


def _everybody(found: Outcome) -> pd.DataFrame:
    """All units, best rank first: province_code, province, rank, rank_before, value, value_before, role."""
    result = found.result
    frame = pd.DataFrame(
        {
            "rank": result.rank_after,
            "rank_before": result.rank_before,
            "value": result.after,
            "value_before": result.before,
        }
    )
    frame = frame.rename_axis("province_code").reset_index()
    roles = dict.fromkeys(result.passed, "passed") | dict.fromkeys(result.passed_by, "passed_by")
    roles[found.province] = "chosen"
    codes = frame["province_code"]
    frame = frame.assign(province=codes.map(found.ground.edition.units), role=codes.map(roles).fillna("rest"))
    return frame.sort_values(["rank", "rank_before"], kind="stable", ignore_index=True)


def _value(found: Outcome, texts: Texts) -> str:
    before, after = found.values
    if abs(after - before) < LEAST:
        return texts("what_if.card.value", value=after)
    return texts("what_if.card.value_moved", value=after, before=before, points=(after - before) * SCALE)


def _change(found: Outcome, texts: Texts) -> list[tuple[str, str]]:
    if found.scenario.untouched:
        return [("note", texts("what_if.card.untouched"))]
    before, after = found.ranks
    key = "up" if after < before else "down" if after > before else "same"
    return [(key, texts(f"what_if.card.{key}", n=abs(before - after), rank=before))]


def _notes(found: Outcome, texts: Texts) -> list[str]:
    notes = [texts(f"what_if.card.{'firm' if found.low == found.high else 'range'}", low=found.low, high=found.high)]
    for key in ("passed", "passed_by"):
        if codes := getattr(found.result, key):
            notes.append(_named(codes, key, found, texts))
    if found.scenario.drift:
        since, until = str(found.ground.before), str(found.ground.edition.period)
        notes.append(texts("what_if.card.drift", since=since, until=until))
    if found.scenario.weights:
        notes.append(texts("what_if.card.weights", decree=found.ground.edition.decree))
    return notes


def _named(codes: list, key: str, found: Outcome, texts: Texts) -> str:
    """Units by name in the order of their present rank, the first few of them."""
    order = sorted(codes, key=lambda code: int(found.result.rank_before[code]))
    names = [found.ground.edition.units[code] for code in order]
    more = len(names) - MOST_NAMED
    listed = ", ".join(names[:MOST_NAMED])
    return texts(f"what_if.card.{key}{'_and_more' if more > 0 else ''}", names=listed, n=more)


def _source(found: Outcome, texts: Texts) -> str:
    """Nothing of a scenario is published: it is worked out from what is."""
    edition = found.ground.edition
    row = {"framework": [edition.framework.id], "period": [edition.period], "source_kind": [None]}
    return source_line(pd.DataFrame(row), edition.decrees, texts)
