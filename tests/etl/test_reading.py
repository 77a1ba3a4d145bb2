from datetime import datetime

import pandas as pd
import pytest

from etl import reading, reference, text
from tests.fixtures.odd import Sheet, xlsx
from tests.fixtures.odd_layouts import plain
from tests.fixtures.published import units

KNOWN = reference.load()
HEADER = ["STT", "Tỉnh, thành phố", "DTI", "Xếp hạng"]


def read(*sheets, name="w.xlsx", **said):
    return reading.read_return(xlsx(*sheets), reference=KNOWN, name=name, **said)


def test_hints_stand_in_for_what_the_table_does_not_say():
    sheet = Sheet("Sheet1", [["Kết quả"], ["TT", "Tỉnh", "Kết quả", "Hạng"], *plain(3)])
    assert not read(sheet).publishable
    told = read(sheet, framework="QD922-2022", period=2022)
    assert told.publishable and set(told.rows["indicator"]) == {"dti"}
    assert (told.rows["framework"].iloc[0], told.rows["period"].iloc[0], told.rows["universe"].iloc[0]) == ("QD922-2022", 2022, 63)


def test_a_hint_of_the_universe_decides_the_codes():
    rows = [["DTI năm 2024"], HEADER, [1, "Bắc Ninh", 0.8, 1]]
    assert not read(Sheet("S", rows)).publishable
    assert list(read(Sheet("S", rows), universe=63).rows["province_code"]) == ["27"]
    assert list(read(Sheet("S", rows), universe=34).rows["province_code"]) == ["24"]


def test_whoever_watches_is_told_each_step_and_how_much_is_done():
    told = []
    read(Sheet("DTI 2022", [HEADER, *plain(3)]), progress=lambda *step: told.append(step))
    assert told == [("open", 0, 3), ("tables", 1, 3), ("check", 2, 3)]
    for lang in text.LANGUAGES:
        assert {step for step, _, _ in told} <= set(text.load(lang).under("upload.step"))


def test_the_file_name_is_the_last_to_be_asked():
    sheet = Sheet("Sheet1", [HEADER, *plain(3)])
    assert read(sheet, name="dti-2022.xlsx").publishable
    assert not read(sheet, name="bang.xlsx").publishable


def test_a_sheet_of_sources_gives_each_figure_its_source():
    table = Sheet("DTI", [["DTI năm 2022"], HEADER, *plain(2)])
    header = ["Trang tính", "Ô", "Tỉnh, thành phố", "Chỉ số", "Cơ sở", "Loại nguồn", "Số nguồn", "Địa chỉ nguồn"]
    sources = Sheet("Nguồn", [header, ["DTI", "C3", "Đà Nẵng", "DTI", "suy ra", "báo chí", 2, "https://example.org"]])
    first, second = read(table, sources).rows.itertuples()
    assert (first.basis, first.source_kind, first.n_sources, first.source_url) == ("derived", "press", 2, "https://example.org")
    assert (second.basis, second.source_kind, second.source_url) == ("published", "upload", "")


def test_printed_decimals_are_kept():
    rows = [["DTI năm 2022"], ["TT", "Tỉnh", "DTI", "Hạ tầng số"], [1, "Huế", 0.65, "0,70"], [2, "Hà Nội", 0.6123, "0,6"]]
    found = read(Sheet("S", rows)).rows.set_index(["province_code", "indicator"])["decimals"]
    assert found["46", "dti"] == 4  # a number cell 0.65 is 0,6500 beside 0,6123
    assert (found["46", "digital_infrastructure"], found["01", "digital_infrastructure"]) == (2, 1)


def test_a_rank_alone_stands_at_its_own_cell():
    rows = [["DTI năm 2022"], HEADER, [1, "Huế", None, 4]]
    (row,) = read(Sheet("S", rows)).rows.itertuples()
    assert (row.cell, row.rank_cell, row.rank_published) == ("D3", "D3", 4)


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"PK\x03\x04 broken", b"%PDF-1.7", "văn bản".encode("utf-16")])
def test_it_never_raises_for_bad_content(content):
    told = reading.read_return(content, reference=KNOWN, name="x.xlsx")
    assert not told.publishable and len(told.problems) == 1
    assert len(told.sha256) == 64 and told.rows.empty


