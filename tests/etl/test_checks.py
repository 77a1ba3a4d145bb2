"""The rules on figures that need more than one small workbook to show."""

import io

import pandas as pd
import pytest
import xlsxwriter

from etl import reading, reference
from tests.fixtures.published import units

KNOWN = reference.load()
HEADER = ["TT", "Tỉnh, thành phố", "DTI", "Xếp hạng"]


def read(rows, **said):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DTI")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return reading.read_return(buffer.getvalue(), reference=KNOWN, name="w.xlsx", **said)


def told(read_return, rule):
    return [problem.cell for problem in read_return.problems if problem.rule == rule]


def dti(period, change=lambda unit: 0.0, n=63):
    body = [[at, unit.name, round(unit.dti + change(unit), 4)] for at, unit in enumerate(units()[:n], start=1)]
    return read([[f"DTI năm {period}"], HEADER[:3], *body])


@pytest.fixture(scope="module")
def published():
    return dti(2022).rows


def test_a_jump_beyond_all_units_changes(published):
    body = [[at, u.name, round(u.dti + 0.03 + at % 5 / 1000, 4)] for at, u in enumerate(units(), start=1)]
    body[3][2] = 0.3975
    later = read([["DTI năm 2023"], HEADER[:3], *body], previous=published)
    assert told(later, "jump") == ["C6"]
    assert later.publishable


def test_a_common_change_is_no_jump(published):
    body = [[at, u.name, round(u.dti * 0.7, 4)] for at, u in enumerate(units(), start=1)]
    assert told(read([["DTI năm 2023"], HEADER[:3], *body], previous=published), "jump") == []


def test_nothing_is_a_jump_without_a_period_before(published):
    assert told(read([["DTI năm 2022"], HEADER[:3], [1, "Huế", 0.1]], previous=published), "jump") == []


def test_figures_of_another_edition_are_recognised(published):
    body = [[at, u.name, u.dti] for at, u in enumerate(units()[:10], start=1)]
    renamed = read([["DTI năm 2023"], HEADER[:3], *body], previous=published)
    (problem,) = [p for p in renamed.problems if p.rule == "framework-unclear"]
    assert (problem.variant, problem.cell, problem.fields) == ("other_period", "A1", {"period": 2023, "other": 2022})


def test_the_same_figures_again_are_fine(published):
    assert dti(2022).problems == []
    body = [[at, u.name, u.dti] for at, u in enumerate(units()[:10], start=1)]
    assert read([["DTI năm 2022"], HEADER[:3], *body], previous=published).problems == []


def test_ties_share_a_rank_and_the_next_is_skipped():
    body = [[at, u.name, u.dti, u.rank] for at, u in enumerate(units(), start=1)]
    assert [row[3] for row in body[13:17]] == [14, 15, 15, 17]
    assert told(read([["DTI năm 2022"], HEADER, *body]), "rank-mismatch") == []


def test_a_partial_table_is_not_ranked_by_position():
    body = [[at, u.name, u.dti, u.rank] for at, u in enumerate(units()[10:20], start=1)]
    assert told(read([["DTI năm 2022"], HEADER, *body]), "rank-mismatch") == []


def test_a_partial_table_loses_as_few_ranks_as_can_be():
    ranks = [1, 2, 6, 4, 5]
    body = [[at, u.name, u.dti, ranks[at - 1]] for at, u in enumerate(units()[:5], start=1)]
    assert told(read([["DTI năm 2022"], HEADER, *body]), "rank-mismatch") == ["D5"]


def test_pillars_of_decision_922_are_not_summed():
    """Their mean is not the index: 2021 prints 0.6868, 0.6312, 0.6483 and an index of 0.6419."""
    header = ["TT", "Tỉnh", "DTI", "CQS", "KTS", "XHS"]
    result = read([["DTI năm 2021"], header, [1, "Đà Nẵng", 0.6419, 0.6868, 0.6312, 0.6483]])
    assert result.problems == []


def test_the_index_of_decision_922_follows_from_its_eight_indicators():
    header = ["Tỉnh", "DTI", "Nhận thức số", "Thể chế số", "Hạ tầng số", "Nhân lực số", "An toàn thông tin mạng"]
    header += ["Hoạt động chính quyền số", "Hoạt động kinh tế số", "Hoạt động xã hội số"]
    hue = ["Huế", 0.6975, 0.95, 0.9, 0.6823, 0.6794, 0.6423, 0.8262, 0.6787, 0.3001]
    assert told(read([["DTI năm 2022"], header, hue]), "total-mismatch") == []
    wrong = read([["DTI năm 2022"], header, ["Huế", 0.6985, *hue[2:]]])
    assert told(wrong, "total-mismatch") == ["B3"]
    (problem,) = [problem for problem in wrong.problems if problem.rule == "total-mismatch"]
    by_hand = (95 + 90 + 68.23 + 67.94 + 64.23 + 200 * 0.8262 + 150 * 0.6787 + 150 * 0.3001) / 1000
    assert problem.fields["expected"] == pytest.approx(by_hand)


def test_the_ict_index_is_the_mean_of_three():
    header = ["Tỉnh", "ICT Index", "HTKT", "HTNL", "ƯDCNTT"]
    title = ["Vietnam ICT Index 2019"]
    assert told(read([title, header, ["Đà Nẵng", 0.8654, 0.7925, 0.9538, 0.85]]), "total-mismatch") == []
    assert told(read([title, header, ["Đà Nẵng", 0.9654, 0.7925, 0.9538, 0.85]]), "total-mismatch") == ["B3"]


def test_activities_are_told_from_pillars_only_by_arithmetic():
    header = ["Tỉnh", "DTI", "Chính quyền số", "Kinh tế số", "Xã hội số"]
    activities = [[u.name, u.dti, u.government, u.economy, u.society] for u in units()[:3]]
    renamed = read([["DTI 2022"], header, *activities])
    assert set(renamed.rows["indicator"]) == {"dti", *(f"digital_{part}_activity" for part in ("government", "economy", "society"))}
    without_index = read([["DTI 2022"], [header[0], *header[2:]], *([row[0], *row[2:]] for row in activities)])
    assert set(without_index.rows["indicator"]) == {"digital_government", "digital_economy", "digital_society"}


def test_a_missing_value_is_never_a_zero():
    result = read([["DTI năm 2022"], HEADER, [1, "Huế", "-", 4], [2, "Hà Nội", "", 24]])
    assert result.rows["value"].isna().all()
    assert told(result, "missing-value") == ["C3", "C4"]
    assert result.publishable


def test_missing_provinces_stop_nothing():
    result = dti(2022, n=1)
    assert result.problems == [] and len(result.rows) == 1


def test_previous_may_be_empty(published):
    assert dti(2022).problems == read([["DTI năm 2022"], HEADER[:3], [1, "Huế", 0.5]], previous=published.iloc[:0]).problems
    assert isinstance(published, pd.DataFrame)
