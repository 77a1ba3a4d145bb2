"""What reading one workbook needs to know."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.findings import Findings
from etl.indicator_names import IndicatorNames
from etl.province_names import ProvinceNames
from etl.recognise import Clues
from etl.reference import Reference


@dataclass(frozen=True)
class Hints:
    """What the user says about a return; None leaves it to the words in it.

    ``province``: the unit that a self-assessment form is of, its name or its code.
    """

    framework: str | None = None
    period: int | None = None
    universe: int | None = None
    province: str | None = None


@dataclass(frozen=True)
class Names:
    """The reference tables and the names in them, ready for looking up."""

    reference: Reference
    provinces: ProvinceNames
    indicators: IndicatorNames


@dataclass(frozen=True)
class Job:
    """One workbook to read: its name, what names mean, what the user says; `findings` are added on the way."""

    file: str
    names: Names
    hints: Hints
    findings: Findings = field(default_factory=Findings)

    def clues(self, *scopes: Sequence[str]) -> Clues:
        """What the user says, then the words around a table from the nearest on, then the file's name."""
        hints = self.hints
        return Clues((*map(tuple, scopes), (self.file,)), hints.framework, hints.period, hints.universe)


@dataclass(frozen=True)
class ReadTable:
    """One table or form as read; framework, period or universe None when unknown or when it holds several."""

    sheet: str
    range: str
    framework: str | None
    period: int | None
    universe: int | None
    n_rows: int
