"""The two tables of the command line, checked: every fault of both is found before anything is refused.

The framework: `code,parent,weight,direction` (others allowed). The values: the unit, then one column per
leaf. Plain comma-separated UTF-8, with or without a byte-order mark.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import Fault, FrameworkFaults, IndicatorError
from indicators.framework import REQUIRED, Framework, from_frame

LINE = "(line)"
# A line of a file: its number (the header is 1) and its cells.
Row = tuple[int, list[str]]
MISSING = frozenset({"", "nan", "na", "n/a"})


@dataclass(frozen=True)
class InputFault:
    """One fault of an input file: where (`line` counts the header as 1; None = the whole file or column),
    what was `found` there, and the kind (`problem_key`: the key of its sentence under `engine.fault`)."""

    file: str
    problem_key: str
    line: int | None = None
    column: str = ""
    found: str = ""


class InputFaults(IndicatorError):
    """Input that cannot be used; `faults` holds every one of them."""

    def __init__(self, faults: Sequence[InputFault]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Inputs:
    """A checked framework, the raw values (units x leaves, NaN missing), and the goalposts if asked for
    (index leaf; lower, upper)."""

    framework: Framework
    values: pd.DataFrame
    bounds: pd.DataFrame | None


def read_inputs(framework: tuple[str, bytes], values: tuple[str, bytes], *, own_aggregation: bool = True,
                goalposts: bool = False) -> Inputs:  # fmt: skip
    """Both tables, each given as (file name, content). Raises InputFaults with all faults of both.

    `own_aggregation`: read the framework's column `aggregation`, if it has one; `goalposts`: read its columns
    `lower` and `upper`, which every leaf then needs.
    """
    table, faults = read_table(*framework)
    codes = _codes(table)
    tree, more = _framework(table, file=framework[0], own_aggregation=own_aggregation)
    faults += more
    bounds = None
    if codes is not None and goalposts:
        bounds, more = _bounds(table, codes.leaves, file=framework[0])
        faults += more
    numbers, more = _values(*values, codes=codes)
    if faults or more or tree is None:
        raise InputFaults([*_by_line(faults), *_by_line(more)])
    return Inputs(tree, numbers, bounds)


@dataclass(frozen=True)
class _Codes:
    """What a framework's table names, read even where the framework itself cannot be used."""

    leaves: list[str]
    groups: list[str]


def _codes(table: pd.DataFrame) -> _Codes | None:
    """Nodes that nothing names as its parent are leaves, all others groups; None without these columns."""
    if not {"code", "parent"} <= set(table.columns):
        return None
    nodes = table[table["code"] != ""].drop_duplicates("code")
    below = (nodes["parent"] != "") & ~nodes["code"].isin(table["parent"])
    return _Codes(leaves=list(nodes["code"][below]), groups=list(nodes["code"][~below]))


def _by_line(faults: list[InputFault]) -> list[InputFault]:
    """Those of the whole file first; on one line, in the order found."""
    return sorted(faults, key=lambda fault: fault.line or 0)


