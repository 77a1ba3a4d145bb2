"""Addresses and what they mean: defaults, odd links, and choices that drag others along."""

from __future__ import annotations

import pytest

from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.selection import Selection, Unread, merged_away, read

HUE = "46"


@pytest.fixture
def choices(built: str) -> Catalogue:
    return catalogue(built, "vi")


def selection(choices: Catalogue, **query: str) -> Selection:
    found, unread = read(query, choices, home=HUE)
    assert unread == []
    return found


def test_an_empty_address_is_home_in_the_latest_year_of_63(choices: Catalogue) -> None:
    found = selection(choices)
    assert (found.lang, found.province, found.framework, found.period, found.universe) == (
        "vi",
        HUE,
        "QD405-2025",
        2024,
        63,
    )
    assert (found.indicator, found.lens, found.against) == ("dti", "pillars", ())


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"lang": "en", "province": "48", "period": "2022", "indicator": "digital_infrastructure", "against": "01,79"},
        {"period": "2023", "universe": "34", "province": "48"},
        {"framework": "ICT-INDEX", "period": "2019"},
        {"framework": "QD922-2022", "period": "2022", "lens": "rossotto_2012", "indicator": "leadership"},
    ],
)
def test_an_address_reopens_the_same_view(choices: Catalogue, query: dict[str, str]) -> None:
    found = selection(choices, **query)
    assert selection(choices, **found.address()) == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "fr"), ("province", "99"), ("framework", "QD1"), ("period", "1999"), ("universe", "35"),
        ("indicator", "happiness"), ("lens", "astrology"), ("against", "00"),
    ],
)  # fmt: skip
def test_what_names_nothing_is_said_and_replaced(choices: Catalogue, name: str, value: str) -> None:
    found, unread = read({name: value}, choices, home=HUE)
    assert unread == [Unread(name, value)]
    assert found == selection(choices)


def test_a_period_finds_the_decision_in_force(choices: Catalogue) -> None:
    assert [selection(choices, period=str(year)).framework for year in (2020, 2021, 2023, 2024)] == [
        "QD1726-2020", "QD922-2022", "QD922-2022", "QD405-2025",
    ]  # fmt: skip


def test_units_follow_their_universe_by_the_merger_table_not_by_code(choices: Catalogue) -> None:
    """24 is Bắc Giang among the 63 and Bắc Ninh among the 34."""
    bac_giang = selection(choices, province="24", against="27,48,49")
    merged = bac_giang.moved(choices, universe=34)
    names = choices.units(34)
    assert names[merged.province] == "Bắc Ninh"
    assert [names[code] for code in merged.against] == ["Đà Nẵng"]  # Bắc Ninh is the unit itself; Đà Nẵng once
    assert merged_away(bac_giang, choices) == {"Bắc Ninh": "Bắc Ninh", "Quảng Nam": "Đà Nẵng"}
    back = merged.moved(choices, universe=63)
    assert choices.units(63)[back.province] == "Bắc Ninh"


def test_a_move_keeps_what_fits_and_drops_what_does_not(choices: Catalogue) -> None:
    start = selection(choices, period="2022", indicator="cybersecurity", province="48")
    moved = start.moved(choices, period=2024)
    assert (moved.framework, moved.indicator, moved.province) == ("QD405-2025", "dti", "48")
    other = start.moved(choices, framework="ICT-INDEX")
    assert (other.framework, other.period, other.indicator) == ("ICT-INDEX", 2022, "ict_index")


def test_a_year_without_the_34_leads_back_to_the_63(choices: Catalogue) -> None:
    merged = selection(choices, universe="34", province="48")
    moved = merged.moved(choices, period=2020)
    assert (moved.universe, choices.units(63)[moved.province]) == (63, "Đà Nẵng")


def test_a_lens_category_is_a_measure_of_its_own_lens_only(choices: Catalogue) -> None:
    query = {"framework": "QD922-2022", "period": "2022", "indicator": "policy_legal_framework"}
    assert selection(choices, **query, lens="rossotto_2012").indicator == "policy_legal_framework"
    assert read(query | {"lens": "pillars"}, choices, home=HUE)[0].indicator == "dti"


def test_rivals_are_at_most_five_and_never_the_unit_itself(choices: Catalogue) -> None:
    found = selection(choices, against="01,46,48,79,31,92,24,01")
    assert found.against == ("01", "48", "79", "31", "92")
