"""What the page of factors reads: cached by build and choices, worked out in pages/ui/questions/factors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from etl import text, warehouse
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.queries.editions import edition_of
from pages.ui.questions.factors import change, composition, gap, heat, overtaking, under_lens
from pages.ui.selection import Selection


@dataclass(frozen=True)
class Composition:
    """What the score is made of. ``points``: in points, or None; then ``values`` has the values alone, or is None too.

    ``derived``: how the derived parts follow (block | pillars | backcast), or None. ``explained``: the newest
    framework and period whose points are known, or None.
    """

    points: Drawn | None
    values: Drawn | None
    derived: str | None
    points_known: bool
    explained: tuple[str, int] | None


@dataclass(frozen=True)
class UnderLens:
    """The score under a lens.

    ``drawn``: None where no category has a value. ``mapping``: by category's name a sentence for each indicator in it.
    ``outside``: names of the finest indicators that no category holds, and their maximum points (0 = unknown).
    ``overlaps``: some indicator stands in several categories. ``question``: what the lens asks; ``source``: its author.
    """

    drawn: Drawn | None
    mapping: dict[str, list[str]]
    outside: tuple[str, ...]
    outside_points: float
    overlaps: bool
    question: str
    source: str

    @property
    def empty(self) -> list[str]:
        """Names of the categories that hold no indicator of this framework."""
        return [category for category, members in self.mapping.items() if not members]

    @property
    def maps_nothing(self) -> bool:
        """Whether the lens holds no indicator of this framework at all."""
        return len(self.empty) == len(self.mapping)


@st.cache_data(show_spinner=False, max_entries=128)
def made_of(build_id: str, chosen: Selection) -> Composition:
    """The parts of the chosen unit's score in the chosen edition."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    points = composition.of_points(edition, province=chosen.province, texts=texts)
    values = None
    if points is None:
        values = composition.of_values(
            edition,
            province=chosen.province,
            against=composition.means(edition),
            them=texts("factors.gap.mean"),
            title=composition.extremes_title(edition, province=chosen.province, texts=texts),
            texts=texts,
        )
    return Composition(
        points=points,
        values=values,
        derived=composition.derivation(edition, province=chosen.province),
        points_known=edition.points_known,
        explained=_newest_explained(build_id, chosen),
    )


@st.cache_data(show_spinner=False, max_entries=128)
def under_one_lens(build_id: str, chosen: Selection) -> UnderLens:
    """The chosen unit's score under the chosen lens, and how the lens maps the framework's indicators."""
    texts, edition, choices = text.load(chosen.lang), edition_of(build_id, chosen), catalogue(build_id, chosen.lang)
    asked = {"framework": chosen.framework, "lens": chosen.lens, "lang": chosen.lang}
    rows = choices.lenses[choices.lenses["lens"] == chosen.lens]
    lens = under_lens.Lens(
        name=str(rows["lens_name"].iloc[0]),
        categories=rows[["category", "category_name"]],
        members=warehouse.query(build_id, "lens_members", **asked),
        scores=warehouse.query(build_id, "lens_scores", period=chosen.period, universe=chosen.universe, **asked),
    )
    left, points = under_lens.outside(lens, edition)
    tree = warehouse.query(build_id, "framework_tree", framework=chosen.framework, lang=chosen.lang)
    names = dict(zip(tree["indicator"], tree["indicator_name"], strict=True))
    return UnderLens(
        drawn=under_lens.drawn(lens, edition, province=chosen.province, texts=texts),
        mapping=under_lens.mapping(lens, texts),
        outside=tuple(names[code] for code in left),
        outside_points=points,
        overlaps=bool(lens.members["indicator"].duplicated().any()),
        question=str(rows["question"].iloc[0]),
        source=str(rows["source"].iloc[0]),
    )


@st.cache_data(show_spinner=False, max_entries=128)
def changed(build_id: str, chosen: Selection, since: tuple[str, int]) -> change.Answer:
    """Why the chosen unit's index changed since another edition (framework, period)."""
    before, after = edition_of(build_id, chosen, since), edition_of(build_id, chosen)
    return change.change(before, after, province=chosen.province, texts=text.load(chosen.lang))


@st.cache_data(show_spinner=False, max_entries=128)
def behind(build_id: str, chosen: Selection, rival: str | None) -> gap.Answer:
    """Why the chosen unit is behind a rival, or behind the national mean (None)."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    if rival is None:
        return gap.to_mean(edition, province=chosen.province, texts=texts)
    return gap.to_unit(edition, province=chosen.province, rival=rival, texts=texts)


def told(build_id: str, chosen: Selection, rivals: Iterable[str]) -> list[str]:
    """The distance to each rival in one sentence, where both values are known."""
    texts, edition = text.load(chosen.lang), edition_of(build_id, chosen)
    said = (gap.told(edition, province=chosen.province, rival=rival, texts=texts) for rival in rivals)
    return [sentence for sentence in said if sentence]


@st.cache_data(show_spinner=False, max_entries=256)
def first_other(build_id: str, chosen: Selection) -> gap.Other | None:
    """The leader of the chosen edition, or the second where the chosen unit leads; None where nobody is ranked."""
    return gap.first_other(edition_of(build_id, chosen), chosen.province)


@st.cache_data(show_spinner=False, max_entries=128)
def overtook(build_id: str, chosen: Selection, since: tuple[str, int]) -> overtaking.Answer | None:
    """Who overtook whom since another edition (framework, period); None where the unit is not ranked in both."""
    before, after = edition_of(build_id, chosen, since), edition_of(build_id, chosen)
    return overtaking.overtaking(before, after, province=chosen.province, texts=text.load(chosen.lang))


@st.cache_data(show_spinner=False, max_entries=128)
def heat_map(build_id: str, chosen: Selection, region: str) -> Drawn | None:
    """The units of a region ("" = all) by indicators, best first."""
    texts = text.load(chosen.lang)
    place = catalogue(build_id, chosen.lang).region_names().get(region) or texts("factors.heat.everywhere")
    edition, of = edition_of(build_id, chosen), catalogue(build_id, chosen.lang).region_size(chosen.universe, region)
    return heat.drawn(edition, province=chosen.province, region=region, place=place, of=of, texts=texts)


def _newest_explained(build_id: str, chosen: Selection) -> tuple[str, int] | None:
    family = catalogue(build_id, chosen.lang).family_of(chosen.framework)
    rows = warehouse.query(
        build_id, "explained_periods", family=family, universe=chosen.universe, province=chosen.province
    )
    return None if rows.empty else (str(rows["framework"].iloc[0]), int(rows["period"].iloc[0]))
