from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.small_multiples import small_multiples


@pytest.fixture
def ranks() -> pd.DataFrame:
    """Six made-up indicators over three years: eighteen ranks, one of them missing."""
    rows = [
        (f"i{i}", f"Chỉ số thứ {i}", period, "ICT-INDEX", None if (i, period) == (4, 2019) else 1 + 3 * i, "published")
        for i in range(6)
        for period in (2018, 2019, 2020)
    ]
    return pd.DataFrame(rows, columns=["indicator", "label", "period", "framework", "rank", "basis"]).astype(
        {"rank": "Int64"}
    )


def test_six_panels_hold_their_ranks(ranks, caption, words, drawn) -> None:
    chart = small_multiples(ranks, of=63, caption=caption, words=words)
    svg = drawn(chart)
    assert len(chart["datasets"]["titles"]) == 6
    assert len(chart["datasets"]["points"]) == 17
    assert svg.count(">2019<") == 6 and ">16<" in svg


def test_points_stand_inside_their_panel_and_the_best_on_top(ranks, caption, vi) -> None:
    points = small_multiples(ranks, of=63, caption=caption, words=vi)["datasets"]["points"]
    assert all(int(point["label"][-1]) < point["x"] < int(point["label"][-1]) + 1 for point in points)
    by_rank = sorted(points, key=lambda point: point["rank"])
    assert [point["y"] for point in by_rank] == sorted(point["y"] for point in points)


def test_the_missing_year_breaks_the_line(ranks, caption, vi) -> None:
    points = small_multiples(ranks, of=63, caption=caption, words=vi)["datasets"]["points"]
    assert len({point["run"] for point in points}) == 7


def test_the_alternative_text_lists_every_rank(ranks, caption, vi) -> None:
    assert (
        "Chỉ số thứ 1 2018: 4/63, 2019: 4/63" in small_multiples(ranks, of=63, caption=caption, words=vi)["description"]
    )


def test_more_years_mean_fewer_panels_in_a_row(ranks, caption, vi) -> None:
    early = ranks[ranks["period"] == 2018].assign(period=2014)
    few = small_multiples(ranks, of=63, caption=caption, words=vi)
    many = small_multiples(pd.concat([early, ranks]), of=63, caption=caption, words=vi)
    assert {round(title["x"], 1) for title in many["datasets"]["titles"]} == {0.5, 1.5, 2.5}
    assert len({frame["y"] for frame in few["datasets"]["frames"]}) == 1
    assert len({frame["y"] for frame in many["datasets"]["frames"]}) == 2
    assert many["height"] == pytest.approx(2 * few["height"], abs=40)
