"""Views that people saved by name: one small file each, written once; taking one off the list is one more file.

A view is a page and its address (a scenario, a deck of slides with its notes); nothing here knows what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from etl import store
from etl.records import Records, moment

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_NOTES = 120, 4000, 40_000
FIRST_PAGE = "what_if"
"""The page of views in files that name none: once there was no other."""
NO_NOTES: Mapping[str, str] = MappingProxyType({})
RECORDS = Records(store.scenarios_folder)


class NotSaved(ValueError):
    """A view that is not kept: ``reason`` is ``unnamed`` or ``too_long``."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class UnknownView(KeyError):
    """No view of this id is on the list."""

    def __init__(self, view_id: str) -> None:
        self.view_id = view_id
        super().__init__(view_id)


@dataclass(frozen=True)
class Saved:
    """``name``: as somebody (``by``) called it; ``address``: the choices of the ``page`` that it reopens; ``notes``:
    what was written down beside it, by whatever the page names its parts."""

    id: str
    name: str
    by: str
    page: str
    address: Mapping[str, str]
    notes: Mapping[str, str]

    @property
    def at(self) -> datetime:
        """When it was saved (UTC)."""
        return moment(self.id)


def save(
    name: str, *, by: str, page: str, address: Mapping[str, str], notes: Mapping[str, str] = NO_NOTES
) -> Saved:
    """Put a view on the list that everybody sees.  Raises NotSaved."""
    name, by = " ".join(name.split()), " ".join(by.split())
    if not name:
        raise NotSaved("unnamed")
    long = max(len(name), len(by)) > LONGEST_NAME
    if long or _length(address) > LONGEST_ADDRESS or _length(notes) > LONGEST_NOTES:
        raise NotSaved("too_long")
    about = {"name": name, "by": by, "page": page, "address": dict(address), "notes": dict(notes)}
    return _view(RECORDS.write(about), about)


def remove(view_id: str, *, by: str) -> None:
    """Take a view off the list; its file stays.  Raises UnknownView."""
    found(view_id)
    RECORDS.write({"removes": view_id, "by": by})


def saved(page: str) -> list[Saved]:
    """The views of a page on the list, newest first; files that are not whole are left out."""
    return [view for view in _listed() if view.page == page]


def found(view_id: str) -> Saved:
    """The view of this id on the list.  Raises UnknownView."""
    for view in _listed():
        if view.id == view_id:
            return view
    raise UnknownView(view_id)


def _listed() -> list[Saved]:
    known = RECORDS.read()
    removed = {about["removes"] for about in known.values() if "removes" in about}
    kept = sorted((name for name, about in known.items() if "address" in about and name not in removed), reverse=True)
    return [_view(name, known[name]) for name in kept]


def _view(view_id: str, about: Mapping) -> Saved:
    page, notes = about.get("page", FIRST_PAGE), about.get("notes", {})
    return Saved(view_id, about["name"], about["by"], page, about["address"], notes)


def _length(words: Mapping[str, str]) -> int:
    return sum(len(word) for word in [*words, *words.values()])
