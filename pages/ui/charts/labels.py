"""Words on a chart that do not collide: wrapping, and spreading along an axis."""

import textwrap
from collections.abc import Sequence

from pages.ui.charts.marks import LINE_BREAK


def _lines(text: str, characters: int) -> list[str]:
    """`text` in lines of at most `characters`; words are never cut."""
    return textwrap.wrap(text, max(characters, 1), break_long_words=False, break_on_hyphens=False)


def wrapped(text: str, characters: int) -> str:
    """`text` in as few lines of at most `characters` as can be, evenly long, joined by LINE_BREAK."""
    even, narrower = _lines(text, characters), characters - 1
    while narrower > 0 and len(tighter := _lines(text, narrower)) == len(even) > 1:
        even, narrower = tighter, narrower - 1
    return LINE_BREAK.join(even)


def spread(places: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places at least `gap` apart, in the same order, within [low, high], moved as little as needed.

    When they cannot all fit, the gap shrinks evenly.  Item i of the result belongs to places[i].
    """
    gap = min(gap, (high - low) / max(len(places) - 1, 1))
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [0.0] * len(places)
    edge = low
    for i in order:
        moved[i] = max(places[i], edge)
        edge = moved[i] + gap
    edge = high
    for i in reversed(order):
        moved[i] = min(moved[i], edge)
        edge = moved[i] - gap
    return moved
