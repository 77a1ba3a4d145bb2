"""Who is like us, and who was like us and rose."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.questions.compare import peers
from tests.pages.ui.questions.compare.test_gap import pace
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}
CONTEXT = pd.DataFrame(
    {
        "province_code": ["01", "02", "03"],
        "population": [1e6, 2e6, 8e6],
        "grdp_per_head": [50.0, 60.0, 150.0],
        "urban_share": [30.0, 35.0, 80.0],
        "regions": ["north", "north", "north|south"],
    }
)


def test_where_the_unit_stands_among_those_like_it_and_why_they_are(make: Make, vi: Texts) -> None:
    answer = peers.alike(make(ALL), CONTEXT, province="01", texts=vi)
    assert answer is not None and answer.said.endswith("An đứng thứ 2.") and "3 đơn vị" in answer.said
    assert answer.rows["province"].tolist() == ["Bình", "An", "Châu"]
    assert answer.rows["reason"].tolist() == [
        "cùng vùng; dân số 2,00 triệu; 60,0 triệu đồng/người; đô thị 35%",
        "dân số 1,00 triệu; 50,0 triệu đồng/người; đô thị 30%",
        "cùng vùng; dân số 8,00 triệu; 150,0 triệu đồng/người; đô thị 80%",
    ]


def test_an_unranked_unit_still_has_its_like(make: Make, vi: Texts) -> None:
    answer = peers.alike(make({"02": (0.9, 0.8)}), CONTEXT, province="01", texts=vi)
    assert answer is not None and "chưa có hạng" in answer.said and len(answer.rows) == 3


def test_no_context_no_peers(make: Make, vi: Texts) -> None:
    assert peers.alike(make(ALL), CONTEXT[1:], province="01", texts=vi) is None


def test_who_started_alike_and_rose_more(make: Make, vi: Texts) -> None:
    """We gain 600 · 0.05 = 30 points, Bình 60 in a and 8 in b, Châu nothing."""
    before = {"01": (0.5, 0.7), "02": (0.5, 0.68), "03": (0.4, 0.1)}
    after = {"01": (0.55, 0.7), "02": (0.6, 0.7), "03": (0.4, 0.1)}
    answer = peers.rose(make(after), pace(make, before, after), province="01", texts=vi)
    assert "1 đơn vị tăng nhiều hơn An đến năm 2023 (An: +0,0300)" in answer.said
    row = answer.rows.iloc[0]
    assert row["province"] == "Bình" and row["difference"] == pytest.approx(0.068)
    assert row["gained_most"] == "hạ tầng số (+60,0 điểm)"


def test_nobody_rose_more(make: Make, vi: Texts) -> None:
    answer = peers.rose(make(ALL), pace(make, ALL, ALL), province="01", texts=vi)
    assert "không đơn vị nào tăng nhiều hơn An" in answer.said and answer.rows.empty


def test_a_group_of_which_some_are_ranked_is_said_to_be_so(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    edition.values.loc[edition.values["province_code"] == "03", "rank"] = pd.NA
    answer = peers.alike(edition, CONTEXT, province="01", texts=vi)
    assert answer is not None and "mới biết hạng của 2 đơn vị; An đứng thứ 2" in answer.said
