"""What can be wrong with a workbook: the public rules, their severity, and a problem at its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.text import Texts

ERROR, WARNING, INFO = "error", "warning", "info"
SEVERITY: Mapping[str, str] = {
    "unreadable-file": ERROR,
    "too-large": ERROR,
    "no-table": ERROR,
    "framework-unclear": ERROR,
    "unknown-province": ERROR,
    "ambiguous-province": ERROR,
    "duplicate-row": ERROR,
    "not-a-number": ERROR,
    "out-of-range": ERROR,
    "formula-without-value": ERROR,
    "lookalike-index": ERROR,
    "unknown-indicator": WARNING,
    "missing-value": WARNING,
    "total-mismatch": WARNING,
    "rank-mismatch": WARNING,
    "jump": WARNING,
    "encoding-converted": INFO,
}
_SEVERITY_ORDER = {ERROR: 0, WARNING: 1, INFO: 2}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, once, at the place where a person mends it.

    `rule` is one of SEVERITY; `variant` says which of the rule's sentences tells it; `sheet` and `cell` are
    None when the whole file is meant; `found` is the cell's content as written; `fields` fill the sentences (`found`
    among them where the cell holds a number).
    """

    rule: str
    variant: str
    sheet: str | None = None
    cell: str | None = None
    found: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """error (stops publishing), warning (is acknowledged) or info."""
        return SEVERITY[self.rule]

    def message(self, texts: Texts) -> str:
        """What happened, in the language of `texts`."""
        return self._filled("message", texts)

    def fix(self, texts: Texts) -> str:
        """How to mend it, in the language of `texts`."""
        return self._filled("fix", texts)

    def stands(self, texts: Texts) -> str:
        """What stands in the cell, a number in the form of the language of `texts`."""
        return texts.number(self.fields.get("found", self.found), "")

    def _filled(self, part: str, texts: Texts) -> str:
        key = f"problems.{self.rule}.{self.variant}.{part}"
        return texts(key, **{"sheet": self.sheet, "cell": self.cell, "found": self.found, **self.fields})


@dataclass(frozen=True)
class Note:
    """Something that was done to the content and is told, without being a problem (a hidden sheet, say)."""

    key: str
    sheet: str | None = None
    cell: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)

    def text(self, texts: Texts) -> str:
        """The note's sentence, in the language of `texts`."""
        return texts(f"problems.notes.{self.key}", **{"sheet": self.sheet, "cell": self.cell, **self.fields})


def in_order(problems: list[Problem]) -> list[Problem]:
    """Errors first, then warnings, then information; one rule after the other, each down its sheets; each once."""
    once = {(p.rule, p.variant, p.sheet, p.cell, p.found): p for p in reversed(problems)}
    sheets = list(dict.fromkeys(problem.sheet for problem in problems))
    rules = list(SEVERITY)

    def place(problem: Problem) -> tuple[int, int, int, int, int, str]:
        row, column = _row_and_column(problem.cell)
        severity, rule = _SEVERITY_ORDER[problem.severity], rules.index(problem.rule)
        return severity, rule, sheets.index(problem.sheet), row, len(column), column

    return sorted(reversed(once.values()), key=place)


def _row_and_column(cell: str | None) -> tuple[int, str]:
    """12 and "B" of "B12": column B stands before AA, and problems of no cell before all others."""
    column = (cell or "").rstrip("0123456789")
    return int((cell or "")[len(column) :] or 0), column
