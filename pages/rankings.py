"""Xếp hạng: every unit on one measure, in a table and on a map."""

import streamlit as st

from pages.ui import filters, ranking_filters, shell, tables
from pages.ui.figure import figure
from pages.ui.queries import rankings
from pages.ui.questions.rankings.map import FORMS, TILES
from pages.ui.questions.rankings.units import UNSURE_MARK, found, in_region
from pages.ui.source_mark import QUIET_MARK

COLUMNS = [
    *("province_code", "rank", "rank_range", "province", "value", "bar", "rank_change", "coverage", "basis"),
    "region",
]
MOST_AT_FULL_HEIGHT, TABLE_HEIGHT = 26, 960

view = shell.view()
chosen, texts = view.selection, view.texts
lens, _ = ranking_filters.chosen_measure(view)
measure = ranking_filters.measure_name(view)
st.title(texts("rankings.title", measure=measure, year=chosen.period), anchor=False)
filters.bar(view, ranking_filters.measure, filters.index, filters.period, filters.universe, filters.province)

ranking = rankings.ranking(view.build_id, chosen, lens)
region = ranking_filters.chosen_region(view)
listed = found(in_region(ranking.rows, region), view.options.get("search", ""))
listed = listed[listed["value"].notna() | listed["place"].notna()]

with st.container(key="ranking"):
    in_table, on_map = st.columns([7, 6], gap="medium")
with in_table:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        ranking_filters.search(view)
        ranking_filters.region(view)
    with st.container(key="notes", gap=None):
        for note in ranking.notes:
            st.caption(note)
    if listed.empty:
        st.info(texts("rankings.nothing_found"))
    else:
        table = listed.assign(rank=listed["place"], bar=listed["value"])[COLUMNS].dropna(axis="columns", how="all")
        picked = tables.choose(
            table,
            texts,
            key="ranking",
            by="province_code",
            chosen=chosen.province,
            words=texts("rankings.table", measure=measure, n=len(table)),
            height="content" if len(table) <= MOST_AT_FULL_HEIGHT else TABLE_HEIGHT,
            marks={
                "value": [QUIET_MARK if rests else "" for rests in listed["on_secondary"].fillna(False)],
                "rank_change": [UNSURE_MARK if unsure else "" for unsure in listed["unsure"]],
            },
        )
        filters.open_province(view, picked)
with on_map:
    names = {form: texts(f"rankings.map.{form}") for form in FORMS}
    form = view.option("map", FORMS, TILES)
    filters.option(view, "map", names, label=texts("rankings.map.label"), current=form)
    drawn = rankings.on_map(view.build_id, chosen, lens, region, form)
    filters.open_province(view, figure(view, *drawn, name="ranking_map", pick=True))
