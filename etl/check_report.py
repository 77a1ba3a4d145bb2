"""What `python -m etl check` prints: one JSON object for scripts, or lines for people."""

import json
from itertools import groupby
from typing import Any

import pandas as pd

from etl.framework_returns import FrameworkReturn
from etl.problems import Problem
from etl.reading import Return
from etl.text import Texts


def as_json(read: Return | FrameworkReturn, texts: Texts) -> str:
    """One object: file, sha256, readable, tables, rows, problems, publishable.

    `rows`: province_code, indicator, value (0..1 or null), rank (integer or null), sheet, cell.  Problems of the
    whole file have sheet and cell null.
    """
    report = {
        "file": read.file,
        "sha256": read.sha256,
        "readable": read.readable,
        "tables": [vars(table) for table in read.tables],
        "rows": _rows(read.rows),
        "problems": [_problem(problem, texts) for problem in read.problems],
        "publishable": read.publishable,
    }
    return json.dumps(report, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_text(read: Return | FrameworkReturn, texts: Texts) -> str:
    """The verdict, the tables, the problems by rule (errors first) and the notes, a line each."""
    lines = [texts("problems.report.file", file=read.file, n=len(read.rows))]
    lines += [_table_line(table, texts) for table in read.tables]
    for rule, problems in groupby(read.problems, key=lambda problem: (problem.severity, problem.rule)):
        told = list(problems)
        lines += ["", _rule_line(*rule, len(told), texts)]
        lines += [_problem_line(problem, texts) for problem in told]
    if read.notes:
        lines += ["", *(note.text(texts) for note in read.notes)]
    verdict = "publishable" if read.publishable else "not_publishable"
    return "\n".join([*lines, "", texts(f"problems.report.{verdict}")]) + "\n"


def notes_as_text(read: Return, texts: Texts) -> str:
    """What was left out or converted, a line each; "" when nothing was."""
    return "".join(f"{note.text(texts)}\n" for note in read.notes)


def _rows(rows: pd.DataFrame) -> list[dict[str, Any]]:
    columns = (rows[name] for name in ("province_code", "indicator", "value", "rank_published", "sheet", "cell"))
    return [
        {
            "province_code": code,
            "indicator": indicator,
            "value": None if pd.isna(value) else float(value),
            "rank": None if pd.isna(rank) else int(rank),
            "sheet": sheet,
            "cell": cell,
        }
        for code, indicator, value, rank, sheet, cell in zip(*columns, strict=True)
    ]


def _problem(problem: Problem, texts: Texts) -> dict[str, str | None]:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "found": problem.found,
        "message": problem.message(texts),
        "fix": problem.fix(texts),
    }


def _table_line(table: Any, texts: Texts) -> str:
    unknown = texts("problems.report.unknown")
    fields = {name: unknown if value is None else value for name, value in vars(table).items()}
    return texts("problems.report.table", **fields)


def _rule_line(severity: str, rule: str, n: int, texts: Texts) -> str:
    return texts(f"problems.report.{severity}", rule=rule, n=n)


def _problem_line(problem: Problem, texts: Texts) -> str:
    place = "!".join(part for part in (problem.sheet, problem.cell) if part) or texts("problems.report.whole_file")
    return f"  {place} – {problem.message(texts)} {problem.fix(texts)}"
