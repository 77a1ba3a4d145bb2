"""Who is next, as published: for editions that allow no scenario."""

from __future__ import annotations

import pytest

from etl.text import Texts
from pages.ui.questions.what_if.neighbourhood import published
from tests.pages.ui.questions.conftest import Make

THREE = {"01": (0.8, 0.5), "02": (0.4, 0.5), "03": (0.2, 1.0)}


@pytest.mark.parametrize(
    ("province", "title"),
    [
        ("01", "An dẫn đầu, hơn Châu 0,1600 về giá trị chỉ số"),
        ("02", "Bình kém Châu (hạng 2) 0,0800 về giá trị chỉ số"),
    ],
)
def test_how_far_the_next_unit_is(make: Make, vi: Texts, province: str, title: str) -> None:
    found = published(make(THREE, points=False), province=province, texts=vi)
    assert found is not None
    assert found.spec["usermeta"]["caption"]["title"] == title
    assert found.table["province"].tolist() == ["An", "Châu", "Bình"]
    assert found.table["value"].tolist() == pytest.approx([0.68, 0.52, 0.44])


def test_a_partial_table_says_nothing_of_neighbours(make: Make, vi: Texts) -> None:
    assert published(make({code: THREE[code] for code in ("01", "02")}), province="01", texts=vi) is None
