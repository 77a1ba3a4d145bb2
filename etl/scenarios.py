"""Scenarios that people saved by name: one small file each, written once; taking one off the list is one more file.

A scenario is the address of a page, so nothing here knows what it means. The id is the time and the first hexadecimal
digits of the hash of the content: ids sort by time, and a file that was changed afterwards is not listed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from etl import store

LONGEST_NAME, LONGEST_ADDRESS = 120, 4000
_TIME = "%Y%m%dT%H%M%S%fZ"
_ID = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")


class NotSaved(ValueError):
    """A scenario that is not kept: ``reason`` is ``unnamed`` or ``too_long``."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class UnknownScenario(KeyError):
    """No scenario of this id is on the list."""

    def __init__(self, scenario_id: str) -> None:
        self.scenario_id = scenario_id
        super().__init__(scenario_id)


@dataclass(frozen=True)
class Saved:
    """``name``: as somebody (``by``) called it; ``address``: the choices of the page that it reopens."""

    id: str
    name: str
    by: str
    address: Mapping[str, str]

    @property
    def at(self) -> datetime:
        """When it was saved (UTC)."""
        return datetime.strptime(self.id.partition("-")[0], _TIME).replace(tzinfo=UTC)


def save(name: str, *, by: str, address: Mapping[str, str]) -> Saved:
    """Put a scenario on the list that everybody sees.  Raises NotSaved."""
    name, by = " ".join(name.split()), " ".join(by.split())
    if not name:
        raise NotSaved("unnamed")
    length = sum(len(word) for word in [*address, *address.values()])
    if max(len(name), len(by)) > LONGEST_NAME or length > LONGEST_ADDRESS:
        raise NotSaved("too_long")
    return Saved(_write({"name": name, "by": by, "address": dict(address)}), name, by, dict(address))


def remove(scenario_id: str, *, by: str) -> None:
    """Take a scenario off the list; its file stays.  Raises UnknownScenario."""
    if scenario_id not in {scenario.id for scenario in saved()}:
        raise UnknownScenario(scenario_id)
    _write({"removes": scenario_id, "by": by})


def saved() -> list[Saved]:
    """The scenarios on the list, newest first; files that are not whole are left out."""
    found = {file.stem: about for file in store.scenarios_folder().glob("*.json") if (about := _read(file))}
    removed = {about["removes"] for about in found.values() if "removes" in about}
    kept = sorted((name for name, about in found.items() if "address" in about and name not in removed), reverse=True)
    return [Saved(name, found[name]["name"], found[name]["by"], found[name]["address"]) for name in kept]


def files() -> list[Path]:
    """What a backup takes: the whole files of all scenarios and removals."""
    return sorted(file for file in store.scenarios_folder().glob("*.json") if _read(file))


def is_whole(name: str, content: bytes) -> bool:
    """Whether these bytes are what was once written under this file name."""
    stem, _, suffix = name.rpartition(".")
    return suffix == "json" and bool(_ID.fullmatch(stem)) and stem.endswith(_digest(content))


def adopt(name: str, content: bytes) -> None:
    """Put a whole file of a backup into its place, unless it is there."""
    target = store.scenarios_folder() / name
    if not target.exists():
        with store.replacing(target) as stream:
            stream.write(content)


def _write(about: Mapping[str, object]) -> str:
    content = json.dumps(about, ensure_ascii=False, indent=1).encode()
    scenario_id = f"{datetime.now(UTC).strftime(_TIME)}-{_digest(content)}"
    with store.replacing(store.scenarios_folder() / f"{scenario_id}.json") as stream:
        stream.write(content)
    return scenario_id


@lru_cache(maxsize=4096)
def _read(file: Path) -> dict | None:
    """The content of one file, read once; None where it is not as it was written."""
    content = file.read_bytes()
    return json.loads(content) if is_whole(file.name, content) else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
