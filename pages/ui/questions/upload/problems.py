"""Everything that is wrong with a file, told by rule: where, what, what stands there, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from etl.problems import ERROR, INFO, WARNING, Problem
from etl.text import Texts

SEVERITIES = (ERROR, WARNING, INFO)
COLUMNS = ["severity", "rule", "sheet", "cell", "found", "message", "fix"]


@dataclass(frozen=True)
class Group:
    """The problems of one rule, in the order of finding.  ``rows``: place, message, found, fix."""

    rule: str
    severity: str
    rows: tuple[tuple[str, str, str, str], ...]


def groups(problems: Iterable[Problem], texts: Texts) -> list[Group]:
    """One group a rule: errors before warnings before information."""
    of_rule: dict[str, list[Problem]] = {}
    for problem in problems:
        of_rule.setdefault(problem.rule, []).append(problem)
    told = [Group(rule, of[0].severity, tuple(_row(each, texts) for each in of)) for rule, of in of_rule.items()]
    return sorted(told, key=lambda group: SEVERITIES.index(group.severity))


def chosen(problems: Sequence[Problem], *, severity: str, sheet: str) -> list[Problem]:
    """Those of one severity and on one sheet; "" takes all."""
    return [
        problem for problem in problems if severity in ("", problem.severity) and sheet in ("", problem.sheet or "")
    ]


def counted(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems there are of each severity that occurs, errors first."""
    found = Counter(problem.severity for problem in problems)
    return {severity: found[severity] for severity in SEVERITIES if found[severity]}


def sheets(problems: Iterable[Problem]) -> list[str]:
    """The sheets on which something is wrong, in the order of finding."""
    return list(dict.fromkeys(problem.sheet for problem in problems if problem.sheet))


def table(problems: Iterable[Problem], texts: Texts) -> pd.DataFrame:
    """One row a problem, in words, for download: COLUMNS."""
    rows = [
        {
            "severity": texts(f"upload.severity.{problem.severity}"),
            "rule": texts(f"upload.rule.{problem.rule}"),
            "sheet": problem.sheet,
            "cell": problem.cell,
            "found": problem.stands(texts),
            "message": problem.message(texts),
            "fix": problem.fix(texts),
        }
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def place(sheet: str | None, cell: str | None, texts: Texts) -> str:
    """``sheet!cell`` as far as known; the whole file otherwise."""
    return "!".join(part for part in (sheet, cell) if part) or texts("upload.problems.whole_file")


def _row(problem: Problem, texts: Texts) -> tuple[str, str, str, str]:
    where = place(problem.sheet, problem.cell, texts)
    return (where, problem.message(texts), problem.stands(texts), problem.fix(texts))
