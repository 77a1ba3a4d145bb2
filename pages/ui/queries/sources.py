"""What the page of sources and methods reads: cached by build and choices."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from etl import text, warehouse
from indicators.framework import from_frame
from pages.ui.drawn import Drawn
from pages.ui.queries.catalogue import catalogue
from pages.ui.questions.sources import editions as edition_pairs
from pages.ui.questions.sources import pictures

LINEAGE = [
    "indicator_name", "value", "rank_published", "basis", "workbook", "sheet", "cell", "rank_cell", "source_kind",
    "n_sources", "source_url",
]  # fmt: skip
CELLS = ["indicator_name", "province", *LINEAGE[1:]]


@st.cache_data(show_spinner=False, max_entries=128)
def lineage(build_id: str, lang: str, framework: str, period: int, universe: int, province: str) -> pd.DataFrame:
    """Every figure that a workbook states of one unit, with its cell and its source: LINEAGE."""
    asked = {"framework": framework, "period": period, "universe": universe, "province": province}
    return warehouse.query(build_id, "lineage", lang=lang, **asked)[LINEAGE]


@st.cache_data(show_spinner=False, max_entries=128)
def constituent_cells(build_id: str, lang: str, framework: str, period: int, province: str) -> pd.DataFrame:
    """The cells of the 63 units that the derived values of one unit of the 34 are the means of: CELLS."""
    asked = {"framework": framework, "period": period, "province": province}
    return warehouse.query(build_id, "constituent_cells", lang=lang, **asked)[CELLS]


@st.cache_data(show_spinner=False, max_entries=32)
def tree(build_id: str, lang: str, framework: str) -> Drawn:
    """The indicators of one framework with their points."""
    rows = warehouse.query(build_id, "framework_tree", lang=lang, framework=framework)
    edition = editions(build_id, lang).set_index("framework").loc[framework]
    return pictures.tree(rows, name=edition["name"], decree=edition["decree"], texts=text.load(lang))


@st.cache_data(show_spinner=False, max_entries=32)
def coverage(build_id: str, lang: str, family: str, universe: int) -> Drawn:
    """What is known of one family of indices among the units of one universe."""
    known = editions(build_id, lang)
    of_family = known[known["family"] == family]
    rows = warehouse.query(build_id, "coverage", lang=lang)
    rows = rows[rows["framework"].isin(of_family["framework"]) & (rows["universe"] == universe)]
    decrees = "; ".join(of_family["decree"][::-1])
    return pictures.known(rows, family=family, universe=universe, decrees=decrees, texts=text.load(lang))


@st.cache_data(show_spinner=False, max_entries=8)
def editions(build_id: str, lang: str) -> pd.DataFrame:
    """One row per framework: framework, family, root, name, decree, issued, periods, points_total, note, source."""
    return warehouse.query(build_id, "frameworks", lang=lang)


@st.cache_data(show_spinner=False, max_entries=8)
def cited(build_id: str) -> pd.DataFrame:
    """One row per source: source_url, source_kind, n_figures, frameworks, first_period, last_period."""
    return warehouse.query(build_id, "sources")


@st.cache_data(show_spinner=False, max_entries=8)
def differences(build_id: str, lang: str) -> pd.DataFrame:
    """One row per difference between what sources print and what follows: rule, period, names, found, expected."""
    return warehouse.query(build_id, "findings", lang=lang)


@st.cache_data(show_spinner=False, max_entries=8)
def reading_problems(build_id: str, lang: str) -> pd.DataFrame:
    """One row per warning of reading the workbooks: workbook, sheet, cell, message."""
    return warehouse.query(build_id, "reading_problems", lang=lang)


@st.cache_data(show_spinner=False, max_entries=8)
def national(build_id: str, lang: str) -> pd.DataFrame:
    """One row per national figure: year, name, value, unit, rank, of, sample_size, source, source_url."""
    return warehouse.query(build_id, "national_context", lang=lang)


@st.cache_data(show_spinner=False, max_entries=128)
def has_parts(build_id: str, family: str, framework: str, period: int, universe: int, province: str) -> bool:
    """Whether the points of the unit's parts are known, so that a workbook can compute its score."""
    rows = warehouse.query(build_id, "explained_periods", family=family, universe=universe, province=province)
    return bool(((rows["framework"] == framework) & (rows["period"] == period)).any())


@st.cache_data(show_spinner=False, max_entries=64)
def compared(build_id: str, lang: str, pair: tuple[str, str], universe: int, province: str) -> edition_pairs.Compared:
    """Two editions of an index, the older first, and the unit's series on what both have."""
    old, new = (_edition(build_id, lang, framework, universe) for framework in pair)
    units = catalogue(build_id, lang).units(universe)
    name, texts = units[province], text.load(lang)
    return edition_pairs.compared(old, new, province=province, name=name, of=len(units), texts=texts)


def _edition(build_id: str, lang: str, framework: str, universe: int) -> edition_pairs.EditionOf:
    nodes = warehouse.query(build_id, "nodes", framework=framework)
    names = warehouse.query(build_id, "framework_tree", framework=framework, lang=lang).set_index("indicator")
    known = warehouse.query(build_id, "known_values", framework=framework, universe=universe)
    return edition_pairs.EditionOf(
        framework=from_frame(nodes.assign(name=nodes["code"].map(names["indicator_name"])), id=framework),
        decree=editions(build_id, lang).set_index("framework").at[framework, "decree"],
        values=known.pivot(index=["period", "province_code"], columns="indicator", values="value"),
    )
