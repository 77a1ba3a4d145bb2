"""The raw workbooks hold the published figures, each with its source, and nobody has changed one."""

import hashlib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

RAW = Path(__file__).parents[2] / "data" / "raw"
SOURCE_COLUMNS = ["Trang tính", "Ô", "Tỉnh, thành phố", "Chỉ số", "Cơ sở", "Loại nguồn", "Số nguồn", "Địa chỉ nguồn"]
VALUE, RANKS, RANK_AND_VALUE = "Giá trị", {"Thứ hạng", "Xếp hạng"}, "Thứ hạng\n(giá trị)"
MISSING = {None, "-"}
# workbook: figures, provinces, first hexadecimal digits of the SHA-256 of its figures and their sources
EXPECTED = {
    "dti-2020.xlsx": (67, 27, "fdd8f55d43fa4cc7"),
    "dti-2021.xlsx": (86, 22, "0f0a2403f311b05d"),
    "dti-2022.xlsx": (335, 63, "8510b50588f3b670"),
    "dti-2023.xlsx": (319, 63, "2e9c51446c3a4f95"),
    "dti-2024-34-tinh.xlsx": (14, 8, "6e96788b04f4b007"),
    "dti-2024-63-tinh.xlsx": (315, 63, "7c6d3cb3c1cf3890"),
    "ict-index-2016.xlsx": (24, 13, "2ca97ec81e7ff8cb"),
    "ict-index-2017.xlsx": (9, 6, "2d299c766dcf9553"),
    "ict-index-2018.xlsx": (21, 10, "186337ebc52eecdc"),
    "ict-index-2019.xlsx": (30, 14, "6115bccf454f40ad"),
    "ict-index-2020.xlsx": (36, 13, "709cd40148254f23"),
    "ict-index-2022.xlsx": (19, 7, "46cd9bb726edda07"),
    "ict-index-2023.xlsx": (11, 5, "8564c038e768b8bc"),
}


class Figure(NamedTuple):
    """One figure as a workbook prints it, numbers as text with the decimals shown and a point."""

    province: str
    indicator: str
    value: str
    rank: str
    basis: str
    source_kind: str
    n_sources: str
    source: str


class Table:
    """The table of a sheet: what each of its columns is about and holds."""

    def __init__(self, sheet: Worksheet):
        self.sheet = sheet
        kinds = {VALUE, RANK_AND_VALUE, *RANKS}
        self.last_header = next(row[0].row for row in sheet.iter_rows() if any(cell.value in kinds for cell in row))
        self.kind = {cell.column: cell.value for cell in sheet[self.last_header] if cell.value in kinds}
        self.label = {column: self._label(column) for column in self.kind}
        self.province_column = min(self.kind) - 1

    def _label(self, column: int) -> str:
        return next(filter(None, (self._printed(row, column) for row in range(self.last_header - 1, 0, -1))))

    def _printed(self, row: int, column: int) -> Any:
        """The cell's value, or that of the merged cell it belongs to."""
        address = self.sheet.cell(row, column).coordinate
        merged = next((area for area in self.sheet.merged_cells.ranges if address in area), None)
        return self.sheet.cell(*(merged.min_row, merged.min_col) if merged else (row, column)).value

    def figure_cells(self) -> set[str]:
        """Addresses of all cells of the body that print a figure."""
        rows = self.sheet.iter_rows(min_row=self.last_header + 1)
        return {cell.coordinate for row in rows for cell in row if cell.column in self.kind and cell.value not in MISSING}

    def read(self, address: str) -> tuple[str, str, str, str, set[str]]:
        """Province, indicator, value, rank and the addresses that print them, from the address of the figure."""
        cell = self.sheet[address]
        kind, label = self.kind[cell.column], self.label[cell.column]
        province = self.sheet.cell(cell.row, self.province_column).value
        if kind == RANK_AND_VALUE:
            rank, value = cell.value.removesuffix(")").split("\n(")
            return province, label, "" if value in MISSING else value.replace(",", "."), rank, {address}
        if kind in RANKS:
            return province, label, "", str(cell.value), {address}
        rank_cell = self._rank_beside(cell.row, label)
        if rank_cell is None:
            return province, label, printed_number(cell), "", {address}
        return province, label, printed_number(cell), str(rank_cell.value), {address, rank_cell.coordinate}

    def _rank_beside(self, row: int, label: str):
        columns = [column for column in self.kind if self.label[column] == label and self.kind[column] in RANKS]
        cells = [self.sheet.cell(row, column) for column in columns]
        return next((cell for cell in cells if cell.value not in MISSING), None)


def printed_number(cell) -> str:
    if isinstance(cell.value, str):
        return cell.value.replace(",", ".")
    decimals = len(cell.number_format.partition(".")[2])
    return f"{cell.value:.{decimals}f}"


