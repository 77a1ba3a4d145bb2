"""What openpyxl writes comes back; batches, names, hashes."""

import hashlib
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.workbooks import Cell, Sheet, UnreadableWorkbook, Workbook, cell_name, read, read_many
from tests.etl.zipped import sheet_xml, text_cell, xlsx

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(-1e300, 1e300).map(lambda value: float(f"{value:.15g}")),  # openpyxl writes 16 digits at most
    st.text("aăâđêôơư Đà Nẵng\n<&>\"'–…0123456789,.%", min_size=1).filter(lambda text: text.strip() == text),
    st.datetimes(datetime(1950, 1, 1), datetime(2099, 12, 31)).map(lambda moment: moment.replace(microsecond=0)),
)
GRIDS = st.lists(st.lists(CELLS, max_size=6), max_size=8)


def written(grid: list[list[Cell]]) -> bytes:
    book = openpyxl.Workbook()
    for row, cells in enumerate(grid, start=1):
        for column, value in enumerate(cells, start=1):
            book.active.cell(row, column, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rectangle(grid: list[list[Cell]]) -> list[list[Cell]]:
    filled = [
        (row, column) for row, cells in enumerate(grid) for column, value in enumerate(cells) if value is not None
    ]
    width = max((column for _, column in filled), default=-1) + 1
    rows = grid[: max((row for row, _ in filled), default=-1) + 1]
    return [(row + [None] * width)[:width] for row in rows]


@settings(max_examples=60, deadline=None)
@given(GRIDS)
def test_what_openpyxl_wrote_comes_back(grid: list[list[Cell]]) -> None:
    cells = read(written(grid)).sheets[0].cells
    assert cells == rectangle(grid)
    assert [[type(value) is bool for value in row] for row in cells] == [
        [type(value) is bool for value in row] for row in rectangle(grid)
    ]


def test_whole_numbers_are_int() -> None:
    cells = read(written([[4.0, 4.5, 2.0**60, True]])).sheets[0].cells
    assert [type(value) for value in cells[0]] == [int, float, float, bool]


def test_sheets_merged_ranges_and_hidden_parts() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Bìa"
    sheet = book.create_sheet("Số liệu")
    sheet["B2"] = "Xếp hạng"
    sheet.merge_cells("B2:D2")
    sheet["D4"], sheet["E3"] = 0.5, "=SUM(D4)"
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions.group("F", "H", hidden=True)
    book.create_sheet("Ẩn").sheet_state = "veryHidden"
    book.create_chartsheet("Biểu đồ")
    file = io.BytesIO()
    book.save(file)

    workbook = read(file.getvalue())
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [
        ("Bìa", False),
        ("Số liệu", False),
        ("Ẩn", True),
    ]
    assert workbook.sheets[1] == Sheet(
        "Số liệu",
        [
            [None] * 5,
            [None, "Xếp hạng", None, None, None],
            [None] * 5,
            [None, None, None, 0.5, None],
        ],
        merged=((1, 1, 1, 3),),
        hidden_columns=frozenset({2}),
        formulas_without_value=frozenset({(2, 4)}),
    )
    assert workbook.sheets[0].cells == []


def test_name_and_hash_of_a_path_and_of_bytes(tmp_path: Path) -> None:
    content = xlsx(sheet_xml(f"<row>{text_cell('A1', 'x')}</row>"))
    path = tmp_path / "Báo cáo.xlsx"
    path.write_bytes(content)
    from_path, from_bytes = read(path), read(content, name="b.xlsx")
    assert (from_path.name, from_bytes.name) == ("Báo cáo.xlsx", "b.xlsx")
    assert from_path.sha256 == from_bytes.sha256 == hashlib.sha256(content).hexdigest()
    assert from_path.sheets == from_bytes.sheets


def test_a_batch_keeps_its_order() -> None:
    files = [xlsx(sheet_xml(f"<row>{text_cell('A1', f'số {n}')}</row>")) for n in range(15)]
    found = read_many(files, names=[f"{n}.xlsx" for n in range(15)])
    assert [workbook.name for workbook in found if isinstance(workbook, Workbook)] == [f"{n}.xlsx" for n in range(15)]
    assert found[3].sheets[0].cells == [["số 3"]]
    assert read_many([]) == []


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (6, 1, "B7"), (0, 25, "Z1"), (9, 26, "AA10"), (1048575, 16383, "XFD1048576")],
)
def test_cell_name(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_addresses_follow_the_rows_and_columns_that_are_left() -> None:
    sheet = Sheet("S", [["a", None], [None, "b"]], rows=(4, 90), columns=(0, 27))
    assert [sheet.address(0, 0), sheet.address(1, 1)] == ["A5", "AB91"]
    assert Sheet("S", [["a"]]).address(6, 1) == "B7"


def test_an_unreadable_file_is_raised() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"problems\.unreadable-file\.empty"):
        read(b"")
