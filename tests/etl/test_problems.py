"""Every problem that the code can raise has its words, and every word is of a problem."""

import re
from pathlib import Path

import pytest

from etl import problems, text
from etl.findings import Findings
from etl.problems import Problem
from etl.workbooks import Sheet

CODE = Path(problems.__file__).parent
RULE = re.compile(rf'"({"|".join(problems.SEVERITY)})",\s*"(\w+)"')
PUBLIC = set(text.load("en").under("problems"))


def sources():
    return "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))


def raised():
    return set(RULE.findall(sources()))


def test_the_public_rules_and_their_severity():
    by_severity = {
        severity: {rule for rule, of in problems.SEVERITY.items() if of == severity} for severity in ("error", "warning", "info")
    }
    assert by_severity["warning"] == {"unknown-indicator", "missing-value", "total-mismatch", "rank-mismatch", "jump"}
    assert by_severity["info"] == {"encoding-converted"}
    assert by_severity["error"] == {
        *("unreadable-file", "too-large", "no-table", "framework-unclear", "unknown-province", "ambiguous-province"),
        *("duplicate-row", "not-a-number", "out-of-range", "formula-without-value", "lookalike-index"),
    }


@pytest.mark.parametrize(("rule", "variant"), sorted(raised()))
def test_every_problem_has_its_words(rule, variant):
    assert {f"{rule}.{variant}.message", f"{rule}.{variant}.fix"} <= PUBLIC


def test_every_word_is_of_a_problem():
    told = {key.split(".")[1] for key in PUBLIC if key.split(".")[0] in problems.SEVERITY}
    assert [variant for variant in sorted(told) if f'"{variant}"' not in sources()] == []


@pytest.mark.parametrize(("lang", "words"), [("vi", "Giá trị 1,5 nằm"), ("en", "The value 1.5 is")])
def test_a_number_is_told_in_the_form_of_the_language(lang, words):
    findings = Findings()
    findings.problem(Sheet("S", [[1.5]]), 0, 0, "out-of-range", "value")
    texts = text.load(lang)
    assert findings.problems[0].message(texts).startswith(words)
    assert findings.problems[0].found == "1.5"


def test_problems_come_once_and_errors_first():
    warning = Problem("jump", "spread", "S", "B2", "1")
    error = Problem("not-a-number", "text", "S", "B3", "x")
    assert problems.in_order([warning, error, warning]) == [error, warning]


def test_problems_stand_by_severity_rule_and_place():
    cells = [("jump", "C2"), ("not-a-number", "AA3"), ("not-a-number", "B3"), ("not-a-number", "C2"), ("jump", "C2")]
    ordered = problems.in_order([Problem(rule, "text", sheet="S", cell=cell) for rule, cell in cells])
    assert [(problem.rule, problem.cell) for problem in ordered] == [
        ("not-a-number", "C2"),
        ("not-a-number", "B3"),
        ("not-a-number", "AA3"),
        ("jump", "C2"),
    ]
