"""Values side by side: which indicators, and in how many the unit leads or trails."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.compare import profile
from pages.ui.questions.compare.sides import Side
from tests.pages.ui.questions.conftest import Make

ALL = {"01": (0.5, 0.75), "02": (0.9, 0.7), "03": (0.4, 0.1)}


def of(make: Make, vi: Texts, chosen: str, *rivals: str, values=ALL):
    edition = make(values)
    lines = [profile.unit_line(edition, chosen, role="chosen")]
    lines += [profile.unit_line(edition, code, role="rival") for code in rivals]
    return profile.profiled(edition, lines, provinces=(chosen, *rivals), texts=vi).drawn


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ("01", "An dẫn đầu nhóm ở 1/2 chỉ số (nhân lực số), không đứng cuối ở chỉ số nào"),
        ("02", "Bình dẫn đầu nhóm ở 1/2 chỉ số (hạ tầng số), không đứng cuối ở chỉ số nào"),
        ("03", "Châu đứng cuối nhóm ở 2/2 chỉ số (hạ tầng số, nhân lực số), chưa dẫn đầu ở chỉ số nào"),
    ],
)
def test_the_finding_counts_where_the_unit_leads_and_trails(make: Make, vi: Texts, chosen: str, title: str) -> None:
    drawn = of(make, vi, chosen, *(code for code in ALL if code != chosen))
    assert drawn is not None and caption_of(drawn.spec).title == title


def test_level_is_neither_first_nor_last(make: Make, vi: Texts) -> None:
    drawn = of(make, vi, "01", "02", values={"01": (0.5, 0.5), "02": (0.5, 0.5), "03": (0.1, 0.1)})
    assert drawn is not None
    assert caption_of(drawn.spec).title == "An không dẫn đầu và không đứng cuối nhóm ở chỉ số nào trong 2 chỉ số"


def test_the_table_has_every_mark_with_its_difference(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    lines = [profile.unit_line(edition, "01", role="chosen"), profile.reference_line(edition, Side("Trung bình", ("01", "02", "03")))]
    drawn = profile.profiled(edition, lines, provinces=("01",), texts=vi).drawn
    assert drawn is not None
    rows = drawn.table.set_index(["indicator_name", "name"])
    assert rows.loc[("Hạ tầng số", "Trung bình"), "value"] == pytest.approx(0.6)
    assert rows.loc[("Hạ tầng số", "Trung bình"), "difference"] == pytest.approx(0.1)
    assert pd.isna(rows.loc[("Hạ tầng số", "Trung bình"), "rank"]), "a mean has no rank"
    assert list(dict.fromkeys(drawn.table["indicator_name"])) == ["Chỉ số", "Hạ tầng số", "Nhân lực số"]


def test_nothing_beside_it_is_no_comparison(make: Make, vi: Texts) -> None:
    assert of(make, vi, "01") is None
    assert of(make, vi, "01", "02", values={"02": (0.9, 0.8)}) is None


def test_who_is_not_on_the_chart_is_named(make: Make, vi: Texts) -> None:
    edition = make({"01": (0.5, 0.5), "02": (0.9, 0.8)})
    lines = [profile.unit_line(edition, code, role="rival" if code != "01" else "chosen") for code in ("01", "02", "03")]
    lines.append(profile.reference_line(edition, Side("Trung bình", ("01", "02", "03"))))
    answer = profile.profiled(edition, lines, provinces=("01", "02"), texts=vi)
    assert answer.missing == ("Châu", "Trung bình")
    assert answer.drawn is not None and set(answer.drawn.table["name"]) == {"An", "Bình"}
