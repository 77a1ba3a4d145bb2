"""From the bundled workbooks, the framework tables and the published returns to one checked database file.

Everything in a build follows from its inputs, so its name is their fingerprint: the same inputs give the same
``build_id``, and a build that is there already is not made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from etl import observations, reading, returns, store, text, warehouse
from etl.events import Event
from etl.problems import Problem
from etl.progress import Progress, quiet
from etl.reading import Return
from etl.reference import Reference
from indicators import certainty, panel

DATA = store.PROJECT / "data"
CODE = (store.PROJECT / "etl", store.PROJECT / "indicators")

class InputsBroken(Exception):
    """A bundled workbook does not read without errors: every problem, by workbook. Nothing was replaced."""

    def __init__(self, problems: Sequence[tuple[str, Problem]]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problems")


def build(progress: Progress = quiet) -> str:
    """Make the build of the present inputs current and return its id.

    Raises ReferenceFaults (framework or geography tables), InputsBroken (bundled workbooks) or
    warehouse.ChecksFailed; each leaves the build that readers see in place.
    """
    with store.writing():
        build_id = make(returns.in_force(), progress)
        point_to(build_id)
    progress("done", 1, 1)
    return build_id


def make(in_order: Sequence[Event], progress: Progress = quiet) -> str:
    """The id of the build of the bundled workbooks and these events, made unless it is there.

    Readers are not pointed to it: so an event can be tried before it is published, and a past state viewed.
    Hold ``store.writing()``. Raises as ``build`` does.
    """
    build_id = fingerprint(in_order)
    if not store.build_file(build_id).is_file():
        _make(build_id, in_order, progress)
    return build_id


def point_to(build_id: str) -> None:
    """Let readers open this build from now on. Hold ``store.writing()``."""
    store.point_to(build_id)
    store.forget_old_builds()


def ensure_current(progress: Progress = quiet) -> str:
    """The id of a build of the present inputs, made now unless it is current already."""
    current = store.current()
    return current if current is not None and current == fingerprint(returns.in_force()) else build(progress)


def fingerprint(in_order: Sequence[Event]) -> str:
    """Twelve hexadecimal digits that change with any byte of data or code and with the events, only."""
    digest = hashlib.sha256(warehouse.ENGINE_VERSION.encode())
    for file in _inputs():
        digest.update(f"\0{'/'.join(file.parts[-2:])}\0".encode())
        digest.update(_content(file))
    for event in in_order:
        digest.update(f"\0{event.id}".encode())
    return digest.hexdigest()[:12]


def assembled(observed: pd.DataFrame, known: Reference) -> panel.Results:
    """What follows from observations by the reference tables: ranking, breakdown, scores of lenses, findings."""
    return panel.assemble(
        observed,
        frameworks=known.frameworks,
        editions=known.editions,
        lenses=known.lenses,
        provinces=known.provinces,
        mergers=known.mergers,
    )


def bundled_workbooks() -> list[Path]:
    """The workbooks that ship with the project, in a stable order."""
    return sorted((DATA / "raw").glob("*.xlsx"))


def _make(build_id: str, in_order: Sequence[Event], progress: Progress) -> None:
    progress("reference", 0, 4)
    known = returns.reference_with(in_order)
    progress("read", 1, 4)
    bundled = _read_bundled(known)
    observed = returns.apply(observations.stack(bundled), in_order=in_order)
    progress("compute", 2, 4)
    results = assembled(observed, known)
    sure = certainty.certainty(results.breakdown, results.ranking, observed, frameworks=known.frameworks)
    progress("write", 3, 4)
    warehouse.write(
        build_id,
        {
            "build": _about(build_id, len(bundled), in_order),
            **known.tables(),
            "observation": observed,
            "ranking": results.ranking,
            "breakdown": results.breakdown,
            "lens_score": results.lens_score,
            "rank_interval": sure.intervals,
            "doubtful_pair": sure.pairs,
            "finding": results.finding,
            "problem": _problem_table(bundled),
        },
    )


def _read_bundled(known: Reference) -> list[Return]:
    read = reading.read_returns(bundled_workbooks(), reference=known)
    errors = tuple(
        (item.file, problem) for item in read for problem in item.problems if problem.severity == "error"
    )
    if errors:
        raise InputsBroken(errors)
    return read


def _about(build_id: str, n_workbooks: int, in_order: Sequence[Event]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "build_id": [build_id],
            "n_workbooks": [n_workbooks],
            "n_returns": [len(in_order)],
            "newest_event": [in_order[-1].id if in_order else None],
        }
    )


def _problem_table(read: Iterable[Return]) -> pd.DataFrame:
    """One row per problem, with its sentences in both languages."""
    in_vietnamese, in_english = text.load("vi"), text.load("en")
    return pd.DataFrame(
        [
            {
                "workbook": item.file,
                "severity": problem.severity,
                "rule": problem.rule,
                "sheet": problem.sheet,
                "cell": problem.cell,
                "found": problem.found,
                "message_vi": problem.message(in_vietnamese),
                "message_en": problem.message(in_english),
                "fix_vi": problem.fix(in_vietnamese),
                "fix_en": problem.fix(in_english),
            }
            for item in read
            for problem in item.problems
        ]
    )


def _inputs() -> list[Path]:
    data = [*bundled_workbooks(), *(DATA / "framework").rglob("*.csv"), *(DATA / "geo").glob("*.csv")]
    code = [file for folder in CODE for kind in ("*.py", "*.sql") for file in folder.rglob(kind)]
    return sorted(data) + sorted(code)


def _content(file: Path) -> bytes:
    """Text with line ends as written here, so that a checkout on Windows gives the same build."""
    raw = file.read_bytes()
    return raw if file.suffix == ".xlsx" else raw.replace(b"\r\n", b"\n")
