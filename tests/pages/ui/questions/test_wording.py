"""Names within sentences and runs of years."""

from __future__ import annotations

import pytest

from pages.ui.questions.wording import opening, within, years


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Hạ tầng số", "hạ tầng số"), ("Đô thị thông minh", "đô thị thông minh"), ("DTI", "DTI"), ("ICT Index", "ICT Index")],
)
def test_a_name_loses_its_capital_unless_it_is_an_abbreviation(name: str, inside: str) -> None:
    assert within(name) == inside


def test_runs_of_years_are_joined() -> None:
    assert years([2023, 2016, 2018, 2017, 2022, 2020]) == "2016–2018, 2020, 2022–2023"
    assert years([2020]) == "2020"


def test_a_name_by_itself_begins_with_a_capital() -> None:
    assert opening("đổi bộ chỉ số") == "Đổi bộ chỉ số" and opening("DTI") == "DTI"
