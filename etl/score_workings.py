"""How one unit's score follows from published figures: every part, the rounding, and all units beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl import warehouse
from etl.live_formulas import Figure, Formula, Parts, mean
from etl.text import Texts
from indicators import residual
from indicators.breakdown import ROUNDING, max_points
from indicators.framework import Framework, from_frame
from indicators.recasting import NEW_UNIVERSE, OLD_UNIVERSE
from indicators.shared_parts import shared_parts

FIRST_ROW = 4
"""Row (from 0) of the first line of every table of the workbook."""
TINY = 1e-9


class NoBreakdown(Exception):
    """The parts of this unit's score are not known in this framework, period and universe."""


@dataclass(frozen=True)
class Edition:
    """Whose score: `province` (code) in one framework, period and universe of a build."""

    build_id: str
    framework: str
    period: int
    universe: int
    province: str


@dataclass(frozen=True, eq=False)
class Computed:
    """Everything that the sheets show.

    `figures`: mart `published_figures` as far as used, a row of the sheet each; `own`: mart `parts` of the unit;
    `shared`: maximum points of the parts that all units have; `units`: all units of the edition by code, in Vietnamese
    order; `ranking`: mart `ranking` of the index, by unit; `shares`: by unit and part, how it follows; `closing`: by
    unit the points that rounding adds; `index`: by unit the published index, None where none is.
    """

    edition: Edition
    name: str
    decree: str
    total: float
    figures: pd.DataFrame
    own: pd.DataFrame
    shared: pd.Series
    units: Mapping[str, str]
    ranking: pd.DataFrame
    shares: Mapping[tuple[str, str], Formula]
    closing: Mapping[str, Formula]
    index: Mapping[str, Formula | None]
    part_names: Mapping[str, str]
    ranked: bool


def computed(edition: Edition, texts: Texts) -> Computed:
    """Everything about one unit's score.  Raises NoBreakdown."""
    asked = {"framework": edition.framework, "period": edition.period, "lang": texts.lang}
    here = asked | {"universe": edition.universe}
    tree = from_frame(_ask(edition, "nodes", framework=edition.framework), id=edition.framework)
    parts = _ask(edition, "parts", **here)
    own = parts[parts["province_code"] == edition.province]
    if own["points"].notna().sum() == 0:
        raise NoBreakdown(edition)
    frameworks = _ask(edition, "frameworks", lang=texts.lang).set_index("framework").loc[edition.framework]
    ranking = _ask(edition, "ranking", indicator=tree.root, **here)
    units = dict(parts[["province_code", "province"]].drop_duplicates().itertuples(index=False, name=None))
    of_unit = _constituents(edition, units)
    figures = _used(_ask(edition, "published_figures", **asked), edition.universe, of_unit)
    workings = _Workings(tree, parts, figures, of_unit, sheet=texts("computed_workbook.sheet.figures"))
    shared = shared_parts(parts, tree).max_points
    return Computed(
        edition=edition,
        name=str(frameworks["name"]),
        decree=str(frameworks["decree"]),
        total=workings.total,
        figures=figures,
        own=own[own["indicator"] != ROUNDING],
        shared=shared,
        units=units,
        ranking=ranking.set_index("province_code"),
        shares={**workings.own_shares(edition.province), **workings.shared_shares(shared)},
        closing={code: workings.closing(code) for code in units},
        index={code: workings.figure(code)(tree.root) for code in units},
        part_names=dict(parts.dropna(subset=["indicator_name"])[["indicator", "indicator_name"]].to_numpy()),
        ranked=len(units) == edition.universe and bool(ranking["rank"].notna().all()),
    )


def _ask(edition: Edition, mart: str, **asked: object) -> pd.DataFrame:
    return warehouse.query(edition.build_id, mart, **asked)


def _constituents(edition: Edition, units: Mapping[str, str]) -> dict[str, list[str]]:
    """The units of the 63 that each unit of the 34 was made of; nothing among the 63 themselves."""
    if edition.universe == OLD_UNIVERSE:
        return {}
    merged = _ask(edition, "successors").sort_values("old_code")
    return {code: list(merged.loc[merged["new_code"] == code, "old_code"]) for code in units}


