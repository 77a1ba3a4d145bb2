"""The story of a province, told from the bundled figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl import text
from pages.ui.queries import overview, story
from pages.ui.queries.catalogue import catalogue
from pages.ui.selection import Selection, read

HUE_2022 = Selection("vi", "46", "QD922-2022", 2022, 63, "dti", "pillars")
HUE_2024 = replace(HUE_2022, framework="QD405-2025", period=2024)
ICT_2023 = replace(HUE_2022, framework="ICT-INDEX", period=2023, indicator="ict_index")


def test_a_year_whose_points_are_known_tells_the_whole_story(built: str) -> None:
    told = story.slides(built, HUE_2022)
    assert [slide.key for slide in told] == list(story.STORY)
    assert [slide.key for slide in told if slide.drawn is None] == ["sources"]
    titles = [slide.title for slide in told]
    assert titles[0] == "Năm 2022, Thừa Thiên Huế xếp hạng 4/63 về DTI, giảm 2 bậc so với năm 2021 (hạng 2)"
    assert titles[5] == "Năm 2022, Thừa Thiên Huế xếp hạng 4/63; khoảng hạng 3–4 trong 90% số lần thử"
    assert titles[6] == "Thừa Thiên Huế cần thêm 4,9 điểm để đạt hạng 3/63"


def test_a_slide_draws_what_the_page_draws(built: str) -> None:
    position, shown = story.slides(built, HUE_2022, keys=["standing"])[0], overview.answer(built, HUE_2022).position
    assert position.drawn is not None and shown is not None
    assert position.drawn.spec == shown.spec and position.drawn.table.equals(shown.table)


def test_the_past_of_a_year_ends_with_it(built: str) -> None:
    moved = story.slides(built, HUE_2022, keys=["moved"])[0]
    assert moved.drawn is not None and moved.drawn.table["period"].max() == 2022


def test_where_points_are_unknown_the_last_slide_says_what_cannot_be_told(built: str) -> None:
    told = {slide.key: slide for slide in story.slides(built, HUE_2024)}
    assert list(told) == ["standing", "moved", "why", "strengths", "rivals", "sources"]
    assert told["why"].said[0].startswith("Năm 2024 chưa so sánh được với năm trước")
    limits = [sentence for sentence in told["sources"].said if sentence.startswith(("Không", "Chưa"))]
    assert len(limits) == 2


def test_a_year_without_a_figure_says_so_first(built: str) -> None:
    told = story.slides(built, ICT_2023)
    assert told[0].title.startswith("Chưa tìm được số liệu ICT Index năm 2023 của Thừa Thiên Huế")
    assert told[-1].key == "sources" and told[-1].sources == ()


def test_slides_come_in_the_order_asked_for_and_once(built: str) -> None:
    assert [slide.key for slide in story.slides(built, HUE_2022, keys=["why", "standing", "why"])] == [
        "why",
        "standing",
    ]
    assert story.slides(built, HUE_2022, keys=["nothing"]) == ()


def test_chosen_rivals_are_those_compared_with(built: str) -> None:
    slide = story.slides(built, replace(HUE_2022, against=("49",)), keys=["rivals"])[0]
    assert any("Quảng Nam" in sentence for sentence in slide.said)
    assert text.load("vi")("story.nearest") not in slide.said


def test_every_edition_tells_a_story_of_findings(built: str) -> None:
    choices = catalogue(built, "en")
    for edition in choices.periods.drop_duplicates(["framework", "universe"]).itertuples(index=False):
        query = {
            "lang": "en",
            "framework": edition.framework,
            "period": str(edition.period),
            "universe": str(edition.universe),
        }
        chosen, unread = read(query, choices, home="46")
        assert not unread
        for slide in story.slides(built, chosen):
            assert slide.title and not slide.title.endswith(".") and slide.label
            assert slide.drawn is None or (len(slide.drawn.table) and slide.sources and slide.note_hint)


@pytest.mark.parametrize(("rank", "wanted"), [(2, 1), (5, 4), (6, 5), (10, 5), (11, 10), (20, 10), (21, 20), (63, 60)])
def test_what_is_aimed_at_can_be_reached(rank: int, wanted: int) -> None:
    assert story.aim(rank) == wanted
