"""Units by indicators, best first, of one region or all."""

from __future__ import annotations

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.factors import heat
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.8), "03": (0.4, 0.1)}


def names(spec: dict) -> list[str]:
    return [row["province"] for row in spec["datasets"]["names"]]


def test_units_stand_in_the_order_of_their_rank(make: Make, vi: Texts) -> None:
    drawn = heat.drawn(make(ALL), province="01", region="", place="cả nước", of=3, texts=vi)
    assert drawn is not None
    assert names(drawn.spec) == ["1. Bình", "2. An", "3. Châu"]
    assert caption_of(drawn.spec).title == "An cao hơn trung vị (cả nước) ở 0/2 chỉ số, năm 2023"
    assert len(drawn.table) == 9


def test_a_middle_is_not_that_of_a_few_units(make: Make, vi: Texts) -> None:
    drawn = heat.drawn(make(ALL), province="01", region="north", place="Bắc", of=14, texts=vi)
    title = caption_of(drawn.spec).title
    assert title == "Giá trị các chỉ số của 3/14 đơn vị có số liệu, Bắc, năm 2023"


def test_a_unit_of_several_regions_stands_in_each_and_is_marked(make: Make, vi: Texts) -> None:
    drawn = heat.drawn(make(ALL), province="01", region="south", place="Nam", of=1, texts=vi)
    assert drawn is not None and names(drawn.spec) == ["3. Châu ◆"]
    assert "An" not in caption_of(drawn.spec).title


def test_an_indicator_known_for_few_units_has_no_column(make: Make) -> None:
    edition = make(ALL)
    assert heat.columns(edition) == ["index", "a", "b"]
    few = edition.values[(edition.values["indicator"] != "b") | (edition.values["province_code"] == "01")]
    edition.values.drop(edition.values.index.difference(few.index), inplace=True)
    assert heat.columns(edition) == ["index", "a"]


def test_nothing_known_nothing_drawn(make: Make, vi: Texts) -> None:
    assert heat.drawn(make(ALL), province="01", region="west", place="Tây", of=2, texts=vi) is None
