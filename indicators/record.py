"""A record: one framework, period and universe as a matrix of units × indicators.

Everything that the panel does to the published figures (derive, score, rank, break down) is done to one
record at a time, with all units at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from indicators.errors import UnknownNames
from indicators.framework import Framework

# A number per basis, by distance from the source: what is made of two figures has the larger of the two.
PUBLISHED, COMPUTED, DERIVED = 1, 2, 3
BASIS_NAMES = np.array(["", "published", "computed", "derived"], dtype=object)


@dataclass(frozen=True, eq=False)
class Record:
    """Figures of one framework, period and universe.

    Four matrices of one shape, a row for each unit of the universe and a column for each node of the
    framework: `values` (0..1, NaN missing), `basis` (PUBLISHED | COMPUTED | DERIVED; 0 where there is
    neither value nor rank), `rank_published` (NaN where the source prints none), `decimals` (digits that the
    source prints; NaN unknown).
    """

    framework: Framework
    period: int
    universe: int
    values: pd.DataFrame
    basis: pd.DataFrame
    rank_published: pd.DataFrame
    decimals: pd.DataFrame

    @cached_property
    def given(self) -> pd.DataFrame:
        """Values that a source prints (same shape; NaN elsewhere)."""
        return self.values.where(self.basis == PUBLISHED)

    def filled(self, found: pd.DataFrame, *, basis: pd.DataFrame | int) -> Record:
        """This record with `found` (same units × some codes) where it had no value; what it had stands."""
        at = self.values.columns.get_indexer(found.columns)
        values, bases = self.values.to_numpy(copy=True), self.basis.to_numpy(copy=True)
        take = np.isnan(values[:, at]) & found.notna().to_numpy()
        values[:, at] = np.where(take, found, values[:, at])
        bases[:, at] = np.where(take, basis, bases[:, at])
        return replace(self, values=self._like(values), basis=self._like(bases))

    def keys(self) -> dict[str, object]:
        """The columns that every row of this record shares in a result."""
        return {"framework": self.framework.id, "period": self.period, "universe": self.universe}

    def _like(self, matrix: np.ndarray) -> pd.DataFrame:
        return pd.DataFrame(matrix, index=self.values.index, columns=self.values.columns)


def empty(framework: Framework, *, period: int, universe: int, units: pd.Index) -> Record:
    """A record without figures."""
    nothing = pd.DataFrame(np.nan, index=units, columns=framework.nodes.index)
    return Record(framework, period, universe, nothing, nothing.fillna(0).astype(int), nothing, nothing)


def from_observations(
    observations: pd.DataFrame, *, frameworks: Mapping[str, Framework], units: Mapping[int, pd.Index]
) -> list[Record]:
    """Records of all figures that were published, in order of framework, period, universe.

    `observations`: OBSERVATION rows; other assessors than `published` stay out of the published record.
    `units`: province codes of each universe. Raises UnknownNames for a framework, universe, indicator or
    unit that the reference does not know.
    """
    published = observations[observations["assessor"] == "published"]
    _refuse_unknown("framework", published["framework"], frameworks)
    _refuse_unknown("universe", published["universe"], units)
    groups = published.groupby(["framework", "period", "universe"], sort=True)
    return [_record(rows, frameworks=frameworks, units=units) for _, rows in groups]


def _record(rows: pd.DataFrame, *, frameworks: Mapping[str, Framework], units: Mapping[int, pd.Index]) -> Record:
    """One record from the rows of one framework, period and universe."""
    first = rows.iloc[0]
    universe = int(first["universe"])
    blank = empty(
        frameworks[str(first["framework"])],
        period=int(first["period"]),
        universe=universe,
        units=units[universe],
    )
    where = f"{blank.framework.id} {blank.period} ({blank.universe})"
    _refuse_unknown("indicator", rows["indicator"], blank.values.columns, where=where)
    _refuse_unknown("unit", rows["province_code"], blank.values.index, where=where)
    at = (
        blank.values.index.get_indexer(pd.Index(rows["province_code"])),
        blank.values.columns.get_indexer(pd.Index(rows["indicator"])),
    )
    basis = rows["basis"].map({name: number for number, name in enumerate(BASIS_NAMES) if name})
    return replace(
        blank,
        values=_placed(blank.values, at, rows["value"]),
        basis=_placed(blank.values, at, basis).fillna(0).astype(int),
        rank_published=_placed(blank.values, at, rows["rank_published"]),
        decimals=_placed(blank.values, at, rows["decimals"]),
    )


def _placed(shape: pd.DataFrame, at: tuple[np.ndarray, np.ndarray], values: pd.Series) -> pd.DataFrame:
    matrix = np.full(shape.shape, np.nan)
    matrix[at] = values.to_numpy(dtype=float, na_value=np.nan)
    return pd.DataFrame(matrix, index=shape.index, columns=shape.columns)


def _refuse_unknown(kind: str, found: pd.Series, known: object, *, where: str = "") -> None:
    unknown = set(found.unique()) - set(known)  # type: ignore[call-overload]
    if unknown:
        raise UnknownNames(kind=kind, names=sorted(map(str, unknown)), where=where)
