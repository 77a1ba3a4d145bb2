"""Two editions side by side on made-up trees: what becomes of each indicator, and the series over the common part."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import text
from indicators.framework import from_frame
from pages.ui.questions.sources.editions import Compared, EditionOf, compared

VI = text.load("vi")
OLD = [
    ("index", "", 1000, "index", "Chỉ số"),
    ("roads", "index", 400, "main", "Đường"),
    ("schools", "index", 300, "main", "Trường"),
    ("pillar", "index", 300, "pillar", "Trụ cột"),
]
NEW = [
    ("index", "", 1000, "index", "Chỉ số"),
    ("roads", "index", 500, "main", "Đường"),
    ("schools", "index", 300, "main", "Trường học"),
    ("cables", "index", 200, "main", "Cáp"),
    ("pillar", "", 700, "lens_category", "Trụ cột chồng"),
    ("other_pillar", "", 700, "lens_category", "Trụ cột khác"),
    ("rest", "", 300, "residual", "Phần còn lại"),
]


def edition(name: str, nodes: list[tuple], values: dict[tuple[int, str], dict[str, float]]) -> EditionOf:
    frame = pd.DataFrame(nodes, columns=["code", "parent", "weight", "level", "name"]).assign(direction=1)
    index = pd.MultiIndex.from_tuples(list(values), names=["period", "province_code"])
    return EditionOf(from_frame(frame, id=name), name, pd.DataFrame(list(values.values()), index=index))


def comparison(second: float = 0.6) -> Compared:
    old = edition("A", OLD, {(2020, "46"): {"roads": 0.5, "schools": 0.5}, (2020, "48"): {"roads": 0.3, "schools": 0.1}})
    new = edition("B", NEW, {(2021, "46"): {"roads": second, "schools": 0.5}, (2021, "48"): {"roads": 0.7, "schools": 0.5}})
    return compared(old, new, province="46", name="Huế", of=2, texts=VI)


def test_what_became_of_each_indicator() -> None:
    rows = comparison().rows
    became = dict(zip(rows["name_new"].fillna(rows["name_old"]), rows["edition_change"], strict=True))
    words = VI.under("sources.editions.change")
    assert became == {
        "Cáp": words["added"],
        "Đường": words["reweighted"],
        "Trụ cột chồng": words["outside"],
        "Trường học": words["renamed"],
        "Chỉ số": words["same"],
    }
    assert comparison().said == "Từ A đến B: thêm 1 mục; đổi trọng số 1 mục; 1 mục không còn cộng vào chỉ số tổng hợp; đổi tên 1 mục; giữ nguyên 1 mục"


def test_the_series_rests_on_the_common_part_under_one_set_of_weights() -> None:
    found = comparison().bridged
    assert found is not None
    own = found.table[found.table["series"] == "Huế"]
    assert list(own["value"]) == pytest.approx([0.5, (500 * 0.6 + 300 * 0.5) / 800])
    mean = found.table[found.table["series"] != "Huế"]
    assert list(mean["value"]) == pytest.approx([(0.5 + (500 * 0.3 + 300 * 0.1) / 800) / 2, (0.5625 + 0.625) / 2])
    assert "80%" in found.spec["usermeta"]["caption"]["title"] and "tăng" in found.spec["usermeta"]["caption"]["title"]


def test_less_is_called_less() -> None:
    found = comparison(second=0.1).bridged
    assert found is not None and "giảm" in found.spec["usermeta"]["caption"]["title"]


def test_too_little_in_common_is_said() -> None:
    old = edition("A", OLD, {(2020, "46"): {"schools": 0.5}})
    new = edition("B", NEW, {(2021, "46"): {"schools": 0.6}})
    found = compared(old, new, province="46", name="Huế", of=1, texts=VI)
    assert found.bridged is None and "30%" in found.why
