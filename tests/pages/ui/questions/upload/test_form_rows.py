"""A form's rows side by side: one a criterion, each assessor in a column of its own."""

from __future__ import annotations

import pandas as pd

from pages.ui.questions.upload.form_rows import form_rows
from tests.etl.small import HUE, rows

KEPT = {"max_points": 100.0, "difference": 10.0, "evidence": "Quyết định 12", "status": None}


def described(*parts: tuple[str, str, float]) -> pd.DataFrame:
    frames = [
        rows({HUE: points / 100}, indicator=code, assessor=who).assign(points=points, criterion=f"Tiêu chí {code}", **KEPT)
        for code, who, points in parts
    ]
    return pd.concat(frames).assign(province="Thừa Thiên Huế", indicator_name=lambda frame: frame["criterion"])


def test_assessors_stand_side_by_side() -> None:
    told = form_rows(described(("1", "self", 80.0), ("1", "ministry", 70.0), ("2", "self", 50.0)))
    assert list(told["criterion"]) == ["Tiêu chí 1", "Tiêu chí 2"]
    assert told["self"].tolist() == [80, 50] and told["ministry"].tolist()[0] == 70 and pd.isna(told["ministry"].tolist()[1])
    assert list(told["gap_reviewed"]) == [10, 10] and set(told["evidence"]) == {"Quyết định 12"}


def test_columns_without_content_are_left_out() -> None:
    told = form_rows(described(("1", "self", 80.0)))
    assert not {"status", "ministry", "indicator_name"} & set(told)


def test_a_table_of_provinces_is_no_form() -> None:
    assert form_rows(rows({HUE: 0.5})).empty
