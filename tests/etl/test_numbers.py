import math

import pytest

from etl import numbers
from etl.numbers import MISSING, NOT_A_NUMBER, NUMBER, PERCENT, POINTS, SHARE_OVER_POINTS, read_rank, read_text


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("0,6975", 0.6975, 4),
        ("0.6975", 0.6975, 4),
        ("0,70", 0.7, 2),
        ("1", 1.0, 0),
        ("-0,5", -0.5, 1),
        ("1.234,5", 1234.5, 1),
        ("1,234.5", 1234.5, 1),
        ("1 234,5", 1234.5, 1),
        ("0, 6975", 0.6975, 4),
        ("0,6975*", 0.6975, 4),
        ("697,5 điểm", 697.5, 1),
        ("０，６９７５", 0.6975, 4),
        (" 0,5 ", 0.5, 1),
    ],
)
def test_numbers(text, value, decimals):
    read = read_text(text)
    assert (read.kind, read.value, read.decimals, read.rank) == (NUMBER, value, decimals, None)


@pytest.mark.parametrize(
    ("text", "rank", "value"),
    [
        ("12\n(0,4880)", 12, 0.488),
        ("01 (0,727)", 1, 0.727),
        ("0,4880 (12)", 12, 0.488),
        ("0,4880\n12", 12, 0.488),
        ("12/63 (0,4880)", 12, 0.488),
        ("Hạng 12; 0,4880", 12, 0.488),
        ("1\n(1)", 1, 1.0),
    ],
)
def test_rank_and_value_in_one_cell(text, rank, value):
    read = read_text(text)
    assert (read.kind, read.rank, read.value) == (NUMBER, rank, value)


def test_rank_beside_a_word_for_missing():
    read = read_text("5\n(-)")
    assert (read.kind, read.rank, math.isnan(read.value)) == (MISSING, 5, True)


@pytest.mark.parametrize(
    "text",
    ["-", "–", "—", "…", "...", "N/A", "#N/A", "chưa có", "Chưa có số liệu", "KXĐ", "Không xác định", "x", "", "  ", "null"],
)
def test_words_for_missing(text):
    assert read_text(text).kind == MISSING
    assert read_rank(text).kind == MISSING


@pytest.mark.parametrize(
    ("text", "figure"),
    [("0,69 (tạm tính)", "0,69"), ("~0,69", "0,69"), ("0,69 ↑;", "0,69"), ("0,69 (2021: 0,5)", "0,69 (2021: 0,5)"), ("0,69", "0,69")],
)
def test_remarks_are_told_from_figures(text, figure):
    assert numbers.without_remark(text) == figure


@pytest.mark.parametrize("text", ["cao", "#REF!", "0,5,5", "=1+1", "1-2", "12 tỷ đồng", "0x1F", "1e5", "½"])
def test_what_is_no_number(text):
    assert read_text(text).kind == NOT_A_NUMBER


def test_per_cent_and_points_are_converted():
    assert read_text("69,75%") == numbers.Written(PERCENT, 0.6975, decimals=4)
    points = read_text("697,5/1.000")
    assert (points.kind, points.value, points.maximum) == (POINTS, 0.6975, 1000)


def test_a_share_over_points_is_not_divided():
    read = read_text("0,3982/500")
    assert (read.kind, read.value, read.maximum) == (SHARE_OVER_POINTS, 0.3982, 500)


def test_a_place_among_the_units_may_be_a_rank():
    assert read_text("12/63").place == 12
    assert read_text("12/64").place is None


def test_thousands_dot_is_told_beside():
    assert read_text("1.234").grouped == 1234
    assert read_text("0.543").grouped is None or read_text("0.543").value == 0.543


@pytest.mark.parametrize(("text", "rank"), [("12", 12), ("12/63", 12), ("Hạng 4", 4), ("01", 1), ("4.0", 4), ("thứ 7", 7), ("4=", 4), ("T8", 8), ("9th", 9), ("10.", 10), ("4-5", 4)])
def test_ranks(text, rank):
    assert read_rank(text).rank == rank


@pytest.mark.parametrize("text", ["4,5", "hai", "1.000", "-3", "5-4", "12-5"])
def test_what_is_no_rank(text):
    assert read_rank(text).kind == NOT_A_NUMBER
