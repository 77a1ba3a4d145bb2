"""Lenses: a framework's indicators re-grouped into the categories of a theory (method §5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import rank
from indicators.framework import Framework
from indicators.record import BASIS_NAMES, COMPUTED, Record

# The pillars of an edition are part of its law: a group counts as a whole, and half a pillar is no pillar.
PILLARS = "pillars"
COLUMNS = [
    "framework", "period", "universe", "lens", "category", "rank", "of", "province_code", "value", "coverage", "basis",
]  # fmt: skip


@dataclass(frozen=True)
class Lenses:
    """The lenses as data.

    `lenses`: one row per `lens`; `categories`: one per `lens`, `category`, with its `position`; `members`: one per
    `framework`, `lens`, `category`, `indicator`. A category may be empty and categories may overlap.
    """

    lenses: pd.DataFrame
    categories: pd.DataFrame
    members: pd.DataFrame


@dataclass(frozen=True)
class CategoryScores:
    """One category for all units: `value` (0..1, NaN no member present), `coverage` (points present ÷ points
    mapped), `basis` (as in a record), `rank` (Int64; empty unless every unit has the same members present)."""

    value: pd.Series
    coverage: pd.Series
    basis: pd.Series
    rank: pd.Series


def scores(record: Record, lenses: Lenses) -> pd.DataFrame:
    """LENS_SCORE rows of one record: a row per lens, category and unit with at least one member present.

    Grain: framework, period, universe, lens, category, province_code. `value` 0..1; `coverage` 0..1, points present
    ÷ points mapped; `rank` Int64, empty where units differ in the members present; `of` = size of the universe;
    `basis` = computed, or derived where a member is. Members without points do not count.
    """
    mapped = lenses.members[lenses.members["framework"] == record.framework.id]
    frames = [
        _rows(record, str(lens), str(category), category_scores(record, list(rows["indicator"]), whole=lens == PILLARS))
        for (lens, category), rows in mapped.groupby(["lens", "category"], sort=False)
    ]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)


def category_scores(record: Record, members: Sequence[str], *, whole: bool = False) -> CategoryScores:
    """Score of one category: Σ points·value / Σ points over the members present.

    `whole`: a group whose children are all members counts as one member (under Decision 922 the common group is known
    where its five indicators are not), and the category is missing unless it is complete.
    """
    codes = _with_groups(record.framework, members) if whole else list(members)
    weights = np.nan_to_num(record.framework.weights(codes))
    codes, weights = [code for code, weight in zip(codes, weights, strict=True) if weight > 0], weights[weights > 0]
    values = record.values[codes]
    present = values.notna().to_numpy()
    points = present @ weights
    coverage = pd.Series(points / weights.sum() if len(codes) else 0.0, index=values.index)
    with np.errstate(invalid="ignore"):
        value = pd.Series(values.fillna(0).to_numpy() @ weights / points, index=values.index)
    value = value.where(present.all(axis=1)) if whole else value
    return CategoryScores(
        value=value,
        coverage=coverage,
        basis=record.basis[codes].where(present, 0).max(axis=1).fillna(0).astype(int).clip(lower=COMPUTED),
        rank=_ranks(value, present),
    )


def _ranks(value: pd.Series, present: np.ndarray) -> pd.Series:
    """Ranks where all units have the same members present, else all empty."""
    same = bool((present == present[:1]).all())
    return rank.of_all(value.to_frame()).iloc[:, 0] if same else pd.Series(pd.NA, index=value.index, dtype="Int64")


def _with_groups(framework: Framework, members: Sequence[str]) -> list[str]:
    """The members, with each group whose weighted children are all among them in their place."""
    codes = list(members)
    for group in framework.aggregates[:-1]:
        children = framework.children(group)
        weighted = [code for code, weight in zip(children, framework.weights(children), strict=True) if weight > 0]
        if weighted and set(weighted) <= set(codes):
            codes = [group] + [code for code in codes if code not in children]
    return codes


def _rows(record: Record, lens: str, category: str, found: CategoryScores) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            **record.keys(),
            "lens": lens,
            "category": category,
            "rank": found.rank,
            "of": len(found.value),
            "province_code": found.value.index,
            "value": found.value,
            "coverage": found.coverage,
            "basis": BASIS_NAMES[found.basis.to_numpy()],
        },
        columns=COLUMNS,
    )
    return frame[frame["value"].notna()]
