"""What carried a unit and what held it back: its best and worst ranked indicators.

The rule is that of the Global Innovation Index, stated beforehand and the same for all: by the indicator's rank
among all units, not by its value, since indicators differ in how hard they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators import residual
from indicators.framework import Framework

MOST = 3


@dataclass(frozen=True)
class Extremes:
    """Codes of the strongest (best first) and weakest (worst first) of `n` indicators; none is in both."""

    strongest: list[str]
    weakest: list[str]
    n: int


def extremes(ranks: Mapping[str, int], framework: Framework) -> Extremes:
    """At most min(3, ⌊n/2⌋) strongest and as many weakest of the n finest ranked indicators.

    `ranks`: rank among all units (1 = best) of each indicator of one unit that has one. Ties keep the order of the
    framework. An indicator is called weak only when it ranks behind every strong one: where all rank alike there is
    neither.
    """
    ordered = sorted(finest(ranks, framework), key=lambda code: ranks[code])
    most = min(MOST, len(ordered) // 2)
    if not most or ranks[ordered[0]] == ranks[ordered[-1]]:
        return Extremes([], [], len(ordered))
    strongest = ordered[:most]
    behind = [code for code in reversed(ordered[-most:]) if ranks[code] > ranks[strongest[-1]]]
    return Extremes(strongest, behind, len(ordered))


def finest(ranks: Mapping[str, int], framework: Framework) -> list[str]:
    """The ranked indicators that do not merely repeat finer ranked ones, in the order of the framework.

    A node stands aside where anything below it is ranked; the derived block where all that it stands for is; the
    overlapping pillars where anything in the tree is. The index itself is no indicator of its own strength.
    """
    ranked = [code for code in framework.nodes.index if code in ranks and code != framework.root]
    aside = {above for code in ranked for above in framework.ancestors(code)}
    if residual.applies(framework) and set(residual.members(framework)) <= set(ranked):
        aside.add(residual.BLOCK)
    levels = framework.nodes["level"]
    in_tree = [code for code in ranked if code not in aside and levels[code] != "lens_category"]
    return in_tree or [code for code in ranked if code not in aside]
