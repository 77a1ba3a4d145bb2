"""How an event comes into being: a folder is filled under a name that begins with a dot, synced to the disk and
renamed, so that whoever sees it sees all of it. Whoever calls anything here holds ``store.writing()``.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from etl import events, store
from etl.events import Event

_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


def draft(
    kind: str,
    *,
    by: str,
    note: str = "",
    file: str | None = None,
    target: str | None = None,
    framework: str | None = None,
    complete: bool = False,
    changes: Mapping[str, int] | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Event:
    """A new event, whole and on the disk, but not published yet: ``publish`` does that.

    ``contents`` are the files beside ``return.json``. What a killed draft left behind is removed first.
    """
    mend()
    contents = contents or {}
    about: dict[str, Any] = {
        "kind": kind,
        "by": by,
        "note": note,
        "file": file,
        "target": target,
        "framework": framework,
        "complete": complete,
        "changes": dict(changes or {}),
        "parts": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
    }
    encoded = json.dumps(about, ensure_ascii=False, indent=1).encode()
    event_id = events.id_of(_next_moment(), encoded)
    folder = store.returns_folder() / f".{event_id}"
    write_folder(folder, {**contents, events.ABOUT: encoded})
    return Event(id=event_id, folder=folder, **about)


def publish(event: Event) -> Event:
    """Make a draft visible to everybody: one atomic rename."""
    target = store.returns_folder() / event.id
    event.folder.rename(target)
    _sync_folder(target.parent)
    return replace(event, folder=target)


def mend() -> None:
    """Finish a restoration that was cut short and remove drafts."""
    for folder in sorted(_restored().glob("*")):
        _put_in_place(folder)
    for leftover in store.returns_folder().glob(".*"):
        shutil.rmtree(leftover, ignore_errors=True)


def new_batch() -> Path:
    """An empty folder to put the folders of events into, for ``adopt``."""
    folder = store.returns_folder() / ".batch"
    folder.mkdir()
    return folder


def adopt(batch: Path) -> None:
    """Publish the events of a batch: one rename decides for all of them."""
    batch.rename(_restored())
    _sync_folder(store.returns_folder())
    mend()


def _restored() -> Path:
    """Events that count as published and have yet to be put in their places."""
    return store.returns_folder() / ".restored"


def _put_in_place(folder: Path) -> None:
    """Move an event to its place; what stands there and is not whole gives way."""
    place = store.returns_folder() / folder.name
    if place.exists() and events.read(place) is None:
        shutil.rmtree(place)
    if not place.exists():
        folder.rename(place)


def write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Make ``folder`` with these files and sync all of it to the disk, or leave no trace of it."""
    folder.mkdir()
    try:
        for name, data in contents.items():
            with (folder / name).open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        _sync_folder(folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def original_name(file: str) -> str:
    """The name under which uploaded bytes are kept: ours, with their extension when it is a plain one."""
    suffix = Path(file).suffix.lower()
    return f"original{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def _next_moment() -> datetime:
    """Now, but after every event there is, even when the clock was set back."""
    known = [events.moment(folder.name) for folder in events.folders() if events.is_id(folder.name)]
    moments = [at + timedelta(microseconds=1) for at in known]
    return max([_now(), *moments])


def _now() -> datetime:
    return datetime.now(UTC)


def _sync_folder(folder: Path) -> None:
    """Put a folder's names on the disk; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
