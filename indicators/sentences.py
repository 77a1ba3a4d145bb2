"""Sentences that cannot lie: a template chosen by the result and filled with its numbers (method §10).

Words come from outside: `say(key, **fields)` fills the text under `sentences.<key>` in the reader's
language. Numbers come from the results only, and every sentence carries those it states.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.bridge import Bridge
from indicators.trend import shown_rank

Say = Callable[..., str]
# Scores are printed with four decimals: a smaller change is none.
LEAST_CHANGE = 0.00005


@dataclass(frozen=True)
class Sentence:
    """A finished sentence and the numbers it states, by placeholder."""

    text: str
    numbers: Mapping[str, float]

    def __str__(self) -> str:
        return self.text


def standing(
    say: Say,
    ranking: pd.DataFrame,
    *,
    province: str,
    indicator: str,
    since: int | None = None,
    certain: bool | None = None,
) -> Sentence | None:
    """Where a unit stands: rank, size of the universe, and the change since the period before, if any.

    `ranking`: the one RANKING row of the unit; `province`, `indicator`: names to print. `since`: the period that
    its change of rank is against (editions need not be yearly); None states no change. `certain`: whether it
    exceeds the noise (None = not known): a change inside it is called so. None without a rank.
    """
    row = ranking.iloc[0]
    rank = shown_rank(ranking).iloc[0]
    if pd.isna(rank):
        return None
    numbers = {"rank": int(rank), "of": int(row["of"]), "period": int(row["period"])}
    if pd.isna(row["rank_change"]) or since is None:
        return _sentence(say, "standing.first", numbers, province=province, indicator=indicator)
    places = int(row["rank_change"])
    numbers |= {"before": int(rank) + places, "places": abs(places), "since": since}
    key = f"standing.{_direction(places)}" + ("_unsure" if places and certain is False else "")
    return _sentence(say, key, numbers, province=province, indicator=indicator)


def movement(say: Say, bridge: Bridge, *, province: str, since: int, until: int, names: Mapping[str, str]) -> Sentence:
    """How the index changed between two periods, and which part moved it most.

    `names`: printed name of each part. A bridge that is not comparable is said to be so.
    """
    periods = {"since": since, "until": until}
    if not bridge.comparable:
        return _sentence(say, "movement.not_comparable", periods, province=province)
    change = bridge.to_value - bridge.from_value
    numbers = periods | {"before": bridge.from_value, "after": bridge.to_value, "change": abs(change)}
    if abs(change) < LEAST_CHANGE:
        return _sentence(say, "movement.same", numbers, province=province)
    main = _main_part(bridge, sign=1 if change > 0 else -1)
    numbers |= {"points": abs(float(main["delta"]))}
    part = names.get(main["part"], main["part"])
    return _sentence(say, f"movement.{_direction(change)}", numbers, province=province, part=part)


def distance(say: Say, bridge: Bridge, *, province: str, rival: str, names: Mapping[str, str]) -> Sentence:
    """How far a unit is from a rival (`bridge`: from us to them), and in which part the distance is largest.

    `names`: printed name of each part.
    """
    if not bridge.comparable:
        return _sentence(say, "distance.not_comparable", {}, province=province, rival=rival)
    change = bridge.to_value - bridge.from_value
    numbers = {"ours": bridge.from_value, "theirs": bridge.to_value, "gap": abs(change)}
    if abs(change) < LEAST_CHANGE:
        return _sentence(say, "distance.same", numbers, province=province, rival=rival)
    main = _main_part(bridge, sign=1 if change > 0 else -1)
    numbers |= {"points": abs(float(main["delta"]))}
    part, key = names.get(main["part"], main["part"]), "behind" if change > 0 else "ahead"
    return _sentence(say, f"distance.{key}", numbers, province=province, rival=rival, part=part)


def overtaking(
    say: Say, overtook_us: Sequence[str], we_overtook: Sequence[str], *, province: str, since: int, until: int
) -> Sentence:
    """Who overtook whom between two periods; both lists hold names to print."""
    numbers = {"since": since, "until": until, "n_lost": len(overtook_us), "n_won": len(we_overtook)}
    key = {(False, False): "none", (True, False): "lost", (False, True): "won", (True, True): "both"}
    lists = {"lost": ", ".join(overtook_us), "won": ", ".join(we_overtook)}
    which = key[bool(overtook_us), bool(we_overtook)]
    return _sentence(say, f"overtaking.{which}", numbers, province=province, **lists)


def _direction(change: float) -> str:
    return "same" if change == 0 else "up" if change > 0 else "down"


def _main_part(bridge: Bridge, *, sign: int) -> pd.Series:
    """The bar that moves the score most in the direction in which it moved."""
    return bridge.parts.iloc[int((bridge.parts["delta"] * sign).to_numpy().argmax())]


def _sentence(say: Say, key: str, numbers: Mapping[str, float], **words: str) -> Sentence:
    return Sentence(say(f"sentences.{key}", **numbers, **words), dict(numbers))
