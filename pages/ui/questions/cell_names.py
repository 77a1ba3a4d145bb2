"""Names of what figures are about, in one language: units, indicators, editions, assessors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.reference import Reference
from etl.text import Texts


@dataclass(frozen=True)
class CellNames:
    """Names by code; a code that nothing names stands for itself.

    ``units``: by universe and province_code; ``indicators`` and their ``short`` names: by framework and code;
    ``editions``: names of the frameworks, ``decrees``: what states them.
    """

    units: Mapping[tuple[int, str], str]
    indicators: Mapping[tuple[str, str], str]
    short: Mapping[tuple[str, str], str]
    editions: Mapping[str, str]
    decrees: Mapping[str, str]
    assessors: Mapping[str, str]

    def described(self, cells: pd.DataFrame) -> pd.DataFrame:
        """The rows with decree, indicator_name, indicator_short, province and, where they tell it, assessor_name."""
        at_unit = zip(cells["universe"].astype(int), cells["province_code"], strict=True)
        at_indicator = list(zip(cells["framework"], cells["indicator"], strict=True))
        named = cells.assign(
            decree=[self.decrees.get(framework, framework) for framework in cells["framework"]],
            indicator_name=[self.indicators.get(key, key[1]) for key in at_indicator],
            indicator_short=[self.short.get(key, key[1]) for key in at_indicator],
            province=[self.units.get(key, key[1]) for key in at_unit],
        )
        if "assessor" not in cells:
            return named
        return named.assign(assessor_name=[self.assessors.get(who, who) for who in cells["assessor"]])


def names_of(known: Reference, texts: Texts) -> CellNames:
    """The names that the reference tables give."""
    name, short, decree = (f"{column}_{texts.lang}" for column in ("name", "short", "decree"))
    units, editions = known.provinces, known.editions
    return CellNames(
        units={
            (int(universe), code): called
            for universe, code, called in zip(units["universe"], units["province_code"], units[name], strict=True)
        },
        indicators=_of_trees(known, name),
        short=_of_trees(known, short),
        editions=dict(zip(editions["framework"], editions[name], strict=True)),
        decrees={
            framework: stated or called
            for framework, stated, called in zip(editions["framework"], editions[decree], editions[name], strict=True)
        },
        assessors=texts.under("tables.assessor"),
    )


def _of_trees(known: Reference, column: str) -> dict[tuple[str, str], str]:
    return {
        (framework, str(code)): called
        for framework, tree in known.frameworks.items()
        for code, called in tree.nodes[column].items()
    }
