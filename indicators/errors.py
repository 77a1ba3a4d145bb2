"""What the engine refuses, as named errors that carry what is needed to mend them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class IndicatorError(Exception):
    """Anything the engine refuses; catch this to catch them all."""


@dataclass(frozen=True)
class Fault:
    """One fault of a framework table.

    `code`: the indicator at fault ("" when the whole table is); `column`: where to look;
    `found`: what stands there, as text; `problem_key`: the kind of fault (see `framework.py`).
    """

    code: str
    column: str
    found: str
    problem_key: str


class FrameworkFaults(IndicatorError):
    """A framework table that cannot be used. `faults` holds every fault, not only the first."""

    def __init__(self, *, framework: str, faults: Sequence[Fault]) -> None:
        self.framework = framework
        self.faults = list(faults)
        lines = [f"{at.code or '(table)'}: {at.column}: {at.problem_key}: {at.found!r}" for at in self.faults]
        super().__init__(f"faults of the framework {framework!r}: {len(self.faults)}\n" + "\n".join(lines))


@dataclass(frozen=True)
class Place:
    """One value of a units × indicators table."""

    unit: str
    code: str
    value: float


class NonPositiveValues(IndicatorError):
    """A geometric or harmonic mean met values ≤ 0. `places` names every one of them."""

    def __init__(self, *, node: str, method: str, places: Sequence[Place]) -> None:
        self.node = node
        self.method = method
        self.places = list(places)
        named = ", ".join(f"{place.unit}/{place.code} = {place.value:g}" for place in self.places)
        super().__init__(f"the {method} mean of {node!r} needs values above zero; found {named}")


class UnknownNames(IndicatorError):
    """Names that the reference tables do not know. `kind`: framework | indicator | unit | aggregation."""

    def __init__(self, *, kind: str, names: Sequence[str], where: str = "") -> None:
        self.kind = kind
        self.names = sorted(str(name) for name in names)
        self.where = where
        place = f" in {where}" if where else ""
        super().__init__(f"unknown {kind}{place}: {', '.join(self.names)}")
