"""Strengths and weaknesses of real provinces, by the ranks of the bundled figures."""

from __future__ import annotations

import pytest

from etl import text, warehouse
from pages.ui.queries.frameworks import framework
from pages.ui.questions.overview.strong_and_weak import Ranked, finding, ranked, strong_and_weak, why_none

VI = text.load("vi")


def unit(build: str, province: str, edition: tuple[str, int], universe: int = 63) -> Ranked:
    asked = {"framework": edition[0], "period": edition[1], "universe": universe, "province": province}
    profile = warehouse.query(build, "profile", lang="vi", **asked)
    return ranked(profile, framework(build, edition[0]), of=universe)


def test_the_derived_block_counts_and_is_labelled(built: str) -> None:
    hue = unit(built, "46", ("QD922-2022", 2023))
    assert hue.found.strongest == ["other_common_indicators", "digital_economy_activity"]
    assert hue.found.weakest == ["digital_society_activity", "digital_infrastructure"]
    drawn = strong_and_weak(hue, decrees={"QD922-2022": "922"}, texts=VI)
    assert drawn is not None and drawn.table["basis"].tolist()[0] == "derived"
    assert drawn.table["rank"].tolist() == [2, 3, 33, 25]


@pytest.mark.parametrize(
    ("province", "edition", "universe", "most"),
    [("46", ("QD405-2025", 2024), 63, 2), ("48", ("QD922-2022", 2023), 63, 3), ("46", ("ICT-INDEX", 2020), 63, 2),
     ("46", ("QD1726-2020", 2020), 63, 1), ("48", ("QD405-2025", 2024), 34, 2)],
)  # fmt: skip
def test_at_most_half_each_and_none_in_both(
    built: str, province: str, edition: tuple[str, int], universe: int, most: int
) -> None:
    found = unit(built, province, edition, universe).found
    assert len(found.strongest) == most and len(found.weakest) <= most
    assert not set(found.strongest) & set(found.weakest)


def test_indicators_that_rank_alike_are_said_to(built: str) -> None:
    hue = unit(built, "46", ("QD922-2022", 2021))
    assert strong_and_weak(hue, decrees={}, texts=VI) is None
    assert why_none(hue, VI).endswith("đều ở hạng 2/63, nên không có chỉ số nào mạnh nhất hay yếu nhất.")


def test_too_few_ranks_are_said_to_be(built: str) -> None:
    nobody = unit(built, "11", ("QD1726-2020", 2020))
    assert why_none(nobody, VI).startswith("Chưa nêu được điểm mạnh, điểm yếu")


def test_the_finding_names_the_best_and_the_worst_with_their_ranks(built: str) -> None:
    said = finding(unit(built, "46", ("QD405-2025", 2024)), VI)
    assert said == "Mạnh nhất: Hoạt động chính quyền số (8/63); yếu nhất: Hoạt động kinh tế số (31/63)"
