"""What the card may say, and what it may not."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.questions.overview import standing


def row(history: pd.DataFrame, period: int) -> pd.Series:
    return history[history["period"] == period].iloc[0]


def test_an_edition_without_a_figure_has_no_row(history: pd.DataFrame) -> None:
    assert standing.edition_row(history, "B", 2024) is None
    assert standing.edition_row(history, "B", 2023)["place"] == 5


@pytest.mark.parametrize(
    ("period", "kind", "words"),
    [
        (2020, "first", "Chưa có năm trước"),
        (2021, "break", "Năm 2020: hạng 7/63 theo Quyết định A"),
        (2022, "up", "▲ Tăng 2 bậc so với năm 2021 (hạng 6/63)"),
        (2023, "down unsure", "▼ Giảm 1 bậc so với năm 2022 (hạng 4/63); mức thay đổi này nằm trong khoảng bất định"),
        (2024, "break", "Năm 2023: hạng 5/63 theo Quyết định B"),
    ],
)
def test_a_change_is_stated_only_within_one_framework(
    history: pd.DataFrame, vi: Texts, period: int, kind: str, words: str
) -> None:
    found, said = standing.change(history, row(history, period), vi)
    assert found == kind and said.startswith(words)


def test_a_gap_of_years_is_no_change(history: pd.DataFrame, vi: Texts) -> None:
    without = history[history["period"] != 2021].assign(rank_change=pd.NA)
    assert standing.change(without[without["framework"] != "A"], row(without, 2023), vi)[1].startswith("Lần có số liệu")


def test_a_change_is_against_the_edition_before_which_need_not_be_the_year_before(
    history: pd.DataFrame, vi: Texts
) -> None:
    without = history[history["period"] != 2022]
    assert standing.compared_with(without, row(without, 2023)) == 2021
    assert "năm 2023 giảm 1 bậc so với năm 2021" in card(without, vi, 2024)
    assert standing.compared_with(history, row(history, 2024)) is None


def test_a_change_is_certain_when_nearly_all_weights_give_it(history: pd.DataFrame) -> None:
    assert [standing.certain(row(history, year)) for year in (2021, 2022, 2023, 2024)] == [None, True, False, None]
    level = row(history, 2022).copy()
    level["rank_change"] = 0
    assert standing.certain(level) is None


def card(history: pd.DataFrame, vi: Texts, period: int, **given: object) -> str:
    return standing.card(history, now=row(history, period), index="DTI", texts=vi, **({"alike": []} | given))


def test_the_rank_never_stands_without_its_universe(history: pd.DataFrame, vi: Texts) -> None:
    assert "<b>4</b>/63" in card(history, vi, 2022)
    assert "Hạng 4 trên 63 tỉnh, thành phố" in card(history, vi, 2022)


def test_a_printed_rank_is_said_to_be_one(history: pd.DataFrame, vi: Texts) -> None:
    assert "Hạng do nguồn công bố; mới tìm được giá trị của 9/63 đơn vị" in card(history, vi, 2020)
    assert "nguồn công bố" not in card(history, vi, 2022)


def test_the_mean_is_that_of_all_units_or_none(history: pd.DataFrame, vi: Texts) -> None:
    assert "trung bình cả nước 0,5000" in card(history, vi, 2022)
    assert "trung bình" not in card(history.assign(n_known=62), vi, 2022)


def test_the_quiet_mark_stands_where_the_source_is_secondary(history: pd.DataFrame, vi: Texts) -> None:
    assert "0,6000°" in card(history, vi, 2022) and "° Chỉ có nguồn thứ cấp" in card(history, vi, 2022)
    assert "°" not in card(history, vi, 2021)


def test_the_last_change_that_can_be_stated_is_recalled_after_a_break(history: pd.DataFrame, vi: Texts) -> None:
    assert "năm 2023 giảm 1 bậc so với năm 2022; mức thay đổi này nằm trong khoảng bất định." in card(history, vi, 2024)
    assert "gần nhất" not in card(history, vi, 2023)


def test_how_sure_the_rank_is(history: pd.DataFrame, vi: Texts) -> None:
    assert "Khoảng hạng 5–7" in card(history, vi, 2021)
    assert "Hạng 4 giữ vững" in card(history, vi, 2022)
    assert "Chưa tính được khoảng hạng" in card(history, vi, 2024)
    assert "Chưa phân biệt rõ với A, B." in card(history, vi, 2022, alike=["A", "B"])
    assert "A, B, C, D và 2 đơn vị khác" in card(history, vi, 2022, alike=list("ABCDEF"))


def test_a_merged_unit_names_its_constituents(history: pd.DataFrame, vi: Texts) -> None:
    parts = pd.DataFrame({"province": ["Đà Nẵng", "Quảng Nam"], "value": [0.8335, 0.5803]})
    assert "Hợp thành từ Đà Nẵng (0,8335), Quảng Nam (0,5803)" in card(history, vi, 2024, constituents=parts)
    assert "Hợp thành" not in card(history, vi, 2024, constituents=parts[:1])


def test_names_are_written_as_text_not_as_markup(history: pd.DataFrame, vi: Texts) -> None:
    assert "<b>x" not in card(history.assign(decree="<b>x"), vi, 2024)