def _used(figures: pd.DataFrame, universe: int, of_unit: Mapping[str, list[str]]) -> pd.DataFrame:
    """The figures of the universe, and those of the old units where the new ones follow from them."""
    wanted = {universe, OLD_UNIVERSE} if of_unit else {universe}
    return figures[figures["universe"].isin(wanted)].reset_index(drop=True)


class _Workings:
    """How every part of every unit follows from the rows of the sheet of figures."""

    def __init__(
        self,
        tree: Framework,
        parts: pd.DataFrame,
        figures: pd.DataFrame,
        of_unit: Mapping[str, list[str]],
        *,
        sheet: str,
    ) -> None:
        self._tree, self._of_unit = tree, of_unit
        self._values: dict[str, dict[str, float]] = {}
        self._closing: dict[str, float] = {}
        for row in parts.itertuples(index=False):
            if row.indicator == ROUNDING:
                self._closing[str(row.province_code)] = float(row.points)
            else:
                self._values.setdefault(str(row.province_code), {})[str(row.indicator)] = float(row.value)
        known = figures[figures["value"].notna()]
        keys = zip(known["universe"], known["province_code"], known["indicator"], strict=True)
        places = zip(known.index, known["value"], strict=True)
        self._cells = {
            (int(size), str(code), str(indicator)): Formula(f"'{sheet}'!$E${row + FIRST_ROW + 1}", float(value))
            for (size, code, indicator), (row, value) in zip(keys, places, strict=True)
        }
        first = parts[parts["province_code"] == parts["province_code"].iloc[0]]
        self.total = float(first["max_points"].sum())
        self._points = max_points(tree, total=self.total).to_dict()

    def figure(self, province: str) -> Figure:
        """The published shares of one unit; of a merged one, the means of its constituents."""
        size = NEW_UNIVERSE if self._of_unit else OLD_UNIVERSE

        def share(code: str) -> Formula | None:
            if (size, province, code) in self._cells:
                return self._cells[size, province, code]
            old = [self._cells.get((OLD_UNIVERSE, each, code)) for each in self._of_unit.get(province, [])]
            known = [each for each in old if each is not None]
            return mean(known) if known and len(known) == len(old) else None

        return share

    def share(self, province: str, code: str) -> Formula:
        """One part of one unit's breakdown; the plain number where it does not follow from what is published."""
        stated = self._values[province][code]
        found = Parts(self._tree, self._points, self.figure(province)).share(code)
        return found if found is not None and abs(found.value - stated) < TINY else Formula(f"{stated:.17g}", stated)

    def own_shares(self, province: str) -> dict[tuple[str, str], Formula]:
        """The parts of one unit, as fine as they are known."""
        return {(province, code): self.share(province, code) for code in self._values[province]}

    def shared_shares(self, shared: pd.Series) -> dict[tuple[str, str], Formula]:
        """The parts that all units have: of a unit that has finer ones, their mean weighted by points."""
        codes = [(str(code), float(most)) for code, most in shared.items()]
        return {(unit, code): self._shared(unit, code, most) for unit in self._values for code, most in codes}

    def _shared(self, province: str, code: str, most: float) -> Formula:
        if code in self._values[province]:
            return self.share(province, code)
        below = set(residual.stands_for(self._tree, code))
        finer = [each for each in self._values[province] if below >= set(residual.stands_for(self._tree, each))]
        terms = [self.share(province, each).in_points(self._points[each]) for each in finer]
        text = "+".join(term.text for term in terms)
        return Formula(f"({text})/{most:.15g}", sum(term.value for term in terms) / most)

    def closing(self, province: str) -> Formula:
        """Points that close the parts to the published index; 0 where the index is not published."""
        index = self.figure(province)(self._tree.root)
        stated = self._closing[province]
        if index is None:
            return Formula(f"{stated:.17g}", stated)
        terms = [each.in_points(self._points[code]) for (_, code), each in self.own_shares(province).items()]
        text = f"ROUND({self.total:.15g}*{index.text}-({'+'.join(term.text for term in terms)}),9)"
        value = round(self.total * index.value - sum(term.value for term in terms), 9) + 0.0
        return Formula(text, value)
