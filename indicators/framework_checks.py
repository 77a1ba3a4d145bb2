"""Every fault of a framework table at once: each rule is one small function that returns its faults."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from indicators.errors import Fault

LEVELS = frozenset({"index", "group", "pillar", "main", "component", "criterion", "residual", "lens_category"})
OUTSIDE_LEVELS = frozenset({"residual", "lens_category"})
AGGREGATIONS = frozenset({"arithmetic", "geometric", "harmonic", "none"})


def as_text(column: pd.Series) -> pd.Series:
    """Cells as trimmed text; an empty or missing cell is ""."""
    return column.astype("string").fillna("").str.strip().astype(str)


def find_faults(frame: pd.DataFrame, *, required: tuple[str, ...]) -> list[Fault]:
    """All faults of a framework table (`code`, `parent`, `weight`, `direction` [, `level`, `aggregation`]).

    Kinds (`problem_key`): missing-column, empty-code, duplicate-code, unknown-parent, cycle, no-root,
    several-roots, not-a-number, negative-weight, missing-weight, zero-weights, unknown-direction,
    unknown-level, unknown-aggregation. `found` is the offending cell as text.
    """
    missing = [Fault("", column, "", "missing-column") for column in required if column not in frame.columns]
    if missing:
        return missing
    table = _as_text_table(frame)
    return [fault for rule in _RULES for fault in rule(table)]


def _as_text_table(frame: pd.DataFrame) -> pd.DataFrame:
    columns = ("code", "parent", "weight", "direction", "level", "aggregation")
    return pd.DataFrame({name: as_text(frame[name]) if name in frame else "" for name in columns})


def _faults(rows: pd.DataFrame, *, column: str, kind: str) -> list[Fault]:
    return [Fault(code, column, found, kind) for code, found in zip(rows["code"], rows[column], strict=True)]


def _codes(table: pd.DataFrame) -> list[Fault]:
    empty = [
        Fault("", "code", f"row {number + 1}", "empty-code")
        for number in range(len(table))
        if not table["code"].iloc[number]
    ]
    repeated = table[table["code"].duplicated() & (table["code"] != "")]
    return empty + _faults(repeated, column="code", kind="duplicate-code")


def _parents(table: pd.DataFrame) -> list[Fault]:
    unknown = table[(table["parent"] != "") & ~table["parent"].isin(table["code"])]
    return _faults(unknown, column="parent", kind="unknown-parent")


def _roots(table: pd.DataFrame) -> list[Fault]:
    roots = table[(table["parent"] == "") & ~table["level"].isin(OUTSIDE_LEVELS)]
    if roots.empty:
        return [Fault("", "parent", "", "no-root")]
    return _faults(roots.assign(parent=roots["code"]).iloc[1:], column="parent", kind="several-roots")


def _cycles(table: pd.DataFrame) -> list[Fault]:
    parent = dict(zip(table["code"], table["parent"], strict=True))
    rows = [_meets_itself(code, parent) for code in table["code"]]
    return _faults(table[rows], column="parent", kind="cycle")


def _meets_itself(code: str, parent: dict[str, str]) -> bool:
    seen: set[str] = set()
    step = parent.get(code, "")
    while step and step != code and step not in seen:
        seen.add(step)
        step = parent.get(step, "")
    return bool(code) and step == code


def _weights(table: pd.DataFrame) -> list[Fault]:
    number = pd.to_numeric(table["weight"], errors="coerce").astype(float)
    words = table[~np.isfinite(number) & (table["weight"] != "")]
    return _faults(words, column="weight", kind="not-a-number") + _faults(
        table[number < 0], column="weight", kind="negative-weight"
    )


def _weights_of_computed(table: pd.DataFrame) -> list[Fault]:
    """A node that is computed needs the weight of each child, and one above zero."""
    computed = table.loc[table["aggregation"] != "none", "code"]
    inside = table[table["parent"].isin(computed) & ~table["level"].isin(OUTSIDE_LEVELS)]
    largest = pd.to_numeric(inside["weight"], errors="coerce").groupby(inside["parent"]).max()
    zero = [Fault(str(code), "weight", "0", "zero-weights") for code in largest.index[largest == 0]]
    return _faults(inside[inside["weight"] == ""], column="weight", kind="missing-weight") + zero


def _directions(table: pd.DataFrame) -> list[Fault]:
    wrong = table[~pd.to_numeric(table["direction"], errors="coerce").isin([1, -1])]
    return _faults(wrong, column="direction", kind="unknown-direction")


def _vocabulary(table: pd.DataFrame) -> list[Fault]:
    levels = table[~table["level"].isin(LEVELS | {""})]
    aggregations = table[~table["aggregation"].isin(AGGREGATIONS | {""})]
    return _faults(levels, column="level", kind="unknown-level") + _faults(
        aggregations, column="aggregation", kind="unknown-aggregation"
    )


_RULES: tuple[Callable[[pd.DataFrame], list[Fault]], ...] = (
    _codes,
    _parents,
    _roots,
    _cycles,
    _weights,
    _weights_of_computed,
    _directions,
    _vocabulary,
)
