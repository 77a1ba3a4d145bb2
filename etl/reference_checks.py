"""What must hold in data/framework and data/geo; every fault is gathered, none is raised on the way."""

import csv
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from etl.text import Texts
from etl.vietnamese import fold


@dataclass(frozen=True)
class ReferenceFault:
    """One fault of a reference table.

    `line` of the file (header = 1; None: the whole file), `column`, `found` as written, `key`: the kind of
    fault (its words stand under `reference.<key>`).
    """

    file: str
    line: int | None
    column: str
    found: str
    key: str

    def message(self, texts: Texts) -> str:
        """What is wrong, in the language of `texts`."""
        return self._filled("message", texts)

    def fix(self, texts: Texts) -> str:
        """How to mend it, in the language of `texts`."""
        return self._filled("fix", texts)

    def _filled(self, part: str, texts: Texts) -> str:
        return texts(f"reference.{self.key}.{part}", file=self.file, column=self.column, found=self.found)


class ReferenceFaults(Exception):
    """The reference tables cannot be used; `faults` holds every fault, not only the first."""

    def __init__(self, faults: Sequence[ReferenceFault]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(f"{f.file}:{f.line or ''} {f.column}: {f.key}: {f.found!r}" for f in faults))


@dataclass
class Faults:
    """Reads tables as text ("" is empty) and gathers faults; each check names the file it looks at.

    `published`: tables that people published, by file name, each in place of its former self: a tree as a
    whole, the rows of a framework elsewhere.
    """

    published: Sequence[Mapping[str, pd.DataFrame]] = ()
    found: list[ReferenceFault] = field(default_factory=list)

    @property
    def published_editions(self) -> set[str]:
        """Ids of the frameworks that published tables add or replace."""
        return {edition for tables in self.published for edition in _editions(tables)}

    def add(self, file: str, line: int | None, column: str, found: str, key: str) -> None:
        self.found.append(ReferenceFault(file, line, column, found, key))

    def read(self, path: Path, columns: Sequence[str]) -> pd.DataFrame:
        """The table as text; a column that is not there is a fault and read as empty."""
        frame = self._stored(path, columns)
        for column in columns:
            if column not in frame:
                self.add(path.name, 1, column, "", "missing-column")
                frame[column] = ""
        return frame

    def _stored(self, path: Path, columns: Sequence[str]) -> pd.DataFrame:
        stored = self._table(path) if path.is_file() else None
        for tables in self.published:
            if path.name in tables:
                stored = _replaced(stored, tables[path.name], editions=_editions(tables))
        if stored is None:
            self.add(path.name, None, "", "", "missing-file")
            return pd.DataFrame({column: pd.Series(dtype=str) for column in columns})
        return stored.fillna("")

    def _table(self, path: Path) -> pd.DataFrame:
        """The file as text; a row that is wider or narrower than the header is a fault."""
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = list(csv.reader(file)) or [[]]
        for line, row in enumerate(rows, start=2):
            if len(row) != len(header):
                self.add(path.name, line, "", " | ".join(row), "ragged-row")
        cells = [(row + [""] * len(header))[: len(header)] for row in rows]
        return pd.DataFrame(cells, columns=header, dtype=str)

    def unique(self, file: str, frame: pd.DataFrame, columns: Sequence[str]) -> None:
        """No two rows agree in `columns`."""
        self._rows(file, frame, frame.duplicated(list(columns)), list(columns), "duplicate")

    def filled(self, file: str, frame: pd.DataFrame, columns: Sequence[str]) -> None:
        """No cell of `columns` is empty."""
        for column in columns:
            self._rows(file, frame, frame[column] == "", [column], "empty")

    def known(self, file: str, frame: pd.DataFrame, columns: Sequence[str], known: Collection[object]) -> None:
        """Each row's `columns` (a tuple when several) are among `known`."""
        one = len(columns) == 1
        keys = frame[columns[0]] if one else zip(*(frame[column] for column in columns), strict=True)
        self._rows(file, frame, [key not in known for key in keys], list(columns), "unknown")

    def number(self, file: str, frame: pd.DataFrame, columns: Sequence[str]) -> None:
        """Each cell of `columns` is empty or a number; the columns become numbers."""
        for column in columns:
            numbers = pd.to_numeric(frame[column].replace("", None), errors="coerce")
            self._rows(file, frame, numbers.isna() & (frame[column] != ""), [column], "not-a-number")
            frame[column] = numbers

    def whole(self, file: str, frame: pd.DataFrame, columns: Sequence[str]) -> None:
        """Each cell of `columns` is empty or a whole number; the columns become Int64."""
        for column in columns:
            self.number(file, frame, [column])
            broken = frame[column] % 1 > 0
            self._rows(file, frame, broken, [column], "not-a-number")
            frame[column] = frame[column].mask(broken).astype("Int64")

    def one_meaning(self, file: str, frame: pd.DataFrame, *, scope: str, name: str, code: str) -> None:
        """No name, as compared, stands for two codes in one scope."""
        keys = frame.assign(folded=frame[name].map(fold))[[scope, "folded", code]].drop_duplicates()
        ambiguous = keys[keys.duplicated([scope, "folded"], keep="first")]
        self._rows(file, frame, frame.index.isin(ambiguous.index), [scope, name, code], "ambiguous")

    def _rows(self, file: str, frame: pd.DataFrame, at_fault: ArrayLike, columns: list[str], key: str) -> None:
        for position in np.flatnonzero(np.asarray(at_fault, dtype=bool)):
            found = " / ".join(str(frame[column].iloc[position]) for column in columns)
            self.add(file, int(frame.index[position]) + 2, ", ".join(columns), found, key)


def _editions(tables: Mapping[str, pd.DataFrame]) -> set[str]:
    """Ids of the frameworks that published tables describe."""
    return set(map(str, tables["frameworks.csv"]["framework"])) if "frameworks.csv" in tables else set()


def _replaced(frame: pd.DataFrame | None, later: pd.DataFrame, *, editions: set[str]) -> pd.DataFrame:
    """`later` in place of the table, or of the rows of the frameworks it speaks of: those in it, and `editions`."""
    if frame is None or "framework" not in frame:
        return later
    spoken_of = editions.union(later.get("framework", ()))
    return pd.concat([frame[~frame["framework"].isin(spoken_of)], later], ignore_index=True)
