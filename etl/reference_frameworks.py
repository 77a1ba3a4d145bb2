"""Frameworks, their names, lenses and national context: data/framework, read and checked."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from etl.reference_checks import Faults
from indicators.errors import FrameworkFaults
from indicators.framework import Framework, from_frame
from indicators.lens import Lenses

TREE_COLUMNS = (
    *("code", "parent", "weight", "direction", "level", "aggregation", "name_vi", "name_en", "short_vi"),
    *("short_en", "n_component_indicators", "n_criteria", "note_vi", "note_en", "source_url"),
)
EDITION_COLUMNS = (
    *("framework", "family", "root", "name_vi", "name_en", "decree_vi", "decree_en", "issued"),
    *("first_period", "last_period", "points_total", "note_vi", "note_en", "source_url"),
)
FAMILIES = ("dti", "ict")
"""Families of indices that pages have words for; a draft that a form proposes is a family of its own."""
LENS_COLUMNS = ("lens", "name_vi", "name_en", "question_vi", "question_en", "source", "source_url")
CATEGORY_COLUMNS = ("lens", "category", "position", "name_vi", "name_en")
MEMBER_COLUMNS = ("framework", "lens", "category", "indicator", "reason_vi", "reason_en")
NATIONAL_COLUMNS = (
    *("code", "year", "value", "unit", "name_vi", "name_en", "rank", "of", "sample_size", "source"),
    "source_url",
)


def read_editions(folder: Path, faults: Faults) -> pd.DataFrame:
    """One row per framework; `first_period` and `last_period` (NA: still in force) are Int64.

    An edition whose end is not stated lasts until the next one of its family begins.
    """
    file = "frameworks.csv"
    frame = faults.read(folder / file, EDITION_COLUMNS)
    faults.unique(file, frame, ["framework"])
    faults.filled(file, frame, ["framework", "family", "root", "name_vi", "name_en", "first_period"])
    faults.known(file, frame[frame["family"] != frame["framework"].str.lower()], ["family"], FAMILIES)
    faults.whole(file, frame, ["first_period", "last_period"])
    faults.number(file, frame, ["points_total"])
    frame["last_period"] = frame["last_period"].fillna(_year_before_the_next(frame))
    _one_edition_for_a_period(file, frame, faults)
    return frame


def read_frameworks(folder: Path, editions: pd.DataFrame, faults: Faults) -> dict[str, Framework]:
    """The trees of all frameworks whose own table is without faults, by id."""
    frameworks = {}
    for edition, root in zip(editions["framework"], editions["root"], strict=True):
        file = f"{edition}.csv"
        frame = faults.read(folder / file, TREE_COLUMNS)
        faults.filled(file, frame, ["name_vi", "name_en", "short_vi", "short_en", "level"])
        faults.whole(file, frame, ["n_component_indicators", "n_criteria"])
        if frame.empty:
            faults.add(file, None, "parent", "", "no-root")
            continue
        try:
            frameworks[edition] = from_frame(frame, id=edition)
        except FrameworkFaults as error:
            _add_tree_faults(file, frame, error, faults)
            continue
        if frameworks[edition].root != root:
            faults.add("frameworks.csv", None, "root", f"{edition} / {root}", "unknown")
    return frameworks


def _year_before_the_next(editions: pd.DataFrame) -> pd.Series:
    """The last year before the next edition of the same family, but no less than the edition's first."""
    ordered = editions.sort_values("first_period")
    first = editions["first_period"]
    before = ordered.groupby("family")["first_period"].shift(-1).reindex(editions.index) - 1
    return before.mask((before < first).fillna(False), first)


def _one_edition_for_a_period(file: str, editions: pd.DataFrame, faults: Faults) -> None:
    ordered = editions.sort_values(["family", "first_period"])
    until = ordered["last_period"].astype(float).fillna(float("inf")).groupby(ordered["family"]).shift()
    for position in ordered.index[ordered["first_period"] <= until]:
        found = f"{ordered.at[position, 'framework']} / {ordered.at[position, 'first_period']:g}"
        faults.add(file, int(position) + 2, "first_period", found, "overlapping-periods")


def _add_tree_faults(file: str, frame: pd.DataFrame, error: FrameworkFaults, faults: Faults) -> None:
    lines = {code: int(position) + 2 for position, code in frame["code"].items()}
    for fault in error.faults:
        faults.add(file, lines.get(fault.code), fault.column, f"{fault.code} / {fault.found}", fault.problem_key)


