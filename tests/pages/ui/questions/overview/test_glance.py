"""The finding above a sparkline."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.questions.overview.glance import finding, glance


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        ([2020, 2021, 2022, 2023, 2024], "DTI 2020–2024: cao nhất hạng 4, thấp nhất hạng 7"),
        ([2023, 2024], "DTI 2023–2024: luôn ở hạng 5"),
        ([2022], "DTI: hạng 4 (năm 2022)"),
    ],
)
def test_best_and_worst_rank_with_their_years(history: pd.DataFrame, vi: Texts, periods: list[int], words: str) -> None:
    assert finding(history[history["period"].isin(periods)], index="DTI", texts=vi) == words


def test_a_unit_that_never_ranked_has_no_line(history: pd.DataFrame, vi: Texts) -> None:
    assert glance(history.assign(place=pd.NA), index="DTI", decrees={}, texts=vi) is None
