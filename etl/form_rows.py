"""The rows of a self-assessment form: a criterion each, with the points of each assessor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from etl import numbers, vocabulary
from etl.assessors import ASSESSORS, MINISTRY, SELF
from etl.findings import Findings, written
from etl.form_layout import CODE, CRITERION, DIFFERENCE, KEPT, MAXIMUM, Form
from etl.table_header import as_label, is_numbering

_LETTERED = re.compile(r"[IVXLC]+|[A-Z]")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*")
SLACK = 0.005
"""Points; half of the last of the two decimals that forms print."""


@dataclass(frozen=True)
class Criterion:
    """One row: `code` as text, unique in the form; points None where the form has none; `words` by kept column."""

    row: int
    code: str
    name: str
    maximum: float | None
    points: dict[str, float | None]
    words: dict[str, str] = field(default_factory=dict)

    @property
    def difference(self) -> float | None:
        """Self-assessed less reviewed points, recomputed: what the form prints is not trusted."""
        own, reviewed = self.points.get(SELF), self.points.get(MINISTRY)
        return None if own is None or reviewed is None else own - reviewed

    def parent_in(self, codes: set[str]) -> str:
        """The nearest code above that the form has ("4.22.1" stands below "4" when it has no "4.22"), else ""."""
        above = self.code
        while "." in above:
            above = above.rpartition(".")[0]
            if above in codes:
                return above
        return ""


def criteria(form: Form, findings: Findings) -> list[Criterion]:
    """Every row with a name and a maximum or points; what cannot be read is a problem at its cell."""
    reader = _FormReader(form, findings)
    found = list(reader.rows())
    by_code: dict[str, Criterion] = {}
    for criterion in found:
        if criterion.code in by_code:
            first = form.sheet.address(by_code[criterion.code].row, form.columns.get(CODE, form.columns[CRITERION]))
            reader.problem(criterion.row, CODE, "duplicate-row", "code_again", code=criterion.code, first=first)
        by_code.setdefault(criterion.code, criterion)
    _check_sums(form, by_code, reader)
    return list(by_code.values())


@dataclass
class _FormReader:
    """Reads a form from the top; remembers the last heading, which codes may begin anew under."""

    form: Form
    findings: Findings
    heading: str = ""
    last: str = ""
    unnumbered: int = 0

    def rows(self) -> Iterator[Criterion]:
        for row in range(self.form.bottom + 1, len(self.form.sheet.cells)):
            cells = self.form.sheet.cells[row]
            name = as_label(cells[self.form.columns[CRITERION]])
            if not name or is_numbering(cells) or vocabulary.TOTAL_ROW.fullmatch(vocabulary.folded(name)):
                continue
            if vocabulary.FOOTNOTE.fullmatch(vocabulary.folded(name)):
                return
            criterion = self._criterion(row, name)
            if criterion.maximum is not None or any(each is not None for each in criterion.points.values()):
                yield criterion

    def _criterion(self, row: int, name: str) -> Criterion:
        criterion = Criterion(
            row=row,
            code=self._code(row, name),
            name=re.sub(r"\s+", " ", _without_code(name)),
            maximum=self._points(row, MAXIMUM),
            points={who: self._points(row, who) for who in ASSESSORS if who in self.form.columns},
            words={what: self._words(row, what) for what in KEPT if what in self.form.columns},
        )
        self._check(criterion)
        return criterion

    def _code(self, row: int, name: str) -> str:
        """The printed code as text, below the last lettered heading when numbers begin anew under each."""
        printed = as_label(self.form.sheet.cells[row][self.form.columns[CODE]]) if CODE in self.form.columns else ""
        printed = printed.strip(" .)(") or _leading_code(name)
        if _LETTERED.fullmatch(printed):
            self.heading = self.last = printed
        elif _NUMBERED.fullmatch(printed):
            self.last = f"{self.heading}.{printed}" if self.heading else printed
        elif printed:
            self.last = printed
        else:
            self.unnumbered += 1
            return f"{self.last}.x{self.unnumbered}" if self.last else f"x{self.unnumbered}"
        return self.last

    def _words(self, row: int, role: str) -> str:
        cell = self.form.sheet.cells[row][self.form.columns[role]]
        return cell.strftime("%d/%m/%Y") if isinstance(cell, datetime) else written(cell).strip()

    def _points(self, row: int, role: str) -> float | None:
        cell = self.form.sheet.cells[row][self.form.columns[role]]
        if cell is None and (row, self.form.columns[role]) in self.form.sheet.formulas_without_value:
            self.problem(row, role, "formula-without-value", "formula")
        if cell is None:
            return None
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return float(cell)
        read = numbers.read_text(written(cell))
        if read.kind == numbers.NUMBER:
            return read.value
        if read.kind == numbers.POINTS and read.maximum is not None:
            return read.value * read.maximum
        if read.kind != numbers.MISSING:
            self.problem(row, role, "not-a-number", "text")
        return None

    def _check(self, criterion: Criterion) -> None:
        for who, points in criterion.points.items():
            if points is not None and criterion.maximum is None:
                self.problem(criterion.row, MAXIMUM, "missing-value", "maximum")
            elif points is not None and not 0 <= points <= (criterion.maximum or 0) + SLACK:
                self.problem(criterion.row, who, "out-of-range", "points", maximum=criterion.maximum)
        printed = self._points(criterion.row, DIFFERENCE) if DIFFERENCE in self.form.columns else None
        difference = criterion.difference
        if printed is not None and difference is not None and abs(abs(printed) - abs(difference)) > SLACK:
            self.problem(criterion.row, DIFFERENCE, "total-mismatch", "difference", expected=difference)

    def problem(self, row: int, role: str, rule: str, variant: str, **fields: object) -> None:
        """A problem at the cell of this row in the column of this role."""
        column = self.form.columns.get(role, self.form.columns[CRITERION])
        self.findings.problem(self.form.sheet, row, column, rule, variant, **fields)


def _leading_code(name: str) -> str:
    found = re.match(r"(\d+(?:\.\d+)*|[IVX]+)[.)]?\s+\S", name)
    return found[1] if found else ""


def _without_code(name: str) -> str:
    return re.sub(r"^(?:\d+(?:\.\d+)+\.?|\d+[.)]|[IVX]+[.)])\s+", "", name)


def _check_sums(form: Form, by_code: dict[str, Criterion], reader: _FormReader) -> None:
    """Points of a criterion with parts against the sum of its parts, when all of them have points."""
    parts: dict[str, list[Criterion]] = {}
    for criterion in by_code.values():
        parts.setdefault(criterion.parent_in(set(by_code)), []).append(criterion)
    for code, below in parts.items():
        for who in ASSESSORS if code else ():
            whole = by_code[code].points.get(who)
            points = [part.points.get(who) for part in below]
            if whole is None or any(each is None for each in points):
                continue
            expected = sum(each for each in points if each is not None)
            if abs(whole - expected) > SLACK * (len(points) + 1):
                fields = {"expected": expected, "difference": whole - expected}
                reader.problem(by_code[code].row, who, "total-mismatch", "points", **fields)
