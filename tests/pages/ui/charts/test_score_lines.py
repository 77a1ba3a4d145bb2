from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.score_lines import _range, score_lines


def test_writes_the_chosen_values_and_names_every_line(series, caption, words, drawn) -> None:
    mean = series[series["line"] == "46"].assign(line="mean", label="Trung bình", role="mean", basis="computed")
    frame = pd.concat([series, mean.assign(value=mean["value"] - 0.2)])
    svg = drawn(score_lines(frame, decrees={"B": "QĐ B"}, caption=caption, words=words))
    comma = words.lang == "vi"
    for text in ("0.7600", "Huế 0.7951", "Trung bình 0.5951"):
        assert (text.replace(".", ",") if comma else text) in svg


def test_no_line_crosses_a_gap_or_a_break(series, caption, vi) -> None:
    chart = score_lines(series, decrees={}, caption=caption, words=vi)
    runs: dict[int, list[int]] = {}
    for row in chart["datasets"]["points"]:
        runs.setdefault(row["run"], []).append(row["period"])
    assert sorted(runs.values()) == [[2020], [2021], [2021], [2023], [2023, 2024]]
    assert all(row["value"] is not None for row in chart["datasets"]["points"])


def test_the_axis_is_whole_twentieths_around_the_values() -> None:
    assert _range(pd.Series([0.41, 0.7951])) == pytest.approx((0.35, 0.85))
    assert _range(pd.Series([], dtype=float)) == (0.0, 1.0)


def test_a_line_that_ended_earlier_says_when(series, caption, vi) -> None:
    chart = score_lines(series, decrees={}, caption=caption, words=vi)
    assert "Hà Nội 0,7500 (năm 2023)" in [row["text"] for row in chart["datasets"]["ends"]]


def test_a_long_name_takes_two_lines_and_the_names_stand_farther_apart(series, caption, vi) -> None:
    long = series.replace({"label": {"Hà Nội": "Trung bình Đồng bằng sông Cửu Long"}})
    texts = [row["text"] for row in score_lines(long, decrees={}, caption=caption, words=vi)["datasets"]["ends"]]
    assert sorted(text.count("\n") for text in texts) == [0, 1]
    near = long.assign(value=0.75)
    places = [row["name_place"] for row in score_lines(near, decrees={}, caption=caption, words=vi)["datasets"]["ends"]]
    short = near.replace({"label": {"Trung bình Đồng bằng sông Cửu Long": "Hà Nội"}})
    before = [row["name_place"] for row in score_lines(short, decrees={}, caption=caption, words=vi)["datasets"]["ends"]]
    assert abs(places[0] - places[1]) == pytest.approx(1.5 * abs(before[0] - before[1]))