def test_several_files_are_read_in_their_order(tmp_path):
    good, bad = tmp_path / "dti-2022.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(xlsx(Sheet("S", [HEADER, *plain(3)])))
    bad.write_bytes(b"nothing")
    first, second = reading.read_returns([good, bad], reference=KNOWN)
    assert (first.file, first.publishable, second.file, second.readable) == ("dti-2022.xlsx", True, "bad.xlsx", second.readable)
    assert not second.publishable


def test_names_from_a_workbook_stay_words():
    rows = [["DTI năm 2022"], HEADER, [1, '<b>=HYPERLINK("x")</b>', 0.5, 1], *plain(2)]
    (problem,) = [p for p in read(Sheet("S", rows)).problems if p.rule == "unknown-province"]
    assert problem.found == '<b>=HYPERLINK("x")</b>'


def test_all_units_of_one_indicator_by_title_alone():
    body = [[at, unit.name, unit.infrastructure] for at, unit in enumerate(units()[:5], start=1)]
    told = read(Sheet("S", [["Xếp hạng chỉ số Hạ tầng số năm 2022"], ["TT", "Tỉnh", "Điểm"], *body]))
    assert set(told.rows["indicator"]) == {"digital_infrastructure"}


@pytest.fixture(scope="module")
def with_criteria():
    """The frameworks with two criteria more, 4.1 and 4.10, under awareness in Decision 922."""
    tree = pd.read_csv(reference.DATA_FOLDER / "framework" / "QD922-2022.csv", dtype=str, keep_default_na=False)
    about = {"parent": "digital_awareness", "weight": "50", "direction": "1", "level": "component", "aggregation": "arithmetic"}
    names = ("name_vi", "name_en", "short_vi", "short_en")
    more = [{"code": code, **about, **dict.fromkeys(names, f"Tiêu chí {code}")} for code in ("4.1", "4.10")]
    return reference.load(published=[{"QD922-2022.csv": pd.concat([tree, pd.DataFrame(more)]).fillna("")}])


def test_codes_are_text_in_rows(with_criteria):
    lines = ["year,province,indicator,value", "2022,Huế,4.1,0.5", "2022,Huế,4.10,0.6", "2022,Hà Nội,4.1,0.7"]
    told = reading.read_return("\n".join(lines).encode(), reference=with_criteria, name="dti.csv")
    found = {(row.province_code, row.indicator): row.value for row in told.rows.itertuples()}
    assert found == {("46", "4.1"): 0.5, ("46", "4.10"): 0.6, ("01", "4.1"): 0.7}


def test_codes_are_text_in_headers(with_criteria):
    header = ["Tỉnh", "4.1", "4.10 Trực ban", datetime(2025, 1, 4)]
    content = xlsx(Sheet("DTI 2022", [header[:3], ["Huế", 0.5, 0.6]]))
    told = reading.read_return(content, reference=with_criteria, name="w.xlsx")
    assert dict(zip(told.rows["indicator"], told.rows["value"], strict=True)) == {"4.1": 0.5, "4.10": 0.6}
    dated = xlsx(Sheet("DTI 2022", [["Tỉnh", header[3], "DTI"], ["Huế", 0.5, 0.6]]))
    assert set(reading.read_return(dated, reference=with_criteria, name="w.xlsx").rows["indicator"]) == {"4.1", "dti"}


def test_all_faults_of_a_row_are_told_at_once_even_where_its_unit_is_not_known():
    rows = [["DTI năm 2022"], ["TT", "Tỉnh", "DTI", "Hạ tầng số"], [1, "Huế", 0.6, 0.7], [2, "Nowhere", 1.5, "abc"]]
    found = {(problem.rule, problem.cell) for problem in read(Sheet("S", rows)).problems}
    assert found == {("unknown-province", "B4"), ("out-of-range", "C4"), ("not-a-number", "D4")}
