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
    "framework", "period", "universe", "lens", "category", "rank", "of", "province_code", "value", "coverage",
    "basis",
]  # fmt: skip


@dataclass(frozen=True)
class Lenses:
    """The lenses as data.

    `lenses`: one row per `lens`; `categories`: one per `lens`, `category`, with its `position`; `members`:
    one per `framework`, `lens`, `category`, `indicator`. A category may be empty and categories may overlap.
    """

    lenses: pd.DataFrame
    categories: pd.DataFrame
    members: pd.DataFrame


@dataclass(frozen=True)
class CategoryScores:
    """One category, by unit: `value` (0..1, NaN no member present), `coverage` (points present ÷ points
    mapped), `basis` (as in a record); `comparable`: all units have the same members present."""

    value: np.ndarray
    coverage: np.ndarray
    basis: np.ndarray
    comparable: bool


def scores(record: Record, lenses: Lenses) -> pd.DataFrame:
    """LENS_SCORE rows of one record: a row per lens, category and unit with at least one member present.

    Grain: framework, period, universe, lens, category, province_code. `value` 0..1; `coverage` 0..1, points
    present ÷ points mapped; `rank` Int64, empty unless every unit has the same members present; `of` = size
    of the universe; `basis` = computed, or derived where a member is. Members without known points do not
    count.
    """
    mapped = lenses.members[lenses.members["framework"] == record.framework.id]
    members = mapped.groupby(["lens", "category"], sort=False)["indicator"].agg(list)
    if members.empty:
        return pd.DataFrame(columns=COLUMNS)
    found = [
        category_scores(record, codes, whole=lens == PILLARS)
        for lens, codes in zip(members.index.get_level_values("lens"), members, strict=True)
    ]
    return _rows(record, members.index, found)


def category_scores(record: Record, members: Sequence[str], *, whole: bool = False) -> CategoryScores:
    """Score of one category: Σ points·value / Σ points over the members present.

    `whole`: a group whose children are all members counts as one member (under Decision 922 the common group
    is known where its five indicators are not), and the category is missing unless it is complete.
    """
    codes = _with_groups(record.framework, members) if whole else members
    codes = [code for code, weight in zip(codes, record.framework.weights(codes), strict=True) if weight > 0]
    weights = record.framework.weights(codes)
    at = record.values.columns.get_indexer(pd.Index(codes))
    values, bases = record.values.to_numpy()[:, at], record.basis.to_numpy()[:, at]
    present = ~np.isnan(values)
    points = present @ weights
    with np.errstate(invalid="ignore"):
        value = np.where(present, values, 0) @ weights / points
    return CategoryScores(
        value=np.where(present.all(axis=1), value, np.nan) if whole else value,
        coverage=points / weights.sum() if codes else points,
        basis=np.where(present, bases, 0).max(axis=1, initial=COMPUTED),
        comparable=bool((present == present[:1]).all()),
    )


def _with_groups(framework: Framework, members: Sequence[str]) -> list[str]:
    """The members, with each group whose weighted children are all among them in their place."""
    codes = list(members)
    for group in framework.aggregates[:-1]:
        weighted = framework.weighted_children(group)
        if weighted and set(weighted) <= set(codes):
            codes = [group] + [code for code in codes if code not in framework.children(group)]
    return codes


def _rows(record: Record, categories: pd.Index, found: Sequence[CategoryScores]) -> pd.DataFrame:
    value = pd.DataFrame(np.column_stack([each.value for each in found]), index=record.values.index)
    comparable = value.columns[[each.comparable for each in found]]
    ranks = rank.of_all(value[comparable]).reindex(columns=value.columns)
    column, row = np.nonzero(value.notna().to_numpy().T)
    return pd.DataFrame(
        {
            **record.keys(),
            "lens": categories.get_level_values("lens")[column],
            "category": categories.get_level_values("category")[column],
            "rank": pd.Series(ranks.to_numpy()[row, column]).astype("Int64"),
            "of": len(value),
            "province_code": value.index[row],
            "value": value.to_numpy()[row, column],
            "coverage": np.column_stack([each.coverage for each in found])[row, column],
            "basis": BASIS_NAMES[np.column_stack([each.basis for each in found]).astype(int)[row, column]],
        },
        columns=COLUMNS,
    )
