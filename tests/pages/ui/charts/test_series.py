"""A line joins neighbours of one framework and nothing else."""

from __future__ import annotations

import pandas as pd

from pages.ui.charts import series as module
from pages.ui.theme import RIVAL_DASHES, RIVALS, Colour


def test_a_missing_year_and_a_new_framework_each_begin_a_new_run(series: pd.DataFrame) -> None:
    runs = module.with_runs(series, measure="rank")
    hue = runs[runs["line"] == "46"].set_index("period")["run"]
    assert list(hue.index) == [2020, 2021, 2023, 2024]
    assert hue[2020] != hue[2021], "across the change of framework"
    assert hue[2021] != hue[2023], "across the missing year"
    assert hue[2023] == hue[2024]


def test_lines_of_two_provinces_never_share_a_run(series: pd.DataFrame) -> None:
    runs = module.with_runs(series, measure="value")
    assert set(runs.loc[runs["line"] == "46", "run"]).isdisjoint(runs.loc[runs["line"] == "01", "run"])


def test_breaks_stand_between_the_frameworks(series: pd.DataFrame) -> None:
    first, second = module.breaks(series, {"A": "QĐ A"})
    assert (first["edge"], first["text"], first["middle"]) == (None, "QĐ A", 2020)
    assert (second["edge"], second["text"], second["middle"]) == (2020.5, "B", 2022.5)


def test_a_year_without_any_value_is_a_gap(series: pd.DataFrame, vi) -> None:
    assert [gap["middle"] for gap in module.gaps(series, measure="rank", words=vi)] == [2022]


def test_looks_follow_the_roles(series: pd.DataFrame) -> None:
    extra = series.iloc[:1].assign(line="x", role="rest")
    looks = module.with_looks(pd.concat([series, extra])).groupby("line")[["colour", "dash"]].first()
    assert looks.loc["46", "colour"] == Colour.ACCENT
    assert looks.loc["01"].tolist() == [RIVALS[0], RIVAL_DASHES[0]]
    assert looks.loc["x", "colour"] == Colour.FAINT


def test_only_lines_that_last_are_tied_to_their_names(series: pd.DataFrame) -> None:
    ends = module.ends(module.with_runs(series, measure="value"), measure="value", low=0, high=1, height=100)
    assert dict(zip(ends["line"], ends["reaches"], strict=True)) == {"46": True, "01": False}
    apart = abs(ends["name_place"].iloc[0] - ends["name_place"].iloc[1])
    assert apart >= 0.17 - 1e-9, "17 pixels of 100"


def test_rivals_keep_the_colours_of_the_order_they_were_chosen_in(series: pd.DataFrame) -> None:
    late = series.iloc[:1].assign(line="99", role="rival")
    early = series.iloc[:1].assign(line="02", role="rival")
    looks = module.with_looks(pd.concat([late, early], ignore_index=True))
    assert looks["colour"].tolist() == list(RIVALS[:2])


def test_the_chosen_unit_is_drawn_last(series: pd.DataFrame) -> None:
    roles = module.chosen_on_top(series)["role"].tolist()
    chosen = roles.count("chosen")
    assert chosen and roles[-chosen:] == ["chosen"] * chosen
