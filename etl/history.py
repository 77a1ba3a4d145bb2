"""Who published what, and taking it back: withdrawals and restorations are events too."""

from __future__ import annotations

import pandas as pd

from etl import build, changes, drafts, events, publish, returns, store, warehouse
from etl.events import Event
from etl.progress import Progress, quiet
from etl.publish import Published

COLUMNS = ["id", "at", "by", "kind", "file", "note", "target", "in_force", "new", "changed", "gone", "sha256"]


class CannotChange(Exception):
    """The event ``event_id`` cannot be withdrawn or restored.

    ``reason``: ``not_a_return``, ``withdrawn_already`` or ``in_force_already``.
    """

    def __init__(self, event_id: str, reason: str) -> None:
        self.event_id, self.reason = event_id, reason
        super().__init__(f"{event_id}: {reason}")


def history() -> pd.DataFrame:
    """One row per event, oldest first.

    ``at``: UTC, ISO 8601. ``in_force``: counts now (empty for withdrawals and restorations). ``new``,
    ``changed``, ``gone``: observations that differ since. ``sha256``: of the bytes as uploaded. Empty = none.
    """
    known = events.published()
    gone = returns.withdrawn(known)
    return pd.DataFrame(
        [
            {
                "id": event.id,
                "at": event.at.isoformat(timespec="microseconds"),
                "by": event.by,
                "kind": event.kind,
                "file": event.file,
                "note": event.note,
                "target": event.target,
                "in_force": None if event.target else event.id not in gone,
                **event.changes,
                "sha256": event.parts[event.original] if event.original else None,
            }
            for event in known
        ],
        columns=COLUMNS,
    )


def withdraw(event_id: str, *, by: str, note: str = "", progress: Progress = quiet) -> Published:
    """Bring back what was before a return, and build.

    Raises returns.UnknownEvent, CannotChange, and as ``build.make`` does; then nothing changed.
    """
    return _change(events.WITHDRAW, event_id, by=by, note=note, progress=progress)


def restore(event_id: str, *, by: str, note: str = "", progress: Progress = quiet) -> Published:
    """Undo a withdrawal: the return counts again, at its old place in the order.  Raises as ``withdraw``."""
    return _change(events.RESTORE, event_id, by=by, note=note, progress=progress)


def state_at(event_id: str, progress: Progress = quiet) -> str:
    """The id of the build as it stood just after an event; readers are not pointed to it.

    Made of the present code and bundled workbooks.  Raises returns.UnknownEvent, and as ``build.make`` does.
    """
    with store.writing():
        return build.make(returns.in_force(returns.until(event_id)), progress)


def _change(kind: str, event_id: str, *, by: str, note: str, progress: Progress) -> Published:
    with store.writing():
        after = build.make(_in_force_then(kind, event_id), progress)
        counts = _differences(store.current(), after)
        draft = drafts.draft(kind, by=by, note=note, target=event_id, changes=counts)
        return publish.enact(draft, progress)


def _differences(seen: str | None, after: str) -> dict[str, int]:
    """How many observations of the build that readers see are others in ``after``; unknown when they see none.

    The present inputs need not build: withdrawing what spoils them is how that is mended.
    """
    if seen is None:
        return {}
    before, then = (warehouse.table(build_id, "observation") for build_id in (seen, after))
    return changes.counts(changes.between(before, then))


def _in_force_then(kind: str, event_id: str) -> list[Event]:
    """The events in force once ``event_id`` is withdrawn or restored.  Raises UnknownEvent, CannotChange."""
    known = events.published()
    gone = returns.withdrawn(known)
    target = next((event for event in known if event.id == event_id), None)
    if target is None:
        raise returns.UnknownEvent(event_id)
    if target.target is not None:
        raise CannotChange(event_id, "not_a_return")
    if (event_id in gone) == (kind == events.WITHDRAW):
        raise CannotChange(event_id, "withdrawn_already" if event_id in gone else "in_force_already")
    gone ^= {event_id}
    return [event for event in known if event.target is None and event.id not in gone]
