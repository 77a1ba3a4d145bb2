"""What editors do to what is published. Each asks first whether whoever wants it is one."""

from __future__ import annotations

from etl import history
from etl import publish as publishing
from etl.aliases import Aliases
from etl.events import Event
from etl.publish import Published
from etl.submission import Submission
from pages.ui import access
from pages.ui.work import Work


def publish(
    read: Submission,
    content: bytes,
    *,
    by: str,
    note: str,
    complete: bool,
    accept_warnings: bool,
    said_names: Aliases,
) -> Work[Published]:
    """Begin to publish.  Raises access.NotAnEditor; the work raises as ``etl.publish.publish`` does."""
    access.check()
    return Work(
        lambda progress: publishing.publish(
            read,
            content,
            by=by,
            note=note,
            complete=complete,
            accept_warnings=accept_warnings,
            said_names=said_names,
            progress=progress,
        )
    )


def withdraw(event_id: str, *, by: str, note: str) -> Work[Published]:
    """Begin to withdraw an event.  Raises access.NotAnEditor; the work raises as ``etl.history.withdraw`` does."""
    access.check()
    return Work(lambda progress: history.withdraw(event_id, by=by, note=note, progress=progress))


def restore(event_id: str, *, by: str, note: str) -> Work[Published]:
    """Begin to restore a withdrawn event.  Raises as ``withdraw``."""
    access.check()
    return Work(lambda progress: history.restore(event_id, by=by, note=note, progress=progress))


def original(event: Event) -> bytes:
    """The bytes of an event as they were uploaded; b"" for one without.  Raises access.NotAnEditor."""
    access.check()
    return event.content(event.original) if event.original else b""
