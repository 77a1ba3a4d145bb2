from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.maturity import EDGE, maturity

LEVELS = {1: "Hiện diện", 2: "Giao dịch", 3: "Kết nối", 4: "Chuyển đổi"}


@pytest.fixture
def profile() -> pd.DataFrame:
    rows = [("Dữ liệu", 2.5, 2.0, 3.0, "2,5"), ("Nguồn lực", 4.0, 4.0, 4.0, "4"), ("Xã hội", None, None, None, "chưa trả lời")]
    return pd.DataFrame(rows, columns=["label", "value", "low", "high", "text"]).astype({"value": float, "low": float, "high": float})


def test_levels_items_and_what_stands_at_the_end_are_written(profile, caption, words, drawn) -> None:
    svg = drawn(maturity(profile, levels=LEVELS, wanted=3.0, caption=caption, words=words))
    assert "Nguồn lực" in svg and "chưa trả lời" in svg and "Hiện diện" in svg


def test_cells_are_filled_as_far_as_the_unit_has_come(profile, caption, vi) -> None:
    data = maturity(profile, levels=LEVELS, wanted=3.0, caption=caption, words=vi)["datasets"]
    assert len(data["cells"]) == 12 and len(data["wanted"]) == 3
    assert [(cell["start"], cell["end"]) for cell in data["filled"][:3]] == [(EDGE, 1 - EDGE), (1 + EDGE, 2 - EDGE), (2 + EDGE, 2.5 - EDGE)]
    assert len(data["filled"]) == 3 + 4


def test_only_assessors_who_differ_have_a_line(profile, caption, vi) -> None:
    data = maturity(profile, levels=LEVELS, wanted=3.0, caption=caption, words=vi)["datasets"]
    assert [(line["start"], line["end"]) for line in data["apart"]] == [(1.5, 2.5)]
