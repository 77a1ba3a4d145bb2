"""An event of the store: one folder ``returns/<id>/``, written once and never edited.

    return.json       what happened, who, when, and the SHA-256 of every other file of the folder
    original.<ext>    the bytes as they were uploaded            (returns and frameworks)
    rows.parquet      the observations that were read from them  (returns)
    edition.json      the edition that was read from them        (frameworks; returns that bring their own)
    aliases.json      what names in them were said to mean       (where somebody had to say it)

The id is the time and the first hexadecimal digits of the hash of ``return.json``: ids sort by time, and an
id vouches for ``return.json``, which vouches for the rest. How a folder comes to be: ``etl.drafts``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from etl import store

RETURN, FRAMEWORK, WITHDRAW, RESTORE = "return", "framework", "withdraw", "restore"
ROWS, EDITION, ALIASES, ABOUT = "rows.parquet", "edition.json", "aliases.json", "return.json"

_TIME = "%Y%m%dT%H%M%S%fZ"
_ID = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")
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
        return moment(self.id)

    @property
    def original(self) -> str | None:
        """The name in the folder of the bytes as uploaded."""
        return next((name for name in self.parts if name.startswith("original")), None)

    def content(self, part: str) -> bytes:
        """The bytes of one file of the folder."""
        return (self.folder / part).read_bytes()


def is_id(text: str) -> bool:
    """Whether ``text`` has the form of an event's id."""
    return _ID.fullmatch(text) is not None


def moment(event_id: str) -> datetime:
    """The time that an id holds (UTC)."""
    return datetime.strptime(event_id.partition("-")[0], _TIME).replace(tzinfo=UTC)


def is_part(name: str) -> bool:
    """Whether a folder of an event may hold a file of this name."""
    return _PART.fullmatch(name) is not None


def published() -> list[Event]:
    """Every whole event, oldest first. Folders that are not whole are left out (see ``damaged``)."""
    return [event for folder in folders() if (event := read(folder)) is not None]


def damaged() -> list[str]:
    """Folders among the events that are not whole: half a copy, or a file that changed afterwards."""
    return [folder.name for folder in folders() if read(folder) is None]


def read(folder: Path) -> Event | None:
    """The event in ``folder``; None when its name, its ``return.json`` or another file is not as written."""
    try:
        about = (folder / ABOUT).read_bytes()
        event = _from_json(folder, about)
        whole = event.id == id_of(event.at, about) and _parts_as_written(event)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return event if whole else None


def folders() -> list[Path]:
    """The folders among which events are, whole or not; no drafts."""
    return sorted(f for f in store.returns_folder().iterdir() if f.is_dir() and not f.name.startswith("."))


def id_of(at: datetime, about: bytes) -> str:
    """The id of the event whose ``return.json`` is ``about``."""
    return f"{at.strftime(_TIME)}-{hashlib.sha256(about).hexdigest()[:8]}"


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
