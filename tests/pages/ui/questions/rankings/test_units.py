"""One row per unit, whatever is known of it; regions, straddlers and search."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text
from pages.ui.questions.rankings.units import found, in_region, units

PROVINCES = pd.DataFrame(
    {
        "province_code": ["01", "48", "66", "46"],
        "name": ["Hà Nội", "Đà Nẵng", "Đắk Lắk", "Huế"],
        "regions": [["north"], ["coast"], ["coast", "highlands"], ["coast"]],
        "folded": ["ha noi", "da nang", "dak lak", "hue"],
        "sort_key": ["4", "2", "3", "5"],
    }
)
KNOWN = pd.DataFrame(
    {
        "province_code": ["01", "48", "66"],
        "rank": pd.array([2, 1, None], dtype="Int64"),
        "rank_published": pd.array([2, None, 3], dtype="Int64"),
        "value": [0.7, 0.8, None],
    }
)


@pytest.fixture
def rows() -> pd.DataFrame:
    regions = {"north": "Bắc", "coast": "Duyên hải", "highlands": "Tây Nguyên"}
    return units(KNOWN, PROVINCES, regions=regions, texts=text.load("vi"))


def test_units_without_a_figure_come_last(rows: pd.DataFrame) -> None:
    assert rows["province"].tolist() == ["Đà Nẵng", "Hà Nội", "Đắk Lắk", "Huế"]
    assert rows["place"].tolist() == [1, 2, 3, pd.NA]


def test_a_rank_that_only_the_source_prints_is_known_to_be_one(rows: pd.DataFrame) -> None:
    assert rows["printed"].tolist() == [False, False, True, False]


def test_a_straddler_is_marked_and_listed_in_each_of_its_regions(rows: pd.DataFrame) -> None:
    assert rows["region"].tolist() == ["Duyên hải", "Bắc", "Liên vùng: Duyên hải / Tây Nguyên", "Duyên hải"]
    assert "Đắk Lắk" in in_region(rows, "highlands")["province"].tolist()
    assert in_region(rows, "coast")["province"].tolist() == ["Đà Nẵng", "Đắk Lắk", "Huế"]
    assert len(in_region(rows, "")) == 4


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("da n", ["Đà Nẵng"]), ("ĐẮK", ["Đắk Lắk"]), ("hu", ["Huế"]), ("tp. Đà Nẵng", ["Đà Nẵng"]),
        ("danang", ["Đà Nẵng"]), ("dl", ["Đắk Lắk"]), ("tỉnh Đắk Lắk", ["Đắk Lắk"]), ("TPHCM", []), ("x", []),
        ("", ["Đà Nẵng", "Hà Nội", "Đắk Lắk", "Huế"]), ("(", ["Đà Nẵng", "Hà Nội", "Đắk Lắk", "Huế"]),
    ],
)  # fmt: skip
def test_search_needs_no_diacritics(rows: pd.DataFrame, search: str, names: list[str]) -> None:
    assert found(rows, search)["province"].tolist() == names


def test_how_sure_a_rank_and_its_change_are(rows: pd.DataFrame) -> None:
    assert rows["rank_range"].isna().all() and not rows["unsure"].any(), "unknown for any measure but the index"
    shares = {"rank_change": pd.array([3, -1, None], dtype="Int64"), "p_rose": [0.9, 0.1, None], "p_fell": [0.0, 0.6, None]}
    sure = KNOWN.assign(p05=[2.0, 1.0, None], p95=[4.0, 1.0, None], **shares)
    found_ = units(sure, PROVINCES, regions={"north": "Bắc", "coast": "C", "highlands": "T"}, texts=text.load("vi"))
    known = found_.set_index("province")
    assert known.loc["Hà Nội", ["rank_range", "unsure"]].tolist() == ["2–4", False]
    assert known.loc["Đà Nẵng", ["rank_range", "unsure"]].tolist() == ["1", True]
    assert pd.isna(known.loc["Đắk Lắk", "rank_range"])
