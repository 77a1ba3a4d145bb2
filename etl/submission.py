"""Whatever somebody hands in: figures or a framework, read as what it turns out to be."""

from __future__ import annotations

from pathlib import Path

from etl import aliases, framework_returns, reading, returns, store, warehouse, workbooks
from etl.framework_returns import FrameworkReturn
from etl.progress import Progress, quiet
from etl.reading import Return
from etl.reference import Reference

Submission = Return | FrameworkReturn


def known_now() -> Reference:
    """The reference tables with the editions and the names that are published.  Raises ReferenceFaults."""
    in_force = returns.in_force()
    return aliases.understood(returns.reference_with(in_force), returns.said_names(in_force))


def read(
    source: Path | bytes,
    *,
    known: Reference,
    name: str | None = None,
    framework: str | None = None,
    period: int | None = None,
    universe: int | None = None,
    province: str | None = None,
    progress: Progress = quiet,
) -> Submission:
    """Read one file against what is published now; never raises for bad content.

    ``known``: as of ``known_now``; ``framework``, ``period``, ``universe``, ``province``: what the user says of figures
    (``etl.job.Hints``).
    """
    current = store.current()
    figures = reading.read_return(
        source,
        reference=known,
        name=name,
        framework=framework,
        period=period,
        universe=universe,
        province=province,
        progress=progress,
        previous=warehouse.table(current, "observation") if current else None,
    )
    if figures.tables or not figures.readable:
        return figures
    workbook = workbooks.read(source, name=figures.file)
    brought = returns.editions(returns.in_force())
    return framework_returns.read(workbook, known=known, published=brought) or figures
