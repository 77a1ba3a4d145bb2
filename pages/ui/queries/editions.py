"""One edition of a build with all its units, in the reader's language."""

from __future__ import annotations

from etl import text, warehouse
from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.queries.frameworks import framework
from pages.ui.questions.edition import Edition
from pages.ui.selection import Selection


def edition_of(build_id: str, chosen: Selection, other: tuple[str, int] | None = None) -> Edition:
    """The chosen edition, or another one (framework, period) of the same universe.

    Not cached: a page caches what it works out of it.
    """
    name, period = other or (chosen.framework, chosen.period)
    choices = catalogue(build_id, chosen.lang)
    asked = {"framework": name, "period": period, "universe": chosen.universe, "lang": chosen.lang}
    return Edition(
        framework=framework(build_id, name),
        period=period,
        parts=warehouse.query(build_id, "parts", **asked),
        values=warehouse.query(build_id, "edition_values", **asked),
        units=choices.units(chosen.universe),
        decrees=choices.decrees(),
        names=_names(choices, chosen),
    )


def _names(choices: Catalogue, chosen: Selection) -> dict[str, str]:
    """What sentences call each framework of the family: its decree, or the index where it has but one."""
    editions = choices.editions(choices.family_of(chosen.framework))
    decrees = dict(zip(editions["framework"], editions["decree"], strict=True))
    if len(decrees) > 1:
        return decrees
    return dict.fromkeys(decrees, text.load(chosen.lang)(f"shell.family.{editions['family'].iloc[0]}"))
