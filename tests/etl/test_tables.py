"""Where tables are found, on grids small enough to see; whole workbooks are in test_odd_workbooks."""

import pytest

from etl import reference
from etl.province_names import ProvinceNames
from etl.tables import MAXIMUM, REGION, TOTAL, find_tables
from etl.workbooks import Sheet


@pytest.fixture(scope="module")
def names():
    return ProvinceNames(reference.load())


@pytest.fixture
def find(names):
    def found(rows, merged=()):
        width = max(len(row) for row in rows)
        cells = [[*row, *[None] * (width - len(row))] for row in rows]
        sheet = Sheet("S", cells, merged=merged)
        return find_tables(sheet, is_unit=names.is_unit, is_region=names.is_region, is_code=names.is_code)

    return found


def labels(table):
    return {column: tuple(text.text for text in texts) for column, texts in table.labels.items()}


def test_titles_header_and_rows(find):
    (table,) = find([["DTI 2022"], [], ["TT", "Tỉnh", "DTI"], [1, "Hà Nội", 0.6], [2, "Huế", 0.7]])
    assert [title.text for title in table.titles] == ["DTI 2022"]
    assert (table.header_rows, table.unit_column, table.body, table.range) == ((2,), 1, (3, 4), "A3:C5")
    assert labels(table) == {0: ("TT",), 1: ("Tỉnh",), 2: ("DTI",)}


def test_merged_headers_reach_over_their_columns(find):
    rows = [["TT", "Tỉnh", "DTI", None], [None, None, "Giá trị", "Hạng"], [1, "Hà Nội", 0.6, 24]]
    (table,) = find(rows, merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)))
    assert labels(table)[3] == ("DTI", "Hạng")
    assert table.header_rows == (0, 1)


def test_rows_between_units_are_told_apart(find):
    rows = [
        ["TT", "Tỉnh", "DTI"],
        [None, "Điểm tối đa", 1000],
        ["I", "Đồng bằng sông Hồng", None],
        [1, "Hà Nội", 600],
        [None, "Vùng Tây Nguyên", 500],
        [2, "Gia Lai", 500],
        [None, "Trung bình", 550],
        ["Tổng", None, 1100],
    ]
    (table,) = find(rows)
    assert table.body == (3, 5)
    assert table.skipped == {1: MAXIMUM, 2: REGION, 4: REGION, 6: TOTAL, 7: TOTAL}
    assert table.maxima == {2: 1000}


def test_a_unit_with_a_wrong_name_is_a_row_wherever_it_stands(find):
    rows = [["TT", "Tỉnh", "DTI"], [1, "Hà Nộii", 0.7], [2, "Huế", 0.6], [3, "Atlantis", 0.5]]
    (table,) = find(rows)
    assert table.body == (1, 2, 3)


def test_a_new_header_begins_a_new_table(find):
    rows = [["Tỉnh", "DTI"], ["Hà Nội", 0.7], [], ["Bảng 2"], ["Tỉnh", "Hạ tầng số"], ["Hà Nội", 0.6]]
    first, second = find(rows)
    assert (first.body, second.body) == ((1,), (5,))
    assert [title.text for title in second.titles] == ["Bảng 2"]


def test_units_in_a_row_lie_on_their_side(find):
    rows = [["DTI 2022"], ["Chỉ số", "Hà Nội", "Huế", "Đà Nẵng"], ["DTI", 0.6, 0.7, 0.8], ["Hạ tầng số", 0.5, 0.6, 0.7]]
    (table,) = find(rows)
    assert labels(table)[2] == ("DTI",)
    assert table.sheet.address(table.body[1], 3) == "C4"
    assert [title.text for title in table.titles] == ["DTI 2022"]


def test_units_may_be_given_by_code_alone(find):
    (table,) = find([["province_code", "value"], ["01", "0.6"], [46, "0.7"]])
    assert (table.by_code, table.body) == (True, (1, 2))


@pytest.mark.parametrize(
    "rows",
    [
        [["Kính gửi: Sở TTTT Hà Nội"]],
        [["Hà Nội"], ["Huế"]],
        [["Ngày", "12/3"], ["Nơi", "Hà Nội"]],
        [[]],
    ],
)
def test_names_without_figures_are_no_table(find, rows):
    assert find(rows) == []
