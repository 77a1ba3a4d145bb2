"""An event of the store: one folder ``returns/<id>/``, written once and never edited.

    return.json       what happened, who, when, and the SHA-256 of every other file of the folder
    original.<ext>    the bytes as they were uploaded            (returns and frameworks)
    rows.parquet      the observations that were read from them  (returns)
    edition.json      the edition that was read from them        (frameworks; returns that bring their own)
    aliases.json      what names in them were said to mean       (where somebody had to say it)

The id is the time and the first hexadecimal digits of the hash of ``return.json``: ids sort by time, and an
id vouches for ``return.json``, which vouches for the rest. A folder is filled under a name that begins with a
dot, synced to the disk and renamed: whoever sees it sees all of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from etl import store

RETURN, FRAMEWORK, WITHDRAW, RESTORE = "return", "framework", "withdraw", "restore"
ROWS, EDITION, ALIASES, ABOUT = "rows.parquet", "edition.json", "aliases.json", "return.json"

_TIME = "%Y%m%dT%H%M%S%fZ"
_ID = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_PART = re.compile(r"original(\.[a-z0-9]{1,5})?|rows\.parquet|edition\.json|aliases\.json|return\.json")


@dataclass(frozen=True)
class Event:
    """Something that somebody did to what is published.

    ``file`` is the name as uploaded (only ever shown, never a path); ``target`` the event that a withdrawal
    or restoration is about; ``framework`` the edition that it brings; ``complete``: what the return does not
    mention for its tables is removed;
    ``changes`` counts the observations that it made ``new``, ``changed`` and ``gone`` when it was published;
    ``parts`` maps each other file of the folder to its SHA-256.
    """

    id: str
    kind: str
    by: str
    note: str
    folder: Path = field(compare=False)
    file: str | None = None
    target: str | None = None
    framework: str | None = None
    complete: bool = False
    changes: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """When it was published (UTC)."""
        return datetime.strptime(self.id.partition("-")[0], _TIME).replace(tzinfo=UTC)

    @property
    def original(self) -> str | None:
        """The name in the folder of the bytes as uploaded."""
        return next((name for name in self.parts if name.startswith("original")), None)

    def content(self, part: str) -> bytes:
        """The bytes of one file of the folder."""
        return (self.folder / part).read_bytes()


def original_name(file: str) -> str:
    """The name under which uploaded bytes are kept: ours, with their extension when it is a plain one."""
    suffix = Path(file).suffix.lower()
    return f"original{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def is_id(text: str) -> bool:
    """Whether ``text`` has the form of an event's id."""
    return _ID.fullmatch(text) is not None


def is_part(name: str) -> bool:
    """Whether a folder of an event may hold a file of this name."""
    return _PART.fullmatch(name) is not None


def published() -> list[Event]:
    """Every whole event, oldest first. Folders that are not whole are left out (see ``damaged``)."""
    return [event for folder in _folders() if (event := read(folder)) is not None]


def damaged() -> list[str]:
    """Folders among the events that are not whole: half a copy, or a file that changed afterwards."""
    return [folder.name for folder in _folders() if read(folder) is None]


def read(folder: Path) -> Event | None:
    """The event in ``folder``; None when its name, its ``return.json`` or another file is not as written."""
    try:
        about = (folder / ABOUT).read_bytes()
        event = _from_json(folder, about)
        whole = event.id == _id(event.at, about) and _parts_as_written(event)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return event if whole else None


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
    Hold ``store.writing()``.
    """
    mend()
    contents = contents or {}
    about = {
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
    folder = store.returns_folder() / f".{_id(_next_moment(), encoded)}"
    write_folder(folder, {**contents, ABOUT: encoded})
    return _from_json(folder, encoded)


def publish(event: Event) -> Event:
    """Make a draft visible to everybody: one atomic rename."""
    target = store.returns_folder() / event.id
    event.folder.rename(target)
    _sync_folder(target.parent)
    return _from_json(target, (target / ABOUT).read_bytes())


def mend() -> None:
    """Finish a restoration that was cut short and remove drafts. Hold ``store.writing()``."""
    for folder in sorted(_restored().glob("*")):
        _put_in_place(folder)
    for leftover in store.returns_folder().glob(".*"):
        shutil.rmtree(leftover, ignore_errors=True)


def new_batch() -> Path:
    """An empty folder to put the folders of events into, for ``adopt``. Hold ``store.writing()``."""
    folder = store.returns_folder() / ".batch"
    folder.mkdir()
    return folder


def adopt(batch: Path) -> None:
    """Publish the events of a batch: one rename decides for all of them. Hold ``store.writing()``."""
    batch.rename(_restored())
    _sync_folder(store.returns_folder())
    mend()


def _restored() -> Path:
    """Events that count as published and have yet to be put in their places."""
    return store.returns_folder() / ".restored"


def _put_in_place(folder: Path) -> None:
    """Move an event to its place; what stands there and is not whole gives way."""
    place = store.returns_folder() / folder.name
    if place.exists() and read(place) is None:
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


def _folders() -> list[Path]:
    return sorted(f for f in store.returns_folder().iterdir() if f.is_dir() and not f.name.startswith("."))


def _id(at: datetime, about: bytes) -> str:
    return f"{at.strftime(_TIME)}-{hashlib.sha256(about).hexdigest()[:8]}"


def _next_moment() -> datetime:
    """Now, but after every event there is, even when the clock was set back."""
    known = [datetime.strptime(f.name[:-9], _TIME) for f in _folders() if is_id(f.name)]
    moments = [at.replace(tzinfo=UTC) + timedelta(microseconds=1) for at in known]
    return max([_now(), *moments])


def _now() -> datetime:
    return datetime.now(UTC)


def _parts_as_written(event: Event) -> bool:
    states = {name: (event.folder / name).stat() for name in event.parts}
    return all(
        _digest(event.folder / name, state.st_size, state.st_mtime_ns) == event.parts[name]
        for name, state in states.items()
    )


@lru_cache(maxsize=4096)
def _digest(file: Path, size: int, changed: int) -> str:
    """SHA-256 of a file; a file of the same size and time of change is not read again."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _from_json(folder: Path, encoded: bytes) -> Event:
    about = json.loads(encoded)
    event_id = folder.name.lstrip(".")
    if not is_id(event_id) or not all(is_part(name) for name in about["parts"]):
        raise ValueError(event_id)
    return Event(id=event_id, folder=folder, **about)


def _sync_folder(folder: Path) -> None:
    """Put a folder's names on the disk; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
