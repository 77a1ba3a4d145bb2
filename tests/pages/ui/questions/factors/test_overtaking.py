"""Who overtook whom, and when nobody may be said to have."""

from __future__ import annotations

from etl.text import Texts
from pages.ui.questions.factors.overtaking import overtaking
from tests.pages.ui.questions.conftest import Make

BEFORE = {"01": (0.5, 0.5), "02": (0.9, 0.9), "03": (0.1, 0.1)}
AFTER = {"01": (0.5, 0.5), "02": (0.3, 0.3), "03": (0.9, 0.9)}


def test_both_lists_with_both_ranks(make: Make, vi: Texts) -> None:
    answer = overtaking(make(BEFORE, period=2022), make(AFTER), province="01", texts=vi)
    assert answer is not None and answer.note is None
    assert answer.lost.values.tolist() == [["Châu", 3, 1]]
    assert answer.won.values.tolist() == [["Bình", 1, 3]]
    assert answer.said == "Từ năm 2022 đến năm 2023, An vượt 1 địa phương (Bình) và bị 1 địa phương vượt (Châu)"


def test_across_frameworks_nobody_overtook(make: Make, vi: Texts) -> None:
    answer = overtaking(make(BEFORE, period=2022), make(AFTER, name="G"), province="01", texts=vi)
    assert answer is not None
    assert "An xếp 2/3 năm 2022 (Quyết định F) và 2/3 năm 2023 (Quyết định G)" in answer.said
    assert "không gọi là vượt" in answer.said
    assert len(answer.lost) == len(answer.won) == 1


def test_printed_ranks_of_a_partial_year_are_said_to_be_partial(make: Make, vi: Texts) -> None:
    before = make({"01": (0.5, 0.5), "02": (0.9, 0.9)}, period=2022)
    before.values["rank_published"] = before.values["rank_published"].mask(before.values["province_code"] == "01", 2)
    before.values["rank_published"] = before.values["rank_published"].mask(before.values["province_code"] == "02", 1)
    answer = overtaking(before, make(AFTER), province="01", texts=vi)
    assert answer is not None and answer.note == "Chỉ xét 2/3 đơn vị có thứ hạng ở cả hai năm."
    assert answer.lost.empty and answer.won["province"].tolist() == ["Bình"]


def test_a_unit_unranked_in_one_year_has_no_answer(make: Make, vi: Texts) -> None:
    assert overtaking(make({"02": (0.9, 0.9)}, period=2022), make(AFTER), province="01", texts=vi) is None
