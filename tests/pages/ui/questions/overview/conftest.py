"""A province's history made up for the tests: two frameworks, a change, a break."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text

COLUMNS = [
    *("framework", "decree", "period", "rank", "rank_published", "place", "of", "value", "basis", "rank_change"),
    *("n_known", "mean", "p05", "p95", "p_rose", "p_fell", "on_secondary"),
]
ROWS = [
    ("A", "Quyết định A", 2020, None, 7, 7, 63, None, "published", None, 9, 0.3, None, None, None, None, False),
    ("B", "Quyết định B", 2021, 6, None, 6, 63, 0.5, "published", None, 63, 0.4, 5, 7, None, None, False),
    ("B", "Quyết định B", 2022, 4, 4, 4, 63, 0.6, "published", 2, 63, 0.5, 4, 4, 0.95, 0.0, True),
    ("B", "Quyết định B", 2023, 5, 5, 5, 63, 0.65, "published", -1, 63, 0.55, 3, 6, 0.2, 0.7, True),
    ("C", "Quyết định C", 2024, 5, 5, 5, 63, 0.7, "derived", None, 63, 0.6, None, None, None, None, False),
]


@pytest.fixture
def history() -> pd.DataFrame:
    frame = pd.DataFrame(ROWS, columns=COLUMNS)
    whole = ["rank", "rank_published", "place", "rank_change", "p05", "p95"]
    return frame.astype(dict.fromkeys(whole, "Int64"))


@pytest.fixture
def vi() -> text.Texts:
    return text.load("vi")
