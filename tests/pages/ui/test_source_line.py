"""The line under a chart names decrees with their years, and kinds of source."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.source_line import source_line

DECREES = {"A": "Quyết định A", "B": "Quyết định B"}


def rows(*kinds: str | None) -> pd.DataFrame:
    return pd.DataFrame({"framework": ["B", "B", "A"], "period": [2023, 2021, 2020], "source_kind": kinds})


def test_decrees_stand_in_the_order_of_their_years_with_gaps_kept() -> None:
    line = source_line(rows("press", "press", "official"), DECREES, text.load("vi"))
    assert line == "Nguồn: Quyết định A (2020); Quyết định B (2021, 2023). Loại nguồn của số liệu: chính thức, báo chí."


def test_figures_of_ours_among_published_ones_are_said_to_be_there() -> None:
    line = source_line(rows("press", None, "official"), DECREES, text.load("vi"))
    assert line.endswith("chính thức, báo chí; số liệu còn lại là suy ra hoặc tính toán.")


def test_figures_without_a_source_of_their_own_are_called_worked_out() -> None:
    line = source_line(rows(None, None, None), DECREES, text.load("en"))
    assert line == "Source: worked out from figures published under Quyết định A (2020); Quyết định B (2021, 2023)."
