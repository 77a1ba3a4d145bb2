"""Where the gap lies, and what of it a year could close."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from indicators.shared_parts import shared_parts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.compare import gap
from pages.ui.questions.compare.gap import Pace
from pages.ui.questions.compare.sides import Side
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}
BINH, NATION = Side("Bình", ("02",)), Side("Trung bình cả nước", ("01", "02", "03"))


def pace(make: Make, before: dict, after: dict) -> Pace:
    editions = make(before, period=2022), make(after, period=2023)
    return Pace(2022, 2023, *(shared_parts(each.parts, each.framework) for each in editions), edition=editions[1])


def test_the_title_names_the_few_parts_that_make_most_of_the_gap(make: Make, vi: Texts) -> None:
    """600 · 0.4 = 240 and 400 · 0.05 = 20 points behind: the first is 92 % of them."""
    answer = gap.bridged(make(ALL), BINH, province="01", texts=vi)
    assert answer.drawn is not None
    assert caption_of(answer.drawn.spec).title == "An kém Bình 260,0 điểm; 1 chỉ số tạo nên 92% số điểm kém: hạ tầng số"
    assert answer.drawn.table["delta"].sum() == pytest.approx(260)


def test_a_lead_is_told_by_the_parts_in_which_we_lead(make: Make, vi: Texts) -> None:
    answer = gap.bridged(make(ALL), NATION, province="02", texts=vi)
    assert answer.drawn is not None
    # 600 · 0.3 = 180 and 400 · 0.25 = 100 points ahead of the mean.
    assert caption_of(answer.drawn.spec).title.startswith("Bình hơn trung bình cả nước 280,0 điểm; 2 chỉ số tạo nên 100%")


def test_level_is_said(make: Make, vi: Texts) -> None:
    same = {"01": (0.5, 0.5), "02": (0.5, 0.5), "03": (0.1, 0.1)}
    answer = gap.bridged(make(same), BINH, province="01", texts=vi)
    assert answer.drawn is not None and caption_of(answer.drawn.spec).title == "An và Bình có cùng số điểm (500,0)"


def test_why_there_is_no_bridge(make: Make, vi: Texts) -> None:
    unknown = gap.bridged(make(ALL, points=False), BINH, province="01", texts=vi)
    assert unknown.drawn is None and "điểm tối đa" in unknown.said
    partial = make({"01": (0.5, 0.5)})
    assert "của Bình năm 2023" in gap.bridged(partial, BINH, province="01", texts=vi).said
    assert "của Châu năm 2023" in gap.bridged(partial, Side("An", ("01",)), province="03", texts=vi).said


def test_what_a_year_beyond_the_drift_closes(make: Make, vi: Texts) -> None:
    """Châu began at 0.45 in a, within 0.1 of our 0.5, and gained 0.35; the mean gain is 0.15: 0.2 · 600 points."""
    before = {"01": (0.45, 0.75), "02": (0.85, 0.8), "03": (0.45, 0.1)}
    after = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.8, 0.1)}
    answer = gap.closing(make(after), BINH, pace(make, before, after), province="01", texts=vi)
    assert answer.drawn is not None
    table = answer.drawn.table.set_index("indicator_name")
    assert table.loc["Hạ tầng số", ["points_behind", "points_closable"]].tolist() == pytest.approx([240, 120])
    assert table.loc["Hạ tầng số", "province"] == "Châu"
    assert table.loc["Nhân lực số", "points_closable"] == 0 and pd.isna(table.loc["Nhân lực số", "province"])
    assert caption_of(answer.drawn.spec).title == "Trong 260,0 điểm An kém Bình ở 2 chỉ số, thu hẹp được 120,0 điểm (46%) trong một năm"


def test_nothing_to_close_where_we_trail_nowhere(make: Make, vi: Texts) -> None:
    answer = gap.closing(make(ALL), Side("Châu", ("03",)), pace(make, ALL, ALL), province="02", texts=vi)
    assert answer.drawn is None and answer.said.startswith("Bình không kém Châu")


def test_nothing_is_closed_without_points(make: Make, vi: Texts) -> None:
    answer = gap.closing(make(ALL, points=False), BINH, pace(make, ALL, ALL), province="01", texts=vi)
    assert answer.drawn is None and answer.said == vi("compare.closing.unknown")
