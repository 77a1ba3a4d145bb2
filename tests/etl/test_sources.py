from etl.sources import UNSTATED, Source, addresses, is_source_sheet, read_sources
from etl.workbooks import Sheet

HEADER = ["Trang tính", "Ô", "Tỉnh, thành phố", "Chỉ số", "Cơ sở", "Loại nguồn", "Số nguồn", "Địa chỉ nguồn"]


def test_each_row_gives_a_cell_its_source():
    rows = [HEADER, ["DTI", "c7", "Huế", "DTI", "suy ra", "chính thức", 2, "https://a"], ["DTI", "$D$7", None, None, None, None, None, None]]
    assert read_sources(Sheet("Nguồn", rows)) == {
        ("DTI", "C7"): Source("derived", "official", 2, "https://a"),
        ("DTI", "D7"): UNSTATED,
    }


def test_the_header_tells_the_sheet_whatever_its_name():
    assert is_source_sheet(Sheet("Sheet9", [["sheet", "cell", "source_url"]]))
    assert not is_source_sheet(Sheet("Nguồn", [["Tỉnh", "Nguồn"]]))
    assert not is_source_sheet(Sheet("Nguồn", []))
    assert read_sources(Sheet("DTI", [["Tỉnh", "DTI"], ["Huế", 0.7]])) == {}


def test_a_cell_of_several_addresses_is_told_one_by_one():
    stated = ["https://a.vn ; https://b.vn", None, "https://b.vn", ""]
    assert addresses(stated) == ("https://a.vn", "https://b.vn")
