"""A framework as a picture: what the decree lists is counted, what stands beside it is marked."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.questions.sources.pictures import tree

ROWS = pd.DataFrame(
    [
        ("dti", None, "index", "Chỉ số", 1000.0),
        ("roads", "dti", "main", "Đường", 600.0),
        ("cables", "dti", "main", "Cáp", 400.0),
        ("economy", None, "lens_category", "Kinh tế", 650.0),
        ("rest", None, "residual", "Phần còn lại", 400.0),
    ],
    columns=["indicator", "parent", "level", "indicator_name", "max_points"],
).assign(n_component_indicators=1, n_criteria=1, note="")


def test_only_what_the_decree_lists_is_counted() -> None:
    drawn = tree(ROWS, name="Bộ chỉ số", decree="QĐ 1", texts=text.load("vi"))
    assert "3 mục" in str(drawn.spec) and "5 mục" not in str(drawn.spec)


def test_what_stands_beside_the_tree_is_marked() -> None:
    drawn = tree(ROWS, name="Bộ chỉ số", decree="QĐ 1", texts=text.load("vi"))
    assert list(drawn.table["indicator_name"]) == [
        "Chỉ số",
        "Đường",
        "Cáp",
        "Kinh tế (trụ cột chồng lên nhau, không cộng vào chỉ số)",
        "Phần còn lại (suy ra)",
    ]
    labels = [row["label"].replace("\n", " ") for row in drawn.spec["datasets"]["rows"]]
    assert labels == list(drawn.table["indicator_name"])
