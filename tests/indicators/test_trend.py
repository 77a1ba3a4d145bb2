import pandas as pd
import pytest

from indicators.trend import rank_change, shown_rank


def ranking(*rows: tuple) -> pd.DataFrame:
    columns = ["framework", "universe", "period", "province_code", "rank", "rank_published"]
    return pd.DataFrame(rows, columns=columns).assign(indicator="dti").astype({"rank": "Int64", "rank_published": "Int64"})


def test_up_is_positive():
    rows = ranking(("F", 63, 2022, "46", 4, None), ("F", 63, 2023, "46", 3, None), ("F", 63, 2024, "46", 9, None))
    change = rank_change(rows)
    assert change.dtype == "Int64" and change.isna().tolist() == [True, False, False] and change[1:].tolist() == [1, -6]


def test_the_printed_rank_stands_in_where_we_have_none():
    rows = ranking(("F", 63, 2021, "46", None, 2), ("F", 63, 2022, "46", 4, 5))
    assert shown_rank(rows).tolist() == [2, 4]
    assert rank_change(rows)[1] == -2


@pytest.mark.parametrize("before", [("G", 63, 2021), ("F", 34, 2021)])
def test_no_change_across_frameworks_or_universes(before):
    assert rank_change(ranking((*before, "46", 2, None), ("F", 63, 2022, "46", 4, None))).isna().all()


def test_an_edition_follows_the_one_before_it_however_long_ago():
    assert rank_change(ranking(("F", 63, 2020, "46", 2, None), ("F", 63, 2022, "46", 4, None)))[1] == -2


def test_no_change_across_an_edition_that_does_not_rank_the_unit():
    rows = ranking(("F", 63, 2020, "46", 2, None), ("F", 63, 2021, "48", 1, None), ("F", 63, 2022, "46", 4, None))
    assert rank_change(rows).isna().all()


def test_no_change_without_a_rank_on_both_sides():
    rows = ranking(("F", 63, 2021, "46", None, None), ("F", 63, 2022, "46", 4, None), ("F", 63, 2023, "48", 1, None))
    assert rank_change(rows).isna().all()


def test_rows_keep_their_order_and_index():
    rows = ranking(("F", 63, 2022, "46", 4, None), ("F", 63, 2021, "46", 2, None)).set_axis(["late", "early"])
    assert rank_change(rows)["late"] == -2
