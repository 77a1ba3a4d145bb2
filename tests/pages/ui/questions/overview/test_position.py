"""The finding above the strip: distances to the mean and to the leader, as far as they are known."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.questions.overview.position import finding

ROWS = pd.DataFrame({"province_code": ["a", "b", "c"], "province": ["A", "B", "C"], "value": [0.8, 0.65, 0.35]})


@pytest.mark.parametrize(
    ("province", "mean", "words"),
    [
        ("a", 0.6, "A dẫn đầu cả nước, hơn đơn vị thứ hai 0,1500"),
        ("b", 0.6, "B cao hơn trung bình cả nước 0,0500, kém A dẫn đầu 0,1500"),
        ("c", 0.6, "C thấp hơn trung bình cả nước 0,2500, kém A dẫn đầu 0,4500"),
        ("b", None, "B trong 3 tỉnh, thành phố có giá trị công bố"),
        ("z", 0.6, "3 tỉnh, thành phố có giá trị công bố; chưa có giá trị của Z"),
    ],
)
def test_every_case_has_its_sentence(vi: Texts, province: str, mean: float | None, words: str) -> None:
    assert finding(ROWS, province=province, name=province.upper(), mean=mean, texts=vi) == words