@cache
def workbook(name: str):
    return load_workbook(RAW / name)


def source_rows(name: str) -> list[tuple]:
    return list(workbook(name)["Nguồn"].iter_rows(min_row=2, values_only=True))


def tables(name: str) -> dict[str, Table]:
    sheets = {row[0] for row in source_rows(name)}
    return {sheet: Table(workbook(name)[sheet]) for sheet in sheets}


def figures(name: str) -> list[Figure]:
    found = tables(name)
    read = ((found[sheet].read(address)[2:4], rest) for sheet, address, *rest in source_rows(name))
    return [Figure(province, indicator, value, rank, basis, kind, str(count), source)
            for (value, rank), (province, indicator, basis, kind, count, source) in read]  # fmt: skip


def fingerprint(rows: list[Figure]) -> str:
    text = "\n".join(sorted("\t".join(row) for row in rows))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_these_are_the_workbooks():
    assert {path.name for path in RAW.glob("*.xlsx")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_figure_has_changed(name):
    rows = figures(name)
    assert (len(rows), len({row.province for row in rows}), fingerprint(rows)) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_sources_point_at_the_figures_they_name(name):
    found = tables(name)
    for sheet, address, province, indicator, *_ in source_rows(name):
        assert found[sheet].read(address)[:2] == (province, indicator), address


@pytest.mark.parametrize("name", EXPECTED)
def test_every_printed_figure_has_exactly_one_source_row(name):
    found = tables(name)
    claimed: Counter[tuple[str, str]] = Counter()
    for sheet, address, *_ in source_rows(name):
        claimed.update((sheet, used) for used in found[sheet].read(address)[4])
    printed = {(sheet, address) for sheet, table in found.items() for address in table.figure_cells()}
    assert claimed == Counter(printed)


@pytest.mark.parametrize("name", EXPECTED)
def test_source_rows_are_complete_and_use_the_agreed_words(name):
    assert [cell.value for cell in workbook(name)["Nguồn"][1]] == SOURCE_COLUMNS
    for row in figures(name):
        assert row.basis in {"công bố", "suy ra"}
        assert row.source_kind in {"chính thức", "báo chí", "nghiên cứu", "thứ cấp"}
        assert int(row.n_sources) == len(row.source.split(" ; ")) and row.source


@pytest.mark.parametrize("name", EXPECTED)
def test_values_are_shares_and_ranks_fit_the_universe(name):
    units = 34 if "34-tinh" in name else 63
    for row in figures(name):
        assert row.value or row.rank, row
        assert not row.value or 0 <= float(row.value) <= 1, row
        assert not row.rank or 1 <= int(row.rank) <= units, row


@pytest.mark.parametrize(
    ("name", "province", "indicator", "value", "rank"),
    [
        ("dti-2020.xlsx", "Thừa Thiên - Huế", "Kinh tế số", "0.304", "13"),
        ("dti-2021.xlsx", "Bến Tre", "Hạ tầng số", "", "58"),
        ("dti-2022.xlsx", "Thừa Thiên Huế", "Chỉ số DTI", "0.6975", "4"),
        ("dti-2022.xlsx", "TP.HCM", "Nhận thức số", "0.8917", ""),
        ("dti-2023.xlsx", "TP.Đà Nẵng", "Hoạt động chính quyền số", "0.8790", "1"),
        ("dti-2024-63-tinh.xlsx", "TP. Đà Nẵng", "DTI cấp tỉnh", "0.8335", "2"),
        ("dti-2024-34-tinh.xlsx", "TP. Đà Nẵng", "DTI cấp tỉnh", "0.7069", "17"),
        ("ict-index-2017.xlsx", "Lào Cai", "Hạ tầng nhân lực", "0.6", "14"),
        ("ict-index-2019.xlsx", "Thừa Thiên - Huế", "ICT Index", "0.8046", "2"),
        ("ict-index-2020.xlsx", "Lâm Đồng", "Hạ tầng nhân lực của xã hội", "1", ""),
        ("ict-index-2023.xlsx", "Bắc Ninh", "ICT Index", "0.664", "4"),
    ],
)
def test_golden_figures(name, province, indicator, value, rank):
    match = [row for row in figures(name) if (row.province, row.indicator) == (province, indicator)]
    assert [(row.value, row.rank) for row in match] == [(value, rank)]


def test_titles_tell_the_two_rankings_of_2024_apart():
    for units in ("63", "34"):
        sheet = workbook(f"dti-2024-{units}-tinh.xlsx")["DTI 2024"]
        titles = [cell for row in sheet.iter_rows(max_row=4, values_only=True) for cell in row if cell]
        assert any(title.startswith(f"{units} tỉnh, thành phố") for title in titles)
