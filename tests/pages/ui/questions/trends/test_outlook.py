"""The outlook over made-up years: drawn where three years compare, else why not; and how near it came before."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui import images
from pages.ui.questions.trends.outlook import outlook

UNITS = [f"{number:02d}" for number in range(1, 13)]
DECREES = {"F": "Quyết định F", "G": "Quyết định G"}


def series(framework: str, years: dict[int, float], *, units: list[str] = UNITS) -> pd.DataFrame:
    """Made up: in each year everybody stands at the given level plus a hundredth of his code."""
    rows = [
        {"framework": framework, "period": year, "province_code": unit, "province": f"Tỉnh {unit}",
         "value": level + int(unit) / 100, "basis": "published", "source_kind": "official"}
        for year, level in years.items() for unit in units
    ]  # fmt: skip
    return pd.DataFrame(rows)


def asked(rows: pd.DataFrame, texts: Texts, *, province: str = "02", newest: int = 2027):
    return outlook(rows, province=province, indicator="DTI", newest=newest, decrees=DECREES, texts=texts)


def test_three_made_up_years_give_a_fan_that_says_how_near_it_came(vi: Texts) -> None:
    found = asked(series("F", {2025: 0.30, 2026: 0.40, 2027: 0.50}), vi)
    assert found is not None and found.drawn is not None
    table = found.drawn.table
    assert table["period"].tolist() == [2025, 2026, 2027, 2028, 2029]
    assert table["value"].tolist() == pytest.approx([0.32, 0.42, 0.52, 0.62, 0.72])  # everybody gains a tenth a year
    assert table["value_p05"].iloc[-1] == pytest.approx(0.72) and table["value_p05"].isna().sum() == 3
    assert "12 đơn vị, 12 lần dự báo" in found.said
    assert "sai bình quân 0,0000" in found.said and "thì sai 0,1000" in found.said and found.said.endswith("gần đúng hơn.")
    assert ">0,5200<" in images.svg(found.drawn.spec)


def test_one_year_of_the_decree_in_force_is_too_few_and_the_older_years_try_the_method(vi: Texts) -> None:
    older = series("G", {2021: 0.30, 2022: 0.40, 2023: 0.35})
    found = asked(pd.concat([older, series("F", {2024: 0.6})]), vi, newest=2024)
    assert found is not None and found.drawn is None
    assert "Quyết định F mới có 1 năm (2024)" in found.said
    # After 2021–2022 the drift says +0.1, it became -0.05: off by 0.15; the last value was off by 0.05.
    assert "Quyết định G 2021–2023" in found.said
    assert "sai bình quân 0,1500" in found.said and "chỉ sai 0,0500" in found.said


@pytest.mark.parametrize(
    ("rows", "province", "said"),
    [
        (series("F", {2023: 0.3, 2024: 0.4, 2025: 0.5}), "02", "không còn áp dụng cho năm 2027"),
        (series("F", {2025: 0.3, 2026: 0.4, 2027: 0.5}), "99", "chưa có đủ giá trị các năm 2025–2027"),
        (series("F", {2025: 0.3, 2026: 0.4, 2027: 0.5}, units=UNITS[:9]), "02", "từ 10 đơn vị trở lên, mà năm 2027 (Quyết định F) mới biết giá trị của 9 đơn vị"),
        (series("F", {2025: 0.3, 2027: 0.5}), "02", "mới có 1 năm (2027)"),
    ],
)
def test_what_it_lacks_is_said(vi: Texts, rows: pd.DataFrame, province: str, said: str) -> None:
    found = asked(rows, vi, province=province)
    assert found is not None and found.drawn is None and said in found.said


def test_nothing_is_said_where_nobody_has_a_value(vi: Texts) -> None:
    assert asked(series("F", {2027: 0.3}).assign(value=float("nan")), vi) is None
