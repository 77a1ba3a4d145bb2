"""What people published, as it counts now: the events in force, and what they make of the observations."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pandas as pd

from etl import aliases, events, observations, reference
from etl.aliases import Aliases
from etl.events import Event
from etl.reference import Reference

SCOPE = ["framework", "period", "universe", "assessor"]
"""What a return that is declared complete speaks for."""


class UnknownEvent(Exception):
    """No event of that id is in the store."""

    def __init__(self, event_id: str) -> None:
        self.event_id = event_id
        super().__init__(event_id)


def in_force(known: Sequence[Event] | None = None) -> list[Event]:
    """Returns and frameworks that count, oldest first: published and not withdrawn, or restored since.

    ``known`` are the events to look at, oldest first: by default everything that is published.
    """
    known = events.published() if known is None else known
    gone = withdrawn(known)
    return [event for event in known if event.target is None and event.id not in gone]


def until(event_id: str) -> list[Event]:
    """The published events up to and with this one: the state just after it.  Raises UnknownEvent."""
    known = events.published()
    if event_id not in {event.id for event in known}:
        raise UnknownEvent(event_id)
    return [event for event in known if event.id <= event_id]


def withdrawn(known: Sequence[Event]) -> set[str]:
    """Ids of the events that were withdrawn and not restored since."""
    gone: set[str] = set()
    for event in known:
        if event.target is not None and event.kind == events.WITHDRAW:
            gone.add(event.target)
        elif event.target is not None:
            gone.discard(event.target)
    return gone


def apply(observed: pd.DataFrame, *, in_order: Sequence[Event]) -> pd.DataFrame:
    """``observed`` with what these events state, cell by cell, the later in place of the earlier.

    Grain and columns: those of ``observations``, and ``event_id``: None for what the bundled workbooks say.
    """
    bundled = observed.assign(event_id=pd.Series(None, index=observed.index, dtype=object))
    return with_stated(bundled, [(rows(event).assign(event_id=event.id), event.complete) for event in in_order])


def with_stated(observed: pd.DataFrame, stated: Sequence[tuple[pd.DataFrame, bool]]) -> pd.DataFrame:
    """``observed`` with frames of the same columns on top, in order; each with whether it is complete.

    A cell without value and rank says nothing and replaces nothing, but a complete frame removes what it does
    not mention for its SCOPE.
    """
    layers = [observed]
    for frame, complete in stated:
        if complete:
            layers = [_outside(layer, frame) for layer in layers]
        layers.append(frame.dropna(subset=["value", "rank_published"], how="all"))
    later = pd.concat(layers[1:], ignore_index=True) if len(layers) > 1 else None
    return observations.replace(layers[0], later)


def rows(event: Event) -> pd.DataFrame:
    """What a return states, with the columns of ``observations``; empty for a framework alone."""
    if events.ROWS not in event.parts:
        return pd.DataFrame(columns=observations.COLUMNS)
    return pd.read_parquet(io.BytesIO(event.content(events.ROWS)), columns=observations.COLUMNS)


def reference_with(in_order: Sequence[Event]) -> Reference:
    """The reference tables with the editions that these events bring, each in place of its former self.

    Raises ReferenceFaults when an edition does not fit what ships with the project any more.
    """
    return reference.load(published=editions(in_order))


def editions(in_order: Sequence[Event]) -> list[dict[str, pd.DataFrame]]:
    """The tables of data/framework that events bring, as text, by file name; one dict an event that has any."""
    return [
        {file: pd.DataFrame(rows, dtype=str) for file, rows in json.loads(event.content(events.EDITION)).items()}
        for event in in_order
        if events.EDITION in event.parts
    ]


def said_names(in_order: Sequence[Event]) -> Aliases:
    """What people said of names when they published these events, the later in place of the earlier."""
    files = [event.content(events.ALIASES) for event in in_order if events.ALIASES in event.parts]
    return sum(map(aliases.decoded, files), Aliases())


def _outside(frame: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``frame`` about which a complete table does not speak."""
    spoken_for = pd.MultiIndex.from_frame(stated[SCOPE].drop_duplicates())
    return frame[~pd.MultiIndex.from_frame(frame[SCOPE]).isin(spoken_for)]
