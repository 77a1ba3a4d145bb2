"""Small forms of words in sentences: names that do not begin one, and runs of years."""

from __future__ import annotations

from collections.abc import Iterable


def within(name: str) -> str:
    """A name in the middle of a sentence: a small first letter, unless it is an abbreviation (DTI, ICT Index)."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def opening(name: str) -> str:
    """A name that stands by itself, with a capital."""
    return name[:1].upper() + name[1:]


def span(first: int, last: int) -> str:
    """Whole numbers from first to last: 3–6, or one."""
    return f"{first}" if first == last else f"{first}–{last}"


def years(periods: Iterable[int]) -> str:
    """Years in order, runs of them joined: 2016–2020, 2022."""
    spans: list[list[int]] = []
    for period in sorted(set(periods)):
        if spans and period == spans[-1][1] + 1:
            spans[-1][1] = period
        else:
            spans.append([period, period])
    return ", ".join(span(first, last) for first, last in spans)
