"""Published figures of the factors that an instrument asks about."""

from __future__ import annotations

from dataclasses import replace

from pages.ui.queries import assess
from pages.ui.selection import Selection

HUE_2023 = Selection("vi", "46", "QD922-2022", 2023, 63, "dti", "pillars")


def test_every_linked_item_has_its_category_and_score_where_one_is_published(built: str) -> None:
    known = assess.published(built, HUE_2023, "provincial_five").set_index("item")
    assert len(known) == 5 and known.at["infrastructure_data_applications", "category_name"] == "Hạ tầng, dữ liệu và ứng dụng số"
    assert 0 < known.at["citizen_participation", "score"] < 1 and known.at["citizen_participation", "of"] == 63
    assert known["score"].isna().any()  # the block of common indicators is not published one by one


def test_an_edition_without_figures_by_factor_gives_way_to_the_nearest_that_has_them(built: str) -> None:
    newest = replace(HUE_2023, framework="QD405-2025", period=2024)
    assert assess.nearest_published(built, HUE_2023, "nine_pillars") == HUE_2023
    assert assess.nearest_published(built, newest, "nine_pillars") == HUE_2023
    assert assess.nearest_published(built, HUE_2023, "going_digital") is None
