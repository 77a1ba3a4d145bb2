from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.sparkline import sparkline


@pytest.mark.parametrize(("measure", "first", "last"), [("value", "0,4100", "0,7951"), ("rank", "2", "4")])
def test_writes_both_ends(series, caption, vi, drawn, measure: str, first: str, last: str) -> None:
    chart = sparkline(series[series["line"] == "46"], caption=caption, words=vi, measure=measure)
    assert [row["text"] for row in chart["datasets"]["ends"]] == [first, last]
    assert f">{last}<" in drawn(chart)


def test_breaks_and_gaps_show(series, caption, vi) -> None:
    chart = sparkline(series[series["line"] == "46"], caption=caption, words=vi)
    assert [row["edge"] for row in chart["datasets"]["breaks"]] == [2020.5]
    assert len({row["run"] for row in chart["datasets"]["points"]}) == 3


def test_ranks_run_upside_down(series, caption, vi) -> None:
    chart = sparkline(series[series["line"] == "46"], caption=caption, words=vi, measure="rank")
    assert chart["layer"][1]["encoding"]["y"]["scale"]["reverse"] is True


def test_a_line_without_a_break_has_a_scale_all_the_same(series, caption, vi) -> None:
    frame = series[(series["line"] == "46") & (series["framework"] == "B")]
    chart = sparkline(frame, caption=caption, words=vi)
    assert chart["datasets"]["breaks"] == []
    scales = [chart["layer"][0]["encoding"]["x"]["scale"], chart["layer"][1]["encoding"]["y"]["scale"]]
    assert [scale["domain"] for scale in scales] == [[2021, 2024], [0.58, 0.7951]]


def test_one_value_alone_has_one_end(caption, words, drawn) -> None:
    frame = pd.DataFrame({"period": [2022], "framework": ["B"], "value": [0.5]})
    chart = sparkline(frame, caption=caption, words=words)
    assert len(chart["datasets"]["ends"]) == 1
    drawn(chart)
