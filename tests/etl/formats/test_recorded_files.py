"""The same table as other programs wrote it, in each format (see files/README.md)."""

from datetime import datetime
from pathlib import Path

import pytest

from etl.workbooks import Sheet, read

FILES = Path(__file__).parent / "files"
TABLE = [
    ["Bảng 1. Chỉ số chuyển đổi số", None, None, None],
    ["Tỉnh, thành phố", "DTI", "Hạng", "Ngày"],
    ["Đà Nẵng", 0.8373, 1, datetime(2024, 4, 1)],
    ["Thừa Thiên Huế", 0.7, 2, True],
    ["Lạng Sơn", "#N/A", 3, "#DIV/0!"],
]


@pytest.mark.parametrize(
    ("extension", "hidden_columns"),
    [("xlsx", {1}), ("xlsm", {1}), ("xlsb", None), ("xls", None), ("ods", None)],
)
def test_the_same_table_in_every_format(extension: str, hidden_columns: set[int] | None) -> None:
    workbook = read(FILES / f"table.{extension}")
    assert workbook.format == extension
    assert workbook.name == f"table.{extension}"
    expected = None if hidden_columns is None else frozenset(hidden_columns)
    assert workbook.sheets[0] == Sheet("Bảng", TABLE, merged=((0, 0, 0, 3),), hidden_columns=expected)
    assert (workbook.sheets[1].name, workbook.sheets[1].hidden) == ("Ẩn", True)
    assert workbook.sheets[1].cells == [["nháp"]]


@pytest.mark.parametrize(
    ("file", "corner"),
    [("far.xls", "IV65536"), ("far.xlsb", "XFD3001")],
)
def test_far_cells_are_read_without_the_gap(file: str, corner: str) -> None:
    sheet = read(FILES / file).sheets[0]
    assert sheet.cells == [
        ["x", None, None, None],
        [None, 0.5, None, None],
        [None, None, None, None],
        [None, None, None, "y"],
    ]
    assert [sheet.address(0, 0), sheet.address(1, 1), sheet.address(3, 3)] == ["A1", "B2", corner]


@pytest.mark.parametrize("extension", ["xlsx", "xlsm", "xlsb", "xls", "ods"])
def test_a_wrong_extension_changes_nothing(extension: str) -> None:
    content = (FILES / f"table.{extension}").read_bytes()
    assert read(content, name="bảng.csv").format == extension
