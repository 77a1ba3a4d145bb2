"""Events as readers read them: when, who, what, and whether it counts now; the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pandas as pd

from etl import returns
from etl.events import Event
from etl.text import Texts

COLUMNS = ["id", "at", "event_kind", "state", "by", "file", "n_new", "n_changed", "n_gone", "note"]
IN_FORCE, WITHDRAWN = "in_force", "withdrawn"


def table(known: Sequence[Event], texts: Texts, *, moment: Callable[[datetime], str]) -> pd.DataFrame:
    """One row per event of ``known`` (oldest first): COLUMNS; ``moment`` writes a time for the reader."""
    files = {event.id: event.file for event in known}
    rows = [
        {
            "id": event.id,
            "at": moment(event.at),
            "event_kind": texts(f"history.kind.{event.kind}"),
            "file": event.file or files.get(event.target or ""),
            "by": event.by,
            "note": event.note,
            **{f"n_{kind}": event.changes.get(kind) for kind in ("new", "changed", "gone")},
            "state": state_words(event, known, texts),
        }
        for event in reversed(known)
    ]
    numbers = dict.fromkeys(("n_new", "n_changed", "n_gone"), "Int64")
    return pd.DataFrame(rows, columns=COLUMNS).astype(numbers)


def state(event: Event, known: Sequence[Event]) -> str | None:
    """in_force | withdrawn; None for withdrawals and restorations, which only tell of others."""
    if event.target is not None:
        return None
    return WITHDRAWN if event.id in returns.withdrawn(known) else IN_FORCE


def state_words(event: Event, known: Sequence[Event], texts: Texts) -> str:
    """The state in words; "" for withdrawals and restorations."""
    found = state(event, known)
    return texts(f"history.state.{found}") if found else ""


def lines(event: Event, known: Sequence[Event], texts: Texts, *, moment: Callable[[datetime], str]) -> list[str]:
    """What there is to say of one event: who, file, note, what it is about."""
    said = [texts("history.about.by", by=event.by)]
    if event.file:
        said.append(texts("history.about.file", file=event.file))
    target = next((other for other in known if other.id == event.target), None)
    if target:
        said.append(texts("history.about.target", at=moment(target.at), file=target.file or ""))
    if event.framework:
        said.append(texts("history.about.framework", framework=event.framework))
    if event.complete:
        said.append(texts("history.about.complete"))
    if event.note:
        said.append(texts("history.about.note", note=event.note))
    names = returns.said_names([event])
    said += [texts("history.about.name", name=row[1]) for row in (*names.units, *names.indicators)]
    return [*said, texts("history.about.id", event=event.id)]
