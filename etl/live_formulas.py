"""How the parts of a score follow from published figures, as spreadsheet formulas with the values they have now.

The rules are those of `indicators.residual` (method §4) and `indicators.units.backcast` (method §9), written once more
in a spreadsheet's words; the tests let a spreadsheet program work them out and compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators import residual
from indicators.framework import Framework


@dataclass(frozen=True)
class Formula:
    """What stands in a cell after its "=", and the number that it gives."""

    text: str
    value: float

    def in_points(self, maximum: float) -> Formula:
        """This share of a maximum, in points."""
        return Formula(f"{maximum:.15g}*{self.text}", maximum * self.value)

    def as_share(self, maximum: float) -> Formula:
        """These points as a share of a maximum, kept within 0..1 as the engine keeps what it derives."""
        share = min(1.0, max(0.0, self.value / maximum))
        return Formula(f"MAX(0,MIN(1,({self.text})/{maximum:.15g}))", share)


Figure = Callable[[str], Formula | None]
"""The published share of one indicator of one unit by its code; None where there is none."""


def mean(figures: Sequence[Formula]) -> Formula:
    """The unweighted mean: the ministry's rule for merged units; one figure stands for itself."""
    if len(figures) == 1:
        return figures[0]
    text = f"AVERAGE({','.join(each.text for each in figures)})"
    return Formula(text, sum(each.value for each in figures) / len(figures))


def less(total: Formula, taken: Iterable[Formula]) -> Formula:
    """What is left of a total."""
    rest = list(taken)
    return Formula(
        "-".join([total.text, *(f"({each.text})" for each in rest)]), total.value - sum(e.value for e in rest)
    )


def plus(parts: Sequence[Formula]) -> Formula:
    """The sum of these."""
    return Formula("+".join(f"({each.text})" for each in parts), sum(each.value for each in parts))


class Parts:
    """The parts of one unit's score under one framework, each as far as it follows from published figures."""

    def __init__(self, framework: Framework, points: Mapping[str, float], figure: Figure) -> None:
        """`points`: maximum points by code, the index among them; `figure`: the unit's published shares."""
        self._framework, self._points, self._figure = framework, points, figure
        self._derivable = residual.applies(framework)

    def share(self, code: str) -> Formula | None:
        """The share of one part: published, else derived by arithmetic; None where neither is possible."""
        published = self._figure(code)
        if published is not None or not self._derivable:
            return published
        if code == residual.BLOCK:
            shown = self._all_points(residual.SHOWN)
            common = self._common()
            return None if common is None or shown is None else self._share(code, less(common, shown))
        if code == residual.GROUP:
            common = self._common()
            return None if common is None else self._share(code, common)
        pillar = {activity: pillar for pillar, activity in residual.activities(self._framework).items()}.get(code)
        return None if pillar is None else self._from_pillar(code, pillar)

    def _from_pillar(self, code: str, pillar: str) -> Formula | None:
        """An activity: the points of its pillar less those of the common group."""
        whole, common = self._points_of(pillar), self._common()
        return None if whole is None or common is None else self._share(code, less(whole, [common]))

    def _common(self) -> Formula | None:
        """Points of the common group: the index less the activities, else from the overlapping pillars."""
        total, by_pillar = self._points_of(self._framework.root), residual.activities(self._framework)
        if total is None:
            return None
        if active := self._all_points(by_pillar.values()):
            return less(total, active)
        pillars = self._all_points(by_pillar)
        if not pillars:
            return None
        both = less(plus(pillars), [total])
        times = len(pillars) - 1
        return Formula(f"({both.text})/{times}", both.value / times)

    def _all_points(self, codes: Iterable[str]) -> list[Formula] | None:
        found = [self._points_of(code) for code in codes]
        known = [each for each in found if each is not None]
        return known if len(known) == len(found) else None

    def _points_of(self, code: str) -> Formula | None:
        figure = self._figure(code)
        return None if figure is None else figure.in_points(self._points[code])

    def _share(self, code: str, points: Formula) -> Formula:
        return points.as_share(self._points[code])
