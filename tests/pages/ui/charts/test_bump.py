from __future__ import annotations

import pandas as pd

from pages.ui.charts.bump import DISC, bump

DECREES = {"A": "QĐ A", "B": "QĐ B"}


def test_prints_ranks_names_and_decrees(series, caption, words, drawn) -> None:
    svg = drawn(bump(series, of=63, decrees=DECREES, caption=caption, words=words))
    for text in ("Huế 4/63", "QĐ A", "QĐ B", ">9<"):
        assert text in svg


def test_a_line_that_ended_earlier_says_when(series, caption, vi) -> None:
    chart = bump(series, of=63, decrees=DECREES, caption=caption, words=vi)
    assert "Hà Nội 6/63 (năm 2023)" in [row["text"] for row in chart["datasets"]["ends"]]
    assert len(chart["datasets"]["ties"]) == 1


def test_the_missing_year_is_a_gap(series, caption, vi) -> None:
    chart = bump(series, of=63, decrees=DECREES, caption=caption, words=vi)
    assert [gap["middle"] for gap in chart["datasets"]["gaps"]] == [2022]
    assert len({row["run"] for row in chart["datasets"]["points"]}) == 5


def test_discs_of_near_ranks_stand_apart(caption, vi) -> None:
    rows = [(f"{i}", f"Tỉnh {i}", "rival", 2022, "B", rank, "published") for i, rank in enumerate((1, 2, 3, 60))]
    columns = ["line", "label", "role", "period", "framework", "rank", "basis"]
    chart = bump(pd.DataFrame(rows, columns=columns), of=63, decrees={}, caption=caption, words=vi)
    low, high = chart["layer"][4]["encoding"]["y"]["scale"]["domain"]
    pixels = sorted((row["place"] - low) / (high - low) * chart["height"] for row in chart["datasets"]["named"])
    assert all(after - before >= DISC - 0.01 for before, after in zip(pixels, pixels[1:], strict=False))
    assert [row["rank"] for row in chart["datasets"]["named"]] == [1, 2, 3, 60], "the number printed is the true one"


def test_derived_ranks_are_open_and_explained(series, caption, vi) -> None:
    chart = bump(series, of=63, decrees=DECREES, caption=caption, words=vi)
    assert vi("charts.basis.points.derived") in chart["usermeta"]["caption"]["subtitle"]
    assert {row["shape"] for row in chart["datasets"]["named"]} == {"circle", "diamond"}


def test_nobody_ranked(series, caption, vi, drawn) -> None:
    chart = bump(series.assign(rank=pd.NA), of=63, decrees=DECREES, caption=caption, words=vi)
    assert vi("charts.no_value") in chart["description"]
