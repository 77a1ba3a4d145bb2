"""What can be chosen: units, editions, periods, indicators and lenses of a build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from etl import warehouse
from etl.vietnamese import fold

Edition = tuple[str, int, int]
"""One edition's results: framework, period, universe."""


@dataclass(frozen=True)
class Catalogue:
    """The choices that a build offers, in one language.

    ``provinces``: universe, province_code, name, name_vi, name_en, regions, sort_key, folded.
    ``periods``: family, framework, period, universe, decree, n_units; newest first.
    ``indicators``: framework, period, universe, indicator, name, short, position, level, n_values, n_ranks.
    ``categories``: framework, period, universe, lens, category, name, position, n_values, n_ranks.
    ``lenses``: lens, lens_name, question, source, source_url, category, position, category_name.
    ``regions``: region, name; north to south.
    ``successors``: old_code, new_code, same_name.
    """

    provinces: pd.DataFrame
    periods: pd.DataFrame
    indicators: pd.DataFrame
    categories: pd.DataFrame
    lenses: pd.DataFrame
    regions: pd.DataFrame
    successors: pd.DataFrame

    def units(self, universe: int) -> dict[str, str]:
        """Names of a universe's units by code, in Vietnamese alphabetical order."""
        return self._units[universe]

    def plain_names(self, universe: int) -> dict[str, str]:
        """Names of a universe's units by code, without diacritics."""
        return self._plain_names[universe]

    def code_of(self, named: str) -> str | None:
        """The code of the unit of the 63 that a code or a name (in any spelling) means."""
        return named if named in self.units(63) else self._folded.get(fold(named))

    def editions(self, family: str) -> pd.DataFrame:
        """Rows of ``periods`` for one family of indices (dti or ict)."""
        return self._editions[family]

    def family_of(self, framework: str) -> str:
        """The family of indices that a framework belongs to."""
        return self._families[framework]

    def decrees(self) -> dict[str, str]:
        """The decree (or report) that states each framework, by framework."""
        return dict(zip(self.periods["framework"], self.periods["decree"], strict=True))

    def indicator_names(self, framework: str, period: int, universe: int, *, short: bool = False) -> dict[str, str]:
        """Names of the indicators that have figures there, by code, in the order of the decree: the index first."""
        return self._indicators[short].get((framework, period, universe), {})

    def category_names(self, lens: str, edition: Edition) -> dict[str, str]:
        """Names of the lens's categories that have scores in the edition, by code."""
        return self._categories.get((*edition, lens), {})

    def lens_names(self) -> dict[str, str]:
        """Names of the lenses by code."""
        return dict(zip(self.lenses["lens"], self.lenses["lens_name"], strict=True))

    def region_names(self) -> dict[str, str]:
        """Names of the regions by code, north to south."""
        return dict(zip(self.regions["region"], self.regions["name"], strict=True))

    def region_size(self, universe: int, region: str) -> int:
        """Units of a universe that lie in a region ("" = all), wholly or in part."""
        regions = self.provinces.loc[self.provinces["universe"] == universe, "regions"]
        return sum(not region or region in each for each in regions)

    def successor(self, old_code: str) -> str:
        """The unit of the 34 that a unit of the 63 became part of."""
        return str(self.successors.loc[self.successors["old_code"] == old_code, "new_code"].iloc[0])

    def predecessor(self, new_code: str) -> str:
        """The constituent that gave a unit of the 34 its name (or its only one)."""
        rows = self.successors[(self.successors["new_code"] == new_code) & self.successors["same_name"]]
        return str(rows["old_code"].iloc[0])

    def constituents(self, new_code: str) -> list[str]:
        """Names of the units of the 63 that a unit of the 34 was formed from, in Vietnamese alphabetical order."""
        old = set(self.successors.loc[self.successors["new_code"] == new_code, "old_code"])
        return [name for code, name in self.units(63).items() if code in old]

    def universes(self, framework: str, period: int) -> list[int]:
        """The numbers of units that an edition has results for, the larger first."""
        return self._universes[framework, period]

    @cached_property
    def _families(self) -> dict[str, str]:
        return dict(zip(self.periods["framework"], self.periods["family"].astype(str), strict=True))

    @cached_property
    def _editions(self) -> dict[str, pd.DataFrame]:
        return {str(family): rows for family, rows in self.periods.groupby("family", sort=False)}

    @cached_property
    def _universes(self) -> dict[tuple[str, int], list[int]]:
        groups = self.periods.groupby(["framework", "period"], sort=False)
        return {key: sorted(rows["universe"].astype(int), reverse=True) for key, rows in groups}

    @cached_property
    def _units(self) -> dict[int, dict[str, str]]:
        groups = self.provinces.groupby("universe", sort=False)
        return {int(universe): _by_code(rows, "province_code", "name") for universe, rows in groups}

    @cached_property
    def _plain_names(self) -> dict[int, dict[str, str]]:
        groups = self.provinces.groupby("universe", sort=False)
        return {int(universe): _by_code(rows, "province_code", "name_en") for universe, rows in groups}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return _by_code(self.provinces[self.provinces["universe"] == 63], "folded", "province_code")

    @cached_property
    def _indicators(self) -> dict[bool, dict[Edition, dict[str, str]]]:
        groups = list(self.indicators.groupby(["framework", "period", "universe"], sort=False))
        return {
            short: {key: _by_code(rows, "indicator", column) for key, rows in groups}
            for short, column in ((False, "name"), (True, "short"))
        }

    @cached_property
    def _categories(self) -> dict[tuple[str, int, int, str], dict[str, str]]:
        groups = self.categories.groupby(["framework", "period", "universe", "lens"], sort=False)
        return {key: _by_code(rows, "category", "name") for key, rows in groups}


def _by_code(rows: pd.DataFrame, code: str, name: str) -> dict[str, str]:
    return dict(zip(rows[code], rows[name], strict=True))


@st.cache_resource(max_entries=8, show_spinner=False)
def catalogue(build_id: str, lang: str) -> Catalogue:
    """The catalogue of a build; shared by all sessions, never changed."""
    marts = ("provinces", "periods", "indicators", "categories", "lenses", "regions")
    return Catalogue(
        **{mart: warehouse.query(build_id, mart, lang=lang) for mart in marts},
        successors=warehouse.query(build_id, "successors"),
    )
