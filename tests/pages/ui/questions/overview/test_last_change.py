"""What changed between two years: the bridge, who overtook whom, ranks where points are unknown."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text, warehouse
from pages.ui.queries.frameworks import framework
from pages.ui.questions.overview import last_change
from pages.ui.questions.overview.last_change import Year

VI = text.load("vi")
EDITION = "QD922-2022"


def year(build: str, period: int) -> Year:
    asked = {"framework": EDITION, "period": period, "universe": 63, "lang": "vi"}
    parts = warehouse.query(build, "parts", **asked)
    return Year(period, framework(build, EDITION), parts, warehouse.query(build, "ranking", indicator="dti", **asked))


def test_the_bridge_sums_to_the_published_change(built: str) -> None:
    found = last_change.score_bridge(year(built, 2022), year(built, 2023), province="46")
    assert found is not None
    assert (found.from_value, found.to_value) == pytest.approx((0.6975, 0.7660), abs=1e-9)
    assert found.parts["delta"].sum() == pytest.approx(68.5, abs=1e-9)


def test_a_unit_without_parts_has_no_bridge(built: str) -> None:
    assert last_change.score_bridge(year(built, 2021), year(built, 2022), province="11") is None


def test_a_rounding_of_nothing_has_no_bar_but_a_row(built: str) -> None:
    found = last_change.score_bridge(year(built, 2022), year(built, 2023), province="46")
    names = dict.fromkeys(found.parts["part"], "Chỉ số")
    asked = {"since": 2022, "until": 2023, "province": "Huế", "names": names, "source": "Nguồn: thử"}
    drawn = last_change.score_change(found, texts=VI, **asked)
    assert drawn.table["kind"].tolist().count("rounding") == 1
    assert "làm tròn" not in [row["label"] for row in drawn.spec["datasets"]["steps"]]


def test_overtaking_is_told_only_where_all_are_ranked(built: str) -> None:
    units = dict(zip(*[year(built, 2023).ranking[column] for column in ("province_code", "province")], strict=True))
    told = last_change.overtaking(year(built, 2022), year(built, 2023), province="46", units=units, texts=VI)
    assert told == "Từ năm 2022 đến năm 2023, Thừa Thiên Huế vượt 1 địa phương: Quảng Ninh."
    assert last_change.overtaking(year(built, 2021), year(built, 2022), province="46", units=units, texts=VI) is None


def test_ranks_that_moved_are_listed_largest_first() -> None:
    profile = pd.DataFrame(
        {
            "indicator": ["root", "a", "b", "c", "d"],
            "indicator_name": ["Gốc", "A", "B", "C", "D"],
            "rank": pd.array([1, None, None, 4, 9], dtype="Int64"),
            "rank_published": pd.array([1, 4, 9, 4, None], dtype="Int64"),
            "rank_change": pd.array([5, -3, -4, 0, None], dtype="Int64"),
        }
    )
    assert last_change.rank_moves(profile, root="root", texts=VI) == [
        "Giảm hạng: B (5 → 9); A (1 → 4).",
        "Giữ nguyên hạng: C (4 → 4).",
    ]
