"""A score under a lens: categories, what is empty, what is left outside."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.factors import under_lens
from pages.ui.questions.factors.under_lens import Lens
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}


def lens(*scores: tuple[str, str, float, int | None]) -> Lens:
    members = {"category": ["tools"], "category_name": ["Công cụ"], "position": [1], "indicator": ["a"]}
    frame = pd.DataFrame(scores, columns=["category", "province_code", "value", "rank"])
    return Lens(
        name="Hai nhóm",
        categories=pd.DataFrame({"category": ["tools", "people"], "category_name": ["Công cụ", "Con người"]}),
        members=pd.DataFrame({**members, "indicator_name": ["Hạ tầng số"], "max_points": [600.0], "reason": ["vì vậy"]}),
        scores=frame.assign(
            rank=frame["rank"].astype("Int64"), category_name="", position=1, coverage=1.0, basis="computed", of=3
        ),
    )


def test_a_category_without_figures_is_drawn_as_unknown(make: Make, vi: Texts) -> None:
    drawn = under_lens.drawn(lens(("tools", "01", 0.5, 2)), make(ALL), province="01", texts=vi)
    assert drawn is not None
    assert drawn.table["rank"].tolist() == [2, pd.NA]
    assert [row["text"] for row in drawn.spec["datasets"]["rows"]] == ["0,5000, hạng 2/3\nbao phủ 100%", "chưa có số liệu"]
    assert caption_of(drawn.spec).title == "Hai nhóm: An đạt 0,5000 ở công cụ; 1/2 nhóm có số liệu"


def test_the_title_names_the_highest_and_the_lowest_category(make: Make, vi: Texts) -> None:
    both = lens(("tools", "01", 0.5, 2), ("people", "01", 0.75, None))
    drawn = under_lens.drawn(both, make(ALL), province="01", texts=vi)
    assert drawn is not None
    assert caption_of(drawn.spec).title == "Hai nhóm: An cao nhất ở con người (0,7500), thấp nhất ở công cụ (0,5000)"


def test_a_pillar_that_the_source_prints_is_shown_as_printed(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    edition.framework.nodes.loc["b", "level"] = "pillar"
    pillars = lens(("b", "01", 0.7, 3), ("people", "01", 0.6, 2))
    pillars.categories["category"] = ["b", "people"]
    drawn = under_lens.drawn(pillars, edition, province="01", texts=vi)
    assert drawn is not None
    assert drawn.table["value"].tolist() == [0.75, 0.6] and drawn.table["rank"].tolist() == [2, 2]
    assert drawn.table["basis"].tolist() == ["published", "computed"]


def test_no_score_no_chart(make: Make, vi: Texts) -> None:
    assert under_lens.drawn(lens(("tools", "02", 0.5, 2)), make(ALL), province="01", texts=vi) is None


def test_the_mapping_gives_points_and_reason_and_keeps_empty_categories(vi: Texts) -> None:
    assert under_lens.mapping(lens(), vi) == {"Công cụ": ["Hạ tầng số (600 điểm): vì vậy"], "Con người": []}


def test_what_no_category_holds_is_outside(make: Make) -> None:
    assert under_lens.outside(lens(), make(ALL)) == (["b"], 400.0)
