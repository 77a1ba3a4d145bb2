from __future__ import annotations

from pages.ui.charts.value_bars import value_bars
from pages.ui.theme import RIVALS, Colour


def test_values_and_ranks_are_written_best_on_top(provinces, caption, words, drawn) -> None:
    chart = value_bars(provinces.iloc[::-1], chosen="46", of=5, caption=caption, words=words)
    svg = drawn(chart)
    assert "2. Thừa Thiên Huế" in svg
    assert (">0,6975<" if words.lang == "vi" else ">0.6975<") in svg
    values = [row["value"] for row in chart["datasets"]["bars"]]
    assert values == sorted(values, reverse=True) and len(values) == 4


def test_the_chosen_and_the_compared_stand_out(provinces, caption, vi) -> None:
    bars = value_bars(provinces, chosen="46", of=5, caption=caption, words=vi, against=["01"])["datasets"]["bars"]
    looks = {bar["province_code"]: bar["colour"] for bar in bars}
    assert looks == {"48": Colour.REST, "46": Colour.ACCENT, "01": RIVALS[0], "79": Colour.REST}
    assert [bar["weight"] for bar in bars] == [400, 700, 700, 400]


def test_an_unranked_bar_has_no_number_before_its_name(provinces, caption, vi) -> None:
    bars = value_bars(provinces.assign(rank=None), chosen="46", of=5, caption=caption, words=vi)["datasets"]["bars"]
    assert bars[0]["label"] == "Đà Nẵng"


def test_a_click_gives_the_province(provinces, caption, vi) -> None:
    chart = value_bars(provinces, chosen="46", of=5, caption=caption, words=vi)
    assert [param["name"] for param in chart["params"]] == ["pick"]
