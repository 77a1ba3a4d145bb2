"""What can be chosen: units, editions, periods, indicators and lenses of a build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from etl import warehouse


@dataclass(frozen=True)
class Catalogue:
    """The choices that a build offers, in one language.

    ``provinces``: universe, province_code, name, name_vi, name_en, regions, sort_key, folded.
    ``periods``: family, framework, period, universe, decree, n_units; newest first.
    ``indicators``: framework, period, universe, indicator, name, short, position, level, n_values, n_ranks.
    ``lenses``: lens, lens_name, question, source, source_url, category, position, category_name.
    ``successors``: old_code, new_code, same_name.
    """

    provinces: pd.DataFrame
    periods: pd.DataFrame
    indicators: pd.DataFrame
    lenses: pd.DataFrame
    successors: pd.DataFrame

    def units(self, universe: int) -> dict[str, str]:
        """Names of a universe's units by code, in Vietnamese alphabetical order."""
        return self._units[universe]

    def editions(self, family: str) -> pd.DataFrame:
        """Rows of ``periods`` for one family of indices (dti or ict)."""
        return self.periods[self.periods["family"] == family]

    def family_of(self, framework: str) -> str:
        """The family of indices that a framework belongs to."""
        return str(self.periods.loc[self.periods["framework"] == framework, "family"].iloc[0])

    def indicator_names(self, framework: str, period: int, universe: int, *, short: bool = False) -> dict[str, str]:
        """Names of the indicators that have figures there, by code, in the order of the decree."""
        return self._indicators[short].get((framework, period, universe), {})

    @cached_property
    def _units(self) -> dict[int, dict[str, str]]:
        return {
            int(universe): dict(zip(rows["province_code"], rows["name"], strict=True))
            for universe, rows in self.provinces.groupby("universe", sort=False)
        }

    @cached_property
    def _indicators(self) -> dict[bool, dict[tuple, dict[str, str]]]:
        groups = list(self.indicators.groupby(["framework", "period", "universe"], sort=False))
        return {
            short: {key: dict(zip(rows["indicator"], rows[column], strict=True)) for key, rows in groups}
            for short, column in ((False, "name"), (True, "short"))
        }

    def lens_names(self) -> dict[str, str]:
        """Names of the lenses by code."""
        return dict(zip(self.lenses["lens"], self.lenses["lens_name"], strict=True))

    def successor(self, old_code: str) -> str:
        """The unit of the 34 that a unit of the 63 became part of."""
        return str(self.successors.loc[self.successors["old_code"] == old_code, "new_code"].iloc[0])

    def predecessor(self, new_code: str) -> str:
        """The constituent that gave a unit of the 34 its name (or its only one)."""
        rows = self.successors[(self.successors["new_code"] == new_code) & self.successors["same_name"]]
        return str(rows["old_code"].iloc[0])


@st.cache_resource(max_entries=8, show_spinner=False)
def catalogue(build_id: str, lang: str) -> Catalogue:
    """The catalogue of a build; shared by all sessions, never changed."""
    return Catalogue(
        provinces=warehouse.query(build_id, "provinces", lang=lang),
        periods=warehouse.query(build_id, "periods", lang=lang),
        indicators=warehouse.query(build_id, "indicators", lang=lang),
        lenses=warehouse.query(build_id, "lenses", lang=lang),
        successors=warehouse.query(build_id, "successors"),
    )
