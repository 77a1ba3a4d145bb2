"""The choices that the page of factors adds to the address: since when, behind whom, in which region."""

from __future__ import annotations

from pages.ui.queries import factors
from pages.ui.questions.factors.gap import LEADER, MEAN, RIVAL
from pages.ui.view import View

EVERYWHERE = "all"


def earlier(view: View) -> dict[int, str]:
    """The periods before the chosen one in this family and universe, newest first, each with its framework."""
    editions = view.catalogue.editions(view.family)
    before = editions["period"] < view.selection.period
    rows = editions[before & (editions["universe"] == view.selection.universe)]
    return {int(row.period): str(row.framework) for row in rows.itertuples(index=False)}


def since(view: View, periods: dict[int, str]) -> tuple[str, int]:
    """The edition to compare with: the chosen earlier year, else the newest one."""
    asked = view.option("since", tuple(map(str, periods)), str(next(iter(periods))))
    return periods[int(asked)], int(asked)


def targets(view: View) -> dict[str, str]:
    """Whom the unit can be measured against, by name; the first is the default: the chosen rival, else the leader."""
    texts, units = view.texts, view.catalogue.units(view.selection.universe)
    found: dict[str, str] = {}
    if view.selection.against:
        found[RIVAL] = units[view.selection.against[0]]
    if other := factors.first_other(view.build_id, view.selection):
        found[LEADER] = texts(f"factors.gap.{'second' if other.we_lead else 'leader'}", name=units[other.code])
    return found | {MEAN: texts("factors.gap.mean")}


def rival(view: View, target: str) -> str | None:
    """The code of the unit that a target stands for; None for the mean."""
    if target == RIVAL:
        return view.selection.against[0]
    other = factors.first_other(view.build_id, view.selection)
    return other.code if target == LEADER and other else None


def regions(view: View) -> dict[str, str]:
    """The regions by name, the whole country first."""
    return {EVERYWHERE: view.texts("factors.heat.everywhere"), **view.catalogue.region_names()}


def home_region(view: View) -> str:
    """The (first) region of the chosen unit."""
    units = view.catalogue.provinces
    is_chosen = (units["universe"] == view.selection.universe) & (units["province_code"] == view.selection.province)
    return str(units.loc[is_chosen, "regions"].iloc[0][0])


def edition_name(view: View) -> str:
    """What a sentence calls the chosen edition: its decree, or the index where it has but one framework."""
    frameworks = view.catalogue.editions(view.family)["framework"].nunique()
    return view.decree if frameworks > 1 else view.texts(f"shell.family.{view.family}")