def read_table(file: str, content: bytes) -> tuple[pd.DataFrame, list[InputFault]]:
    """A CSV file as text cells (index LINE: line in the file), and what is wrong with its form."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return pd.DataFrame(), [InputFault(file, "not-utf8", found=error.object[error.start : error.end].hex())]
    reader = csv.reader(io.StringIO(text, newline=""))
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    if not rows:
        return pd.DataFrame(), [InputFault(file, "empty")]
    (_, header), *body = rows
    if len(header) == 1 and ";" in header[0]:
        return pd.DataFrame(), [InputFault(file, "semicolons", line=1)]
    return _as_table(header, body), _form_faults(file, header, body)


def _as_table(header: list[str], body: list[Row]) -> pd.DataFrame:
    """Short rows filled up, long rows cut, and of repeated columns the first, so that checks can go on."""
    cells = [(row + [""] * len(header))[: len(header)] for _, row in body]
    table = pd.DataFrame(cells, columns=header, index=pd.Index([line for line, _ in body], name=LINE), dtype=str)
    return table.loc[:, ~table.columns.duplicated()]


def _form_faults(file: str, header: list[str], body: list[Row]) -> list[InputFault]:
    repeated = sorted({name for name in header if header.count(name) > 1})
    uneven = [(line, f"{len(row)} ≠ {len(header)}") for line, row in body if len(row) != len(header)]
    return [InputFault(file, "duplicate-column", 1, name) for name in repeated] + [
        InputFault(file, "cells", line, found=found) for line, found in uneven
    ]


def _framework(table: pd.DataFrame, *, file: str,
               own_aggregation: bool) -> tuple[Framework | None, list[InputFault]]:  # fmt: skip
    if table.columns.empty:
        return None, []
    wanted = [*REQUIRED, "aggregation"] if own_aggregation else list(REQUIRED)
    try:
        tree = from_frame(table[[name for name in wanted if name in table]], id=file)
    except FrameworkFaults as error:
        return None, [_framework_fault(file, fault, table) for fault in error.faults]
    return (tree, []) if tree.aggregates else (None, [InputFault(file, "no-leaves")])


def _framework_fault(file: str, fault: Fault, table: pd.DataFrame) -> InputFault:
    """A fault of the framework with the last line on which its code stands."""
    lines = table.index[table["code"] == fault.code].tolist() if fault.code else []
    line = int(lines[-1]) if lines else None
    return InputFault(file, fault.problem_key, line, fault.column, fault.found or fault.code)


def _bounds(table: pd.DataFrame, leaves: list[str], *, file: str) -> tuple[pd.DataFrame, list[InputFault]]:
    rows = table[table["code"].isin(leaves)]
    absent = [InputFault(file, "missing-column", column=name) for name in ("lower", "upper") if name not in rows]
    if absent:
        return pd.DataFrame(), absent
    bounds, faults = _numbers(rows[["lower", "upper"]], file=file)
    blank = [InputFault(file, "missing-goalpost", line, name) for name in ("lower", "upper")
             for line in rows.index[rows[name] == ""]]  # fmt: skip
    turned = rows[bounds["lower"] >= bounds["upper"]]
    order = [InputFault(file, "goalposts-order", line, "lower", f"{lower} ≥ {upper}")
             for line, lower, upper in turned[["lower", "upper"]].itertuples()]  # fmt: skip
    return bounds.set_axis(rows["code"]), faults + blank + order


def _values(file: str, content: bytes, *, codes: _Codes | None) -> tuple[pd.DataFrame, list[InputFault]]:
    table, faults = read_table(file, content)
    if table.columns.empty:
        return pd.DataFrame(), faults
    names, cells = table.iloc[:, 0], table.iloc[:, 1:]
    if codes is not None:
        faults += _column_faults(file, list(cells.columns), codes)
        cells = cells[cells.columns.intersection(codes.leaves)]
    faults += _unit_faults(file, names)
    numbers, more = _numbers(cells, file=file)
    return numbers.set_axis(pd.Index(names, name="unit")), faults + more


def _column_faults(file: str, columns: list[str], codes: _Codes) -> list[InputFault]:
    extra = [name for name in columns if name not in codes.leaves]
    kinds = ["not-a-leaf" if name in codes.groups else "unknown-column" for name in extra]
    absent = [name for name in codes.leaves if name not in columns]
    return [InputFault(file, kind, 1, name) for kind, name in zip(kinds, extra, strict=True)] + [
        InputFault(file, "missing-leaf", 1, name) for name in absent
    ]


def _unit_faults(file: str, names: pd.Series) -> list[InputFault]:
    if names.empty:
        return [InputFault(file, "no-units")]
    column = str(names.name)
    empty = [InputFault(file, "empty-unit", line, column) for line in names.index[names == ""]]
    again = names[names.duplicated() & (names != "")]
    return empty + [InputFault(file, "duplicate-unit", line, column, unit)
                    for line, unit in zip(again.index, again, strict=True)]  # fmt: skip


def _numbers(cells: pd.DataFrame, *, file: str) -> tuple[pd.DataFrame, list[InputFault]]:
    """Cells as numbers, NaN where MISSING; a fault for each cell that is neither, or not finite."""
    numbers = cells.apply(pd.to_numeric, errors="coerce").astype(float)
    suspects = [(int(row), int(column)) for row, column in np.argwhere(~np.isfinite(numbers.to_numpy()))]
    faults = [InputFault(file, "not-a-number", int(cells.index[row]), str(cells.columns[column]), found)
              for row, column in suspects
              if (found := str(cells.iat[row, column])).lower() not in MISSING]  # fmt: skip
    return numbers, faults
