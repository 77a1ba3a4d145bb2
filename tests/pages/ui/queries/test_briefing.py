"""What an export prints around the story."""

from __future__ import annotations

import datetime

from pages.ui.briefing import pdf
from pages.ui.queries.briefing import briefing
from pages.ui.queries.story import slides
from pages.ui.selection import Selection

HUE_2022 = Selection("vi", "46", "QD922-2022", 2022, 63, "dti", "pillars", against=("48",))


def test_title_rank_figures_choices_and_date(built: str) -> None:
    told = briefing(built, HUE_2022, slides=slides(built, HUE_2022, keys=["standing"]))
    assert (told.title, told.place) == ("DTI năm 2022: Thừa Thiên Huế", "4/63")
    assert told.figures == (("Giá trị", "0,6975"), ("Trung bình cả nước", "0,5787"), ("Cao nhất cả nước", "0,8002"))
    assert "Năm: 2022. Số đơn vị: 63. So với: Đà Nẵng." in told.choices
    assert f"{datetime.date.today():%d/%m/%Y}" in told.printed and built in told.printed
    assert [slide.key for slide in told.slides] == ["standing"]


def test_a_unit_without_a_figure_prints_none(built: str) -> None:
    nothing = Selection("vi", "11", "QD922-2022", 2021, 63, "dti", "pillars")
    told = briefing(built, nothing)
    assert (told.place, told.figures) == ("", ())
    assert pdf.profile(told).startswith(b"%PDF")
