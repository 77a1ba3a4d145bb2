"""What a reader has chosen, and its two-way translation to the address. Knows no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pages.ui.queries.catalogue import Catalogue

LANGUAGES = ("vi", "en")
MOST_RIVALS = 5
DEFAULT_LENS = "pillars"
MERGED_UNIVERSE = 34
"""The units since 1 July 2025; codes of the 63 before mean other units here."""


@dataclass(frozen=True)
class Selection:
    """One view's choices; equal selections show equal views.

    ``indicator`` is an indicator with figures in the edition, or a category of the chosen lens that has scores there.
    """

    lang: str
    province: str
    framework: str
    period: int
    universe: int
    indicator: str
    lens: str
    against: tuple[str, ...] = ()

    def address(self) -> dict[str, str]:
        """The query of the view's link: every choice, spelled out, so that a later default changes no old link."""
        query = {
            "lang": self.lang,
            "province": self.province,
            "framework": self.framework,
            "period": str(self.period),
            "universe": str(self.universe),
            "indicator": self.indicator,
            "lens": self.lens,
        }
        return query | ({"against": ",".join(self.against)} if self.against else {})

    def moved(self, catalogue: Catalogue, **choices: object) -> Selection:
        """The selection after one choice, with the others made to fit it (units follow their universe)."""
        query = self.address() | {key: str(value) for key, value in choices.items()}
        if "period" in choices and "framework" not in choices:
            del query["framework"]
            query["family"] = catalogue.family_of(self.framework)
        there, _ = read(query, catalogue, home=self.province)
        if there.universe == self.universe:
            return there
        return read(there.address() | _translated(self, there.universe, catalogue), catalogue, home=self.province)[0]


@dataclass(frozen=True)
class Unread:
    """A part of an address that names nothing we have, and so was replaced by the default."""

    name: str
    found: str


def read(query: Mapping[str, str], catalogue: Catalogue, *, home: str) -> tuple[Selection, list[Unread]]:
    """The selection that an address means, and what in it could not be understood.

    ``home`` is the code (of the 63 units) of the province shown when none is named. Never raises: a link typed
    by hand opens on the nearest view there is.
    """
    unread: list[Unread] = []
    lang = _one_of(query, "lang", LANGUAGES, LANGUAGES[0], unread)
    edition = _edition(query, catalogue, unread)
    universe = int(edition["universe"])
    units = catalogue.units(universe)
    at_home = home if universe == 63 or home not in set(catalogue.successors["old_code"]) else catalogue.successor(home)
    province = _one_of(query, "province", tuple(units), at_home if at_home in units else next(iter(units)), unread)
    key = (str(edition["framework"]), int(edition["period"]), universe)
    lens = _one_of(query, "lens", tuple(catalogue.lens_names()), DEFAULT_LENS, unread)
    measures = {**catalogue.indicator_names(*key), **catalogue.category_names(lens, key)}
    return (
        Selection(
            lang=lang,
            province=province,
            framework=key[0],
            period=key[1],
            universe=universe,
            indicator=_one_of(query, "indicator", tuple(measures), next(iter(measures)), unread),
            lens=lens,
            against=_rivals(query, units, province, unread),
        ),
        unread,
    )


def latest(editions: pd.DataFrame) -> pd.Series:
    """The newest edition: 63 units up to 2024, 34 after, where both exist."""
    period = editions["period"].max()
    newest = editions[editions["period"] == period]
    usual = newest[newest["universe"] == (63 if period <= 2024 else 34)]
    return (usual if len(usual) else newest).iloc[0]


def _edition(query: Mapping[str, str], catalogue: Catalogue, unread: list[Unread]) -> pd.Series:
    """The row of ``periods`` that fits as many of framework, period and universe as possible, in that order."""
    fitting = catalogue.editions(query.get("family", "dti"))
    for name, rows in (("framework", catalogue.periods), ("period", None), ("universe", None)):
        if not (wanted := query.get(name)):
            continue
        candidates = fitting if rows is None else rows
        matching = candidates[candidates[name].astype(str) == wanted]
        if len(matching):
            fitting = matching
        else:
            unread.append(Unread(name, wanted))
    return latest(fitting)


def _one_of(query: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str, unread: list[Unread]) -> str:
    wanted = query.get(name)
    if wanted in allowed:
        return str(wanted)
    if wanted:
        unread.append(Unread(name, wanted))
    return default


def _rivals(query: Mapping[str, str], units: Mapping[str, str], province: str, unread: list[Unread]) -> tuple[str, ...]:
    named = [code.strip() for code in query.get("against", "").split(",") if code.strip()]
    unread.extend(Unread("against", code) for code in named if code not in units)
    known = dict.fromkeys(code for code in named if code in units and code != province)
    return tuple(known)[:MOST_RIVALS]


def merged_away(selection: Selection, catalogue: Catalogue) -> dict[str, str]:
    """Of a selection among the 63, the rivals that the 34 leave without a unit of their own beside the chosen one and
    the rivals named before them: the name of each, and of the unit that it is part of now."""
    before, after = catalogue.units(63), catalogue.units(MERGED_UNIVERSE)
    seen, gone = {catalogue.successor(selection.province)}, {}
    for code in selection.against:
        successor = catalogue.successor(code)
        if successor in seen:
            gone[before[code]] = after[successor]
        seen.add(successor)
    return gone


def _translated(selection: Selection, universe: int, catalogue: Catalogue) -> dict[str, str]:
    """Units of the one universe as units of the other."""
    to = catalogue.successor if universe == MERGED_UNIVERSE else catalogue.predecessor
    return {
        "province": to(selection.province),
        "against": ",".join(dict.fromkeys(to(code) for code in selection.against)),
    }
