"""``make bench``: run every benchmark, print the table and write it, dated, into README.md beside this file."""

from __future__ import annotations

import datetime
import os
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench import briefing, building, engine, pages, presenting, returns, sessions
from tests.bench.report import Row, table

BENCHMARKS: dict[str, Callable[[], Iterable[Row]]] = {
    "building": building.measure,
    "returns": returns.measure,
    "engine": engine.measure,
    "pages": pages.measure,
    "presenting": presenting.measure,
    "sessions": sessions.measure,
    "briefing": briefing.measure,
}
REPORT = Path(__file__).with_name("README.md")
INTRODUCTION = """# Benchmarks

`make bench` wrote this page. Each row stands beside a reference that was measured in the same run, since machines are
noisy: compare ratios, not milliseconds. `aim` is what we want of the medians; a row that misses it says so.
"""


def main(names: list[str]) -> int:
    """Run the named benchmarks (all when none is named); 2 for an unknown name."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"unknown benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}\n")
        return 2
    parts = []
    for name in names or BENCHMARKS:
        parts.append(f"## {name.capitalize()}\n\n{table(BENCHMARKS[name]())}\n")
        print(parts[-1], flush=True)
    if not names:
        machine = f"{datetime.date.today():%d/%m/%Y}, Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
        REPORT.write_text(f"{INTRODUCTION}\nMeasured on {machine}.\n\n" + "\n".join(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
