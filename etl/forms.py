"""Self-assessment forms of one unit: criterion by criterion, with the points of each assessor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from etl import form_drafts, observations, recognise, unit_columns
from etl.assessors import ASSESSORS
from etl.form_layout import CRITERION, KEPT, Form, find_form
from etl.form_rows import Criterion, criteria
from etl.job import Job, ReadTable
from etl.recognise import Clues, Edition
from etl.table_header import Text
from etl.workbooks import Sheet

FEWEST_UNITS = 3
"""From so many units below each other, a sheet is a table of units, whatever its header says."""
MOSTLY = 0.5
"""From this share of known criteria on, a form is of the framework; below, it proposes its own tree."""
KEPT_COLUMNS = ["criterion", "max_points", "points", "difference", *KEPT]


@dataclass
class FormsRead:
    """What the forms of a workbook say.

    `rows`: the frame of etl.observations with KEPT_COLUMNS beside; `edition`: tables of data/framework, by file
    name, that the forms propose for criteria nobody knows.
    """

    read: list[ReadTable] = field(default_factory=list)
    rows: list[pd.DataFrame] = field(default_factory=list)
    edition: dict[str, pd.DataFrame] = field(default_factory=dict)


def split_forms(sheets: Sequence[Sheet], is_unit: Callable[[str], bool]) -> tuple[list[Form], list[Sheet]]:
    """The forms among the sheets, which name no column of units, and the other sheets."""
    found = {sheet.name: form for sheet in sheets if (form := find_form(sheet))}
    forms = {name: form for name, form in found.items() if not _lists_units(form.sheet, is_unit)}
    return list(forms.values()), [sheet for sheet in sheets if sheet.name not in forms]


def _lists_units(sheet: Sheet, is_unit: Callable[[str], bool]) -> bool:
    return any(len(rows) >= FEWEST_UNITS for rows in unit_columns.anchors(sheet, is_unit).values())


def read_forms(forms: Sequence[Form], job: Job, *, others: Sequence[Sheet]) -> FormsRead:
    """Every form; `others` are the sheets that may name the unit and the year."""
    result = FormsRead()
    for form in forms:
        covers = [text for sheet in others for _, _, text in sheet.texts]
        clues = job.clues([title.text for title in form.titles], (form.sheet.name,), covers)
        _FormReader(form, clues, job).into(result)
    return result


@dataclass(frozen=True)
class _FormReader:
    form: Form
    clues: Clues
    job: Job

    def into(self, result: FormsRead) -> None:
        rows = criteria(self.form, self.job.findings)
        period = recognise.period_of(self.clues, self.job.names.reference)
        universe = recognise.universe_of(self.clues, period, n_units=1, only_in_63=False)
        if period is None or universe is None:
            self._problem("framework-unclear", "no_universe" if period else "no_period", period=period)
            unit = None
        else:
            unit = self._unit(universe)
        known = self._known_framework(rows, period)
        frame = pd.DataFrame(columns=observations.COLUMNS)
        if unit and period and universe:
            edition = Edition(known or form_drafts.draft_id(self.form, rows), period, universe)
            codes = self._codes(rows, known) if known else {row.code: row.code for row in rows}
            frame = self._rows(rows, codes, edition, unit)
            if not known:
                self._propose(rows, edition, result)
        result.rows.append(frame)
        framework = str(frame["framework"].iloc[0]) if len(frame) else known
        place = (self.form.sheet.name, self.form.range)
        result.read.append(ReadTable(*place, framework, period, universe, n_rows=len(frame)))

    def _unit(self, universe: int) -> str | None:
        """The unit that the user says, else the one that the nearest words name."""
        names = self.job.names.provinces
        if (said := self.job.hints.province) is not None:
            code = names.find_code(said, universe).code or names.find(said, universe).code
            return code or self._no_unit(universe)
        for scope in self.clues.scopes:
            named = {code for text in scope for code in names.named_in(text, universe)}
            if len(named) == 1:
                return named.pop()
        return self._no_unit(universe)

    def _no_unit(self, universe: int) -> str | None:
        self._problem("unknown-province", "form", universe=universe)
        return None

    def _known_framework(self, rows: list[Criterion], period: int | None) -> str | None:
        """The framework that knows most of the criteria; None when none does."""
        known = recognise.framework_of(
            self.clues,
            period,
            self.job.names.reference,
            by_names=lambda framework: len(self._matches(rows, framework)),
        )
        if known is None or len(self._matches(rows, known)) < MOSTLY * len(rows):
            return None
        return known

    def _matches(self, rows: list[Criterion], framework: str) -> dict[str, str]:
        """Indicators by the form's codes: a code of the framework, else a name of it."""
        found = {}
        for row in rows:
            match = self.job.names.indicators.find((row.code,), framework) or self.job.names.indicators.find(
                (row.name,), framework
            )
            if match:
                found[row.code] = match.activity or match.code
        return found

    def _codes(self, rows: list[Criterion], framework: str) -> dict[str, str]:
        codes = self._matches(rows, framework)
        for row in rows:
            if row.code not in codes:
                edition = self.job.names.reference.edition_names[framework]
                fields = {"framework": framework, "edition": edition, "name": row.name, "suggestion": ""}
                self._at(row.row, "unknown-indicator", "no_such_name", **fields)
        return codes

    def _rows(self, rows: list[Criterion], codes: dict[str, str], edition: Edition, unit: str) -> pd.DataFrame:
        records = [
            self._record(row, who, codes[row.code], edition, unit)
            for row in rows
            for who in ASSESSORS
            if row.code in codes and row.points.get(who) is not None and row.maximum
        ]
        frame = pd.DataFrame(records, columns=[*observations.COLUMNS, *KEPT_COLUMNS])
        whole = {name: "Int64" for name in ("rank_published", "n_sources", "decimals")}
        return frame.astype(whole)

    def _record(self, row: Criterion, who: str, indicator: str, edition: Edition, unit: str) -> dict[str, object]:
        points, maximum = row.points[who], row.maximum
        assert points is not None and maximum
        return {
            **vars(edition),
            "province_code": unit,
            "indicator": indicator,
            "value": points / maximum,
            "rank_published": None,
            "basis": "published",
            "assessor": who,
            "workbook": self.job.file,
            "sheet": self.form.sheet.name,
            "cell": self.form.sheet.address(row.row, self.form.columns[who]),
            "rank_cell": None,
            "source_url": "",
            "source_kind": "upload",
            "n_sources": None,
            "decimals": None,
            "criterion": row.name,
            "max_points": maximum,
            "points": points,
            "difference": row.difference,
            **row.words,
        }

    def _propose(self, rows: list[Criterion], edition: Edition, result: FormsRead) -> None:
        """A draft edition of the form's own tree, which a person confirms by accepting the warning."""
        result.edition |= form_drafts.tables(rows, edition, title=self._title)
        self._problem("unknown-indicator", "draft", n=len(rows), edition=self._title)

    @property
    def _title(self) -> str:
        return self.form.titles[0].text if self.form.titles else self.form.sheet.name

    def _problem(self, rule: str, variant: str, **fields: object) -> None:
        header = Text("", self.form.bottom, self.form.columns[CRITERION])
        at = self.form.titles[0] if self.form.titles else header
        self.job.findings.problem(self.form.sheet, at.row, at.column, rule, variant, **fields)

    def _at(self, row: int, rule: str, variant: str, **fields: object) -> None:
        self.job.findings.problem(self.form.sheet, row, self.form.columns[CRITERION], rule, variant, **fields)
