from __future__ import annotations

from pages.ui.charts.position_strip import DOT, NARROWEST, _stacked, position_strip
from pages.ui.theme import RIVALS, Colour


def test_names_the_chosen_the_leader_the_compared_and_the_middle(provinces, caption, words, drawn) -> None:
    chart = position_strip(
        provinces, chosen="46", of=4, caption=caption, words=words, against=["79"], national_mean=0.65
    )
    svg = drawn(chart)
    number = "0,6975" if words.lang == "vi" else "0.6975"
    assert f"Thừa Thiên Huế {number}" in svg
    looks = {row["text"].split(" 0")[0]: row["colour"] for row in chart["datasets"]["named"]}
    assert looks == {"Thừa Thiên Huế": Colour.ACCENT, "Hồ Chí Minh": RIVALS[0], "Đà Nẵng": Colour.MUTED}
    assert len(chart["datasets"]["middles"]) == 2


def test_who_has_no_value_is_no_dot_and_the_subtitle_counts(provinces, caption, vi) -> None:
    chart = position_strip(provinces, chosen="46", of=5, caption=caption, words=vi)
    assert [row["province"] for row in chart["datasets"]["dots"]] == [
        "Hồ Chí Minh",
        "Hà Nội",
        "Thừa Thiên Huế",
        "Đà Nẵng",
    ]
    assert "4/5" in chart["usermeta"]["caption"]["subtitle"]
    assert chart["datasets"]["middles"] == [], "no median of a part"


def test_an_unranked_province_is_named_without_a_rank(provinces, caption, vi) -> None:
    chart = position_strip(provinces.assign(rank=None), chosen="46", of=5, caption=caption, words=vi)
    assert "Thừa Thiên Huế 0,6975" in [row["text"] for row in chart["datasets"]["named"]]


def test_every_name_has_a_tier_of_its_own(provinces, caption, vi) -> None:
    chart = position_strip(provinces, chosen="46", of=5, caption=caption, words=vi, against=["01", "79"])
    tiers = [row["y2"] for row in chart["datasets"]["named"]]
    assert len(set(tiers)) == len(tiers) == 4


def test_dots_of_equal_values_do_not_cover_one_another(provinces) -> None:
    values = provinces["value"].dropna()
    values.iloc[:] = [0.5, 0.5, 0.5, 0.9]
    assert _stacked(values) == [0, -1, 1, 0]
    assert DOT * 2 < NARROWEST


def test_a_click_gives_the_province(provinces, caption, vi) -> None:
    chart = position_strip(provinces, chosen="46", of=5, caption=caption, words=vi)
    assert [param["name"] for param in chart["params"]] == ["pick"]


def test_nothing_known_is_said(provinces, caption, vi, drawn) -> None:
    chart = position_strip(provinces.assign(value=float("nan")), chosen="46", of=5, caption=caption, words=vi)
    assert vi("charts.no_value") in chart["description"]
