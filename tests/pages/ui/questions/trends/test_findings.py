"""The sentences of a trend: told within one framework, the newest figure first after a break."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.questions.trends import findings

VI = text.load("vi")
DECREES = {"OLD": "Quyết định cũ", "NEW": "Quyết định mới"}
NAMES = {"province": "Huế", "indicator": "DTI"}


def rows(*figures: tuple[str, int, float | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(figures, columns=["framework", "period", "value", "rank"])
    return frame.assign(value=frame["value"].astype(float), rank=frame["rank"].astype("Int64"))


THREE_YEARS = (("OLD", 2021, 0.5872, 2), ("OLD", 2022, 0.6975, 4), ("OLD", 2023, 0.7660, 3))


def value_of(*figures: tuple) -> str:
    return findings.of_values(rows(*figures), decrees=DECREES, texts=VI, **NAMES)


def rank_of(*figures: tuple) -> str:
    return findings.of_ranks(rows(*figures), of=63, decrees=DECREES, texts=VI, **NAMES)


def test_a_run_of_years_is_told_from_its_first_to_its_last() -> None:
    assert value_of(*THREE_YEARS) == "Giá trị DTI của Huế đạt 0,7660 năm 2023, tăng 0,1788 so với năm 2021 (0,5872)"
    assert rank_of(*THREE_YEARS) == "Huế xếp hạng 3/63 về DTI năm 2023, giảm 1 bậc so với năm 2021 (2/63)"


def test_a_newer_framework_is_told_first_and_no_change_across_the_break() -> None:
    said = rank_of(*THREE_YEARS, ("NEW", 2024, 0.7951, 5))
    assert said.startswith("Huế xếp hạng 5/63 về DTI năm 2024 (Quyết định mới); trước đó giảm 1 bậc")
    assert "2 bậc" not in said and "3 bậc" not in said


def test_a_single_year_claims_no_change() -> None:
    assert rank_of(("OLD", 2020, None, 2), ("NEW", 2021, None, None)) == (
        "Huế xếp hạng 2/63 về DTI năm 2020; chưa có năm nào khác cùng bộ chỉ số để so sánh"
    )


def test_years_without_a_figure_are_passed_over() -> None:
    assert "so với năm 2021 (0,5000)" in value_of(("OLD", 2021, 0.5, None), ("OLD", 2022, None, 9), ("OLD", 2023, 0.4, None))


def test_a_change_below_the_printed_precision_is_none() -> None:
    assert value_of(("OLD", 2021, 0.5, None), ("OLD", 2022, 0.50004, None)).endswith("không đổi so với năm 2021")


def test_components_name_the_best_and_the_worst_of_the_newest_year() -> None:
    frame = pd.DataFrame(
        [
            ("index", "index", "ICT Index", 2019, 1),
            ("a", "main", "Hạ tầng", 2019, 9),
            ("a", "main", "Hạ tầng", 2020, 3),
            ("b", "main", "Nhân lực", 2020, 7),
        ],
        columns=["indicator", "level", "indicator_name", "period", "rank"],
    ).assign(of=63)
    said = findings.of_components(frame, family="ICT Index", texts=VI, province="Huế")
    assert said == "ICT Index 2019–2020, 4 thứ hạng: Huế mạnh nhất về hạ tầng (3/63), yếu nhất về nhân lực (7/63) năm 2020"


def test_years_without_a_national_mean_are_named() -> None:
    series = rows(*THREE_YEARS)
    means = pd.DataFrame({"role": ["mean", "best"], "period": [2023, 2021]})
    assert "2021–2022" in str(findings.without_mean(series, means, VI))
    assert findings.without_mean(series[series["period"] == 2023], means, VI) is None
