"""What a person assumes, and its two-way translation to the address: a scenario is a link. Knows no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from indicators.weights import scaled

OPTIONS = ("set", "weights", "drift", "wanted")
"""The names under which a scenario stands in an address."""

WHOLE = 1000
"""Weights are kept in thousandths, so that what is shown adds up to 100.0 %."""


@dataclass(frozen=True)
class Scenario:
    """Equal scenarios give equal answers.

    `changes`: part and its assumed value (0..1); `weights`: every part and its share in thousandths, or nothing where
    they are the decree's; `drift`: the others move on by their own last change; `wanted`: a rank to find a way to.
    """

    changes: tuple[tuple[str, float], ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    drift: bool = False
    wanted: int | None = None

    @property
    def untouched(self) -> bool:
        """Whether everything is as published; a wanted rank alone changes nothing."""
        return not (self.changes or self.weights or self.drift)

    def options(self) -> dict[str, str]:
        """What of it stands in the address; "" where it says nothing."""
        return {
            "set": ",".join(f"{part}:{value:.4f}".rstrip("0").rstrip(".") for part, value in self.changes),
            "weights": ",".join(f"{part}:{share / 10:g}" for part, share in self.weights),
            "drift": "1" if self.drift else "",
            "wanted": str(self.wanted or ""),
        }


@dataclass(frozen=True)
class Read:
    """The scenario of an address, and what in it could not be understood, word for word."""

    scenario: Scenario
    unread: tuple[str, ...] = field(default=())


def read(options: Mapping[str, str], *, start: pd.Series, max_points: pd.Series, of: int, may_drift: bool) -> Read:
    """What an address assumes. Never raises: what makes no sense here is left out and named.

    `start`: the unit's published values by part; a part set to its start is not changed. `of`: units of the universe.
    """
    unread: list[str] = []
    changes = _numbers(options.get("set", ""), start.index, 1.0, unread)
    shares = _numbers(options.get("weights", ""), start.index, 100.0, unread)
    drift, wanted = options.get("drift", ""), options.get("wanted", "")
    unread += [drift] * (drift not in ("", "1") or (drift == "1" and not may_drift))
    can_be_had = wanted.isdecimal() and 1 <= int(wanted) <= of
    unread += [wanted] * bool(wanted and not can_be_had)
    return Read(
        Scenario(
            changes=changed(changes, start),
            weights=_weights(shares, max_points),
            drift=drift == "1" and may_drift,
            wanted=int(wanted) if can_be_had else None,
        ),
        tuple(unread),
    )


def changed(values: Mapping[str, float], start: pd.Series) -> tuple[tuple[str, float], ...]:
    """The parts that differ from their start at the four decimals of the sources, in the order of the parts."""
    rounded = {part: round(float(value), 4) for part, value in values.items()}
    moved = [part for part in start.index if part in rounded and rounded[part] != round(start[part], 4)]
    return tuple((part, rounded[part]) for part in moved)


def in_thousandths(shares: pd.Series) -> tuple[tuple[str, int], ...]:
    """Shares of any scale as thousandths that add up to WHOLE exactly: the largest remainders are rounded up."""
    exact = scaled(shares) * WHOLE
    floor = exact.astype(int)
    rest = (exact - floor).sort_values(ascending=False, kind="stable").index[: WHOLE - int(floor.sum())]
    return tuple((str(part), int(floor[part]) + int(part in rest)) for part in shares.index)


def _weights(given: Mapping[str, float], max_points: pd.Series) -> tuple[tuple[str, int], ...]:
    """The per cents of an address with what they leave spread over the parts it does not name, as the decree would.

    Nothing where none is given, none is above 0, or they are those of the decree.
    """
    named = pd.Series(given, dtype=float).reindex(max_points.index)
    rest = max(0.0, 100.0 - named.sum())
    others = max_points[named.isna()]
    shares = named.fillna(others * rest / others.sum() if others.sum() else 0.0)
    if not given or shares.sum() == 0:
        return ()
    found = in_thousandths(shares)
    return () if found == in_thousandths(max_points) else found


def _numbers(words: str, parts: Sequence[str] | pd.Index, most: float, unread: list[str]) -> dict[str, float]:
    """The numbers 0..most of "part:number,part:number"."""
    found = {}
    for word in filter(None, words.split(",")):
        part, _, written = word.partition(":")
        number = _number(written)
        if part in parts and 0 <= number <= most:
            found[part] = number
        else:
            unread.append(word)
    return found


def _number(written: str) -> float:
    """NaN where it is no number: it lies in no range."""
    try:
        return float(written)
    except ValueError:
        return float("nan")