def read_indicator_names(folder: Path, frameworks: Mapping[str, Framework], faults: Faults) -> pd.DataFrame:
    """What sources call indicators, one row per framework ("": any) and alias."""
    file = "indicator_aliases.csv"
    aliases = faults.read(folder / file, ["framework", "alias", "code"])
    aliases = _without_given_up(aliases, ["code"], frameworks, faults)
    faults.filled(file, aliases, ["alias", "code"])
    of_framework = aliases[aliases["framework"] != ""]
    faults.known(file, of_framework, ["framework", "code"], _indicator_keys(frameworks))
    of_any = aliases[aliases["framework"] == ""]
    faults.known(file, of_any, ["code"], {code for _, code in _indicator_keys(frameworks)})
    faults.one_meaning(file, aliases, scope="framework", name="alias", code="code")
    return aliases


def read_ambiguous_names(folder: Path, frameworks: Mapping[str, Framework], faults: Faults) -> pd.DataFrame:
    """Names that sources give to a pillar and to its activity alike, one row per framework and alias.

    `code_if_pillar` is "" where the edition has no pillars.
    """
    file = "ambiguous_aliases.csv"
    codes = ["code_if_pillar", "code_if_activity"]
    aliases = faults.read(folder / file, ["framework", "alias", *codes])
    aliases = _without_given_up(aliases, codes, frameworks, faults)
    faults.filled(file, aliases, ["framework", "alias", "code_if_activity"])
    faults.unique(file, aliases, ["framework", "alias"])
    known = _indicator_keys(frameworks)
    faults.known(file, aliases, ["framework", "code_if_activity"], known)
    pillars = aliases[aliases["code_if_pillar"] != ""]
    faults.known(file, pillars, ["framework", "code_if_pillar"], known)
    return aliases


def _without_given_up(
    aliases: pd.DataFrame, codes: Sequence[str], frameworks: Mapping[str, Framework], faults: Faults
) -> pd.DataFrame:
    """`aliases` but for those that mean an indicator which a published edition no longer has."""
    known = _indicator_keys(frameworks)
    kept = [
        row["framework"] not in faults.published_editions
        or all((row["framework"], row[code]) in known for code in codes if row[code])
        for row in aliases.to_dict("records")
    ]
    return aliases[pd.Series(kept, index=aliases.index, dtype=bool)]


def _indicator_keys(frameworks: Mapping[str, Framework]) -> set[tuple[str, str]]:
    return {(edition, code) for edition, tree in frameworks.items() for code in tree.nodes.index}


def read_lenses(folder: Path, frameworks: Mapping[str, Framework], faults: Faults) -> Lenses:
    """Lenses, their categories, and which indicator a lens puts into which category."""
    lenses = faults.read(folder / "lenses.csv", LENS_COLUMNS)
    faults.unique("lenses.csv", lenses, ["lens"])
    faults.filled("lenses.csv", lenses, ["lens", "name_vi", "name_en"])
    categories = faults.read(folder / "lens_categories.csv", CATEGORY_COLUMNS)
    faults.unique("lens_categories.csv", categories, ["lens", "category"])
    faults.filled("lens_categories.csv", categories, ["lens", "category", "name_vi", "name_en"])
    faults.known("lens_categories.csv", categories, ["lens"], set(lenses["lens"]))
    faults.whole("lens_categories.csv", categories, ["position"])
    file = "lens_members.csv"
    members = faults.read(folder / file, MEMBER_COLUMNS)
    faults.unique(file, members, ["framework", "lens", "category", "indicator"])
    faults.known(file, members, ["framework", "indicator"], _indicator_keys(frameworks))
    known = set(zip(categories["lens"], categories["category"], strict=True))
    faults.known(file, members, ["lens", "category"], known)
    return Lenses(lenses=lenses, categories=categories, members=members)


def read_national_context(folder: Path, faults: Faults) -> pd.DataFrame:
    """One row per national figure."""
    file = "national_context.csv"
    frame = faults.read(folder / file, NATIONAL_COLUMNS)
    faults.unique(file, frame, ["code"])
    faults.filled(file, frame, ["code", "year", "name_vi", "name_en", "source"])
    faults.whole(file, frame, ["year", "rank", "of", "sample_size"])
    faults.number(file, frame, ["value"])
    return frame
