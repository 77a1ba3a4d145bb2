from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.framework_tree import framework_tree


@pytest.fixture
def tree() -> pd.DataFrame:
    """A made-up framework in which children stand before and after their parents."""
    rows = [
        ("a.1", "a", "Con của a, với một cái tên dài phải viết trên hai dòng", None),
        ("root", "", "Bộ chỉ số", 1000),
        ("b", "root", "Trụ cột b", 600),
        ("a", "root", "Trụ cột a", 400),
        ("beside", "", "Đứng ngoài", 400),
    ]
    return pd.DataFrame(rows, columns=["code", "parent", "label", "points"])


def test_children_follow_their_parent_one_step_in(tree, caption, vi) -> None:
    rows = framework_tree(tree, caption=caption, words=vi)["datasets"]["rows"]
    assert [row["label"].split("\n")[0][:9] for row in rows] == [
        "Bộ chỉ số",
        "Trụ cột b",
        "Trụ cột a",
        "Con của a",
        "Đứng ngoà",
    ]
    assert [row["indent"] for row in rows] == [0, 14, 14, 28, 0]
    assert [row["weight"] for row in rows] == [700, 400, 400, 400, 400]


def test_unknown_points_are_said_and_have_no_bar(tree, caption, words, drawn) -> None:
    chart = framework_tree(tree, caption=caption, words=words)
    assert words("charts.framework_tree.unknown") in drawn(chart)
    assert len(chart["datasets"]["known"]) == 4


def test_a_name_of_two_lines_gets_more_room(tree, caption, vi) -> None:
    rows = framework_tree(tree, caption=caption, words=vi)["datasets"]["rows"]
    steps = [after["y"] - before["y"] for before, after in zip(rows, rows[1:], strict=False)]
    assert steps[2] > steps[1]


def test_a_framework_without_known_points_is_drawn(tree, caption, vi, drawn) -> None:
    drawn(framework_tree(tree.assign(points=float("nan")), caption=caption, words=vi))
