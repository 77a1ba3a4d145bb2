from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.profile import SHAPES, UPRIGHTS, profile
from pages.ui.drawn import Drawn
from pages.ui.theme import RIVALS, Colour


@pytest.fixture
def values() -> pd.DataFrame:
    rows = [
        ("DTI", "Thừa Thiên Huế", "chosen", 0.7311, 3),
        ("DTI", "Đà Nẵng", "rival", 0.8002, 1),
        ("DTI", "Trung bình cả nước", "reference", 0.6413, None),
        ("Hạ tầng số", "Thừa Thiên Huế", "chosen", 0.6823, None),
        ("Hạ tầng số", "Đà Nẵng", "rival", None, None),
    ]
    return pd.DataFrame(rows, columns=["label", "unit", "role", "value", "rank"]).astype({"rank": "Int64"})


def test_the_chosen_units_value_and_rank_are_written(values, caption, words, drawn) -> None:
    svg = drawn(profile(values, of=63, caption=caption, words=words))
    assert "3/63" in svg and ("0,6823" if words.lang == "vi" else "0.6823") in svg
    assert ">Trung bình cả nước<" in svg, "the key names every unit"


def test_colour_is_never_the_only_difference(values, caption, vi) -> None:
    spec = Drawn.of(profile(values, of=63, caption=caption, words=vi), values).spec
    marks = spec["layer"][1]["encoding"]
    assert marks["color"]["scale"]["range"] == [Colour.ACCENT, RIVALS[0], Colour.MUTED]
    assert marks["shape"]["scale"]["range"] == [SHAPES[0], SHAPES[1], UPRIGHTS[0]]


def test_the_chosen_unit_is_drawn_over_the_others_and_unknown_values_are_left_out(values, caption, vi) -> None:
    marks = profile(values, of=63, caption=caption, words=vi)["datasets"]["marks"]
    assert len(marks) == 4 and marks[-1]["unit"] == "Thừa Thiên Huế"
    assert {mark["text"] for mark in marks if mark["label"] == "Hạ tầng số"} == {"0,6823"}


def test_the_axis_spans_whole_tenths_around_the_values(values, caption, vi) -> None:
    spec = Drawn.of(profile(values, of=63, caption=caption, words=vi), values).spec
    assert spec["layer"][1]["encoding"]["x"]["scale"]["domain"] == pytest.approx([0.6, 0.9])


def test_units_that_tie_stand_one_below_the_other(values, caption, vi) -> None:
    level = values.assign(value=[0.7311, 0.7312, 0.7311, 0.6, 0.9])
    marks = profile(level, of=63, caption=caption, words=vi)["datasets"]["marks"]
    y = {(mark["label"], mark["unit"]): mark["y"] for mark in marks}
    chosen, rival = y["DTI", "Thừa Thiên Huế"], y["DTI", "Đà Nẵng"]
    assert rival - chosen == 11 and (chosen + rival) / 2 == y["DTI", "Trung bình cả nước"] == 19
    assert y["Hạ tầng số", "Thừa Thiên Huế"] == y["Hạ tầng số", "Đà Nẵng"] == 57  # far from each other
