from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.rank_ranges import CLOSE, rank_ranges
from pages.ui.drawn import Drawn
from pages.ui.theme import Colour


@pytest.fixture
def units() -> pd.DataFrame:
    rows = [
        ("48", "Đà Nẵng", "1. Đà Nẵng", 1, 1, 1, "1", "rest"),
        ("46", "Thừa Thiên Huế", "2. Thừa Thiên Huế", 2, 4, 3, "2–4", "chosen"),
        ("01", "Hà Nội", "4. Hà Nội", 3, 4, 4, "3–4", "near"),
    ]
    return pd.DataFrame(rows, columns=["province_code", "province", "label", "low", "high", "rank", "text", "role"])


def spec_of(*args, **kwargs) -> dict:
    return Drawn.of(rank_ranges(*args, **kwargs), pd.DataFrame()).spec


def test_every_range_is_written_and_the_chosen_unit_stands_out(units, caption, words, drawn) -> None:
    chart = rank_ranges(units, of=63, caption=caption, words=words, pitch=CLOSE)
    svg = drawn(chart)
    assert ">2–4<" in svg and ">4. Hà Nội<" in svg
    rows = Drawn.of(chart, units).spec["datasets"]["rows"]
    assert [row["colour"] for row in rows] == [Colour.REST, Colour.ACCENT, Colour.INK]
    assert [row["weight"] for row in rows] == [400, 700, 700]
    assert rows[0]["ink"] == Colour.MUTED, "words are never as pale as marks"


def test_better_is_further_right_and_ranks_are_whole(units, caption, vi) -> None:
    spec = spec_of(units, of=63, caption=caption, words=vi)
    x = spec["layer"][1]["encoding"]["x"]
    assert x["scale"]["domain"] == [6.6, 0.4]
    assert x["axis"]["values"] == [1, 2, 3, 4, 5, 6]


def test_many_ranks_are_ticked_by_tens(units, caption, vi) -> None:
    far = units.assign(high=[1, 4, 60])
    assert spec_of(far, of=63, caption=caption, words=vi)["layer"][1]["encoding"]["x"]["axis"]["values"] == [1, *range(10, 61, 10)]


def test_a_click_picks_a_unit_but_no_assumption(units, caption, vi) -> None:
    assert [each["name"] for each in spec_of(units, of=63, caption=caption, words=vi)["params"]] == ["pick"]
    spec = spec_of(units.drop(columns=["province", "province_code"]), of=63, at=3, caption=caption, words=vi)
    assert "params" not in spec and spec["datasets"]["at"] == [{"at": 3}]


def test_nothing_to_draw_is_said(units, caption, vi) -> None:
    assert vi("charts.no_value") in spec_of(units[:0], of=63, caption=caption, words=vi)["description"]
