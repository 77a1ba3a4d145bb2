"""Which rows a trend is drawn from."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.questions.trends import lines


def series(*rows: tuple[str, int, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["province_code", "period", "rank", "rank_published"])
    ranks = {"rank": frame["rank"].astype("Int64"), "rank_published": frame["rank_published"].astype("Int64")}
    return frame.assign(province="Tỉnh " + frame["province_code"], framework="F", value=0.5, **ranks)


YEAR = [("01", 2022, 1, None), ("02", 2022, 2, None), ("03", 2022, 3, 3), ("04", 2022, 4, None), ("05", 2022, 5, None)]


def test_the_unit_comes_first_its_rivals_in_their_order_then_the_rest() -> None:
    units = lines.of_units(series(*YEAR), province="03", rivals=["05", "01"])
    assert list(units["line"]) == ["03", "05", "01", "02", "04"]
    assert list(units["role"]) == ["chosen", "rival", "rival", "rest", "rest"]


def test_a_printed_rank_stands_where_we_rank_nobody() -> None:
    units = lines.of_units(series(("01", 2021, None, 2), ("02", 2021, None, None)), province="01", rivals=[])
    assert units["rank"].tolist() == [2, pd.NA]


def test_nearest_are_the_leader_and_the_two_neighbours() -> None:
    units = lines.of_units(series(*YEAR), province="04", rivals=[])
    assert lines.nearest(units, province="04") == ["01", "03", "05"]
    assert lines.nearest(units, province="01") == ["02"]
    assert lines.nearest(units, province="05") == ["01", "04"]


def test_nearest_are_those_of_the_newest_year_in_which_the_unit_is_ranked() -> None:
    later = [("01", 2023, 2, None), ("02", 2023, 1, None), ("05", 2023, None, None)]
    units = lines.of_units(series(*YEAR, *later), province="05", rivals=[])
    assert lines.nearest(units, province="05") == ["01", "04"]
    assert lines.nearest(units, province="99") == []


def test_references_are_labelled_in_the_readers_language() -> None:
    found = pd.DataFrame({"role": ["mean", "region", "best"], "name": [None, "Tây Nguyên", "Đà Nẵng"]})
    labels = list(lines.of_references(found, text.load("vi"))["label"])
    assert labels == ["Trung bình cả nước", "Trung bình Tây Nguyên", "Cao nhất: Đà Nẵng"]
