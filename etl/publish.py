"""Publishing: a return or a framework becomes an event, and what readers see follows from it.

The order makes every moment a safe one to be killed in: the event is drafted, the build with it is made and
checked, the draft becomes an event (one rename), readers are pointed to the build (one rename). Before the
third step nothing has happened; after it the next start makes up for what is missing. So nothing is ever
published that does not build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from etl import aliases, build, changes, drafts, events, observations, returns, store, warehouse
from etl.aliases import Aliases
from etl.events import Event
from etl.problems import ERROR, WARNING, Problem
from etl.progress import Progress, quiet
from etl.submission import FrameworkReturn, Submission


@dataclass(frozen=True)
class Published:
    """An event, and the build that readers see with it."""

    event: Event
    build_id: str


class NotPublishable(Exception):
    """Errors stand in the way: ``problems``, each at its cell; none when there is nothing to publish."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(f"{len(self.problems)} errors")


class WarningsNotAccepted(NotPublishable):
    """Nothing is wrong, but these warnings have not been acknowledged."""


class AlreadyPublished(Exception):
    """The same bytes are in force as ``event`` and publishing them again would change nothing."""

    def __init__(self, event: Event) -> None:
        self.event = event
        super().__init__(event.id)


def publish(
    read: Submission,
    content: bytes,
    *,
    by: str,
    note: str = "",
    complete: bool = False,
    accept_warnings: bool = False,
    said_names: Aliases = Aliases(),  # noqa: B008 - it is frozen
    progress: Progress = quiet,
) -> Published:
    """Publish what was read from ``content`` and build; figures replace cell by cell.

    ``complete``: cells that the return does not mention for its framework, period, universe and assessor go.
    ``said_names``: what a person said of names in it; kept, so that later returns are understood without asking.
    Raises NotPublishable, WarningsNotAccepted, AlreadyPublished, and as ``build.make`` does: nothing changed.
    """
    _refuse(read, accept_warnings=accept_warnings)
    with store.writing():
        changed = preview(read, build_id=build.make(returns.in_force()), complete=complete)
        _refuse_again(read, content, changed)
        draft = drafts.draft(
            events.FRAMEWORK if isinstance(read, FrameworkReturn) else events.RETURN,
            by=by,
            note=note,
            file=read.file,
            complete=complete,
            framework=read.framework if isinstance(read, FrameworkReturn) else None,
            changes=changes.counts(changed),
            contents={drafts.original_name(read.file): content, **_parsed(read), **_said(said_names)},
        )
        return enact(draft, progress)


def preview(read: Submission, *, build_id: str, complete: bool = False) -> pd.DataFrame:
    """What publishing would change in the observations of a build, as ``changes.between``; writes nothing."""
    before = warehouse.table(build_id, "observation")
    return changes.between(before, over(before, read, complete=complete))


def over(before: pd.DataFrame, read: Submission, *, complete: bool = False) -> pd.DataFrame:
    """Observations as they would be with ``read`` published on top of them."""
    stated = read.rows[observations.COLUMNS].assign(event_id="")
    return returns.with_stated(before, [(stated, complete)])


def enact(draft: Event, progress: Progress = quiet) -> Published:
    """Make a draft an event that readers see, or leave no trace of it. Hold ``store.writing()``."""
    try:
        build_id = build.make(returns.in_force([*events.published(), draft]), progress)
    except BaseException:
        drafts.mend()
        raise
    event = drafts.publish(draft)
    build.point_to(build_id)
    progress("done", 1, 1)
    return Published(event, build_id)


def _refuse(read: Submission, *, accept_warnings: bool) -> None:
    errors = [problem for problem in read.problems if problem.severity == ERROR]
    warnings = [problem for problem in read.problems if problem.severity == WARNING]
    if not read.publishable:
        raise NotPublishable(errors)
    if warnings and not accept_warnings:
        raise WarningsNotAccepted(warnings)


def _parsed(read: Submission) -> dict[str, bytes]:
    """What was read, as the files of an event: figures, an edition, or both."""
    rows = {events.ROWS: read.rows.to_parquet(index=False)} if len(read.rows) else {}
    tables = {file: table.to_dict("records") for file, table in read.edition.items()}
    edition = {events.EDITION: json.dumps(tables, ensure_ascii=False, indent=1).encode()} if tables else {}
    return rows | edition


def _said(names: Aliases) -> dict[str, bytes]:
    return {events.ALIASES: aliases.encoded(names)} if names else {}


def _refuse_again(read: Submission, content: bytes, changed: pd.DataFrame) -> None:
    """Raise AlreadyPublished when these bytes are in force and nothing published since stands over them."""
    in_force = returns.in_force()
    if isinstance(read, FrameworkReturn):
        in_force = [event for event in in_force if event.framework == read.framework][-1:]
    digest = hashlib.sha256(content).hexdigest()
    same = [event for event in in_force if event.original and event.parts[event.original] == digest]
    if same and changed.empty:
        raise AlreadyPublished(same[-1])
