"""What a benchmark says: our time beside a reference's in the same run, so that a noisy machine cancels out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison. ``ours`` and ``reference`` in seconds (medians); ``aim`` is what we want, in words."""

    what: str
    ours: float
    reference_is: str
    reference: float | None
    aim: str
    met: bool

    def cells(self) -> list[str]:
        """The row's cells as a reader sees them."""
        ratio = "" if self.reference is None else f"{self.ours / self.reference:.2f}"
        reference = "" if self.reference is None else _milliseconds(self.reference)
        return [self.what, _milliseconds(self.ours), self.reference_is, reference, ratio, self.aim, "yes" if self.met else "no"]


HEADER = ["what", "ours, ms", "beside", "its ms", "ratio", "aim", "met"]


def table(rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [HEADER, ["---"] * len(HEADER), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def median_seconds(run: Callable[[], object], *, times: int) -> float:
    """The median duration of ``times`` runs, after one that does not count."""
    run()
    return statistics.median(seconds(run) for _ in range(times))


def medians_by_turns(*measures: Callable[[], float], times: int) -> list[float]:
    """The median of each duration (seconds), measured by turns, so that a busy moment falls on all of them."""
    turns = [[measure() for measure in measures] for _ in range(times + 1)][1:]
    return [statistics.median(of_one) for of_one in zip(*turns, strict=True)]


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    before = time.perf_counter()
    run()
    return time.perf_counter() - before


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}" if seconds >= 0.01 else f"{seconds * 1000:.2f}"
