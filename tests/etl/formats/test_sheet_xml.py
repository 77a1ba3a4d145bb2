"""What calamine does not tell of a sheet of .xlsx."""

import re
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.formats import sheet_xml as examined
from etl.formats import xlsx as reader
from etl.formats.errors import UnreadableWorkbook
from etl.formats.sheet import Sheet
from etl.formats.sheet_xml_reader import read_through
from tests.etl.zipped import sheet_xml, text_cell, xlsx, xlsx_parts, zipped


def only_sheet(xml: str) -> Sheet:
    return reader.read(xlsx(xml)).sheets[0]


FORMULAS = sheet_xml(
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
    '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="F2"><f t="shared" si="0"/></c></row>'
)


def test_formulas_and_errors() -> None:
    sheet = only_sheet(FORMULAS)
    assert sheet.cells == [[2, None, None, None, "#N/A", None], ["#REF!", None, None, None, None, None]]
    assert sheet.formulas_without_value == {(0, 1), (0, 2), (1, 5)}


def prefixed(xml: str) -> str:
    return re.sub(r"<(/?)(\w)", r"<\1x:\2", xml).replace("xmlns=", "xmlns:x=")


@pytest.mark.parametrize(
    "rewrite", [prefixed, lambda xml: xml.replace('"', "'"), lambda xml: xml.replace(" r=", "\n r=")]
)
def test_unusual_but_valid_xml(rewrite) -> None:
    assert only_sheet(rewrite(FORMULAS)) == only_sheet(FORMULAS)


def test_cells_without_references_follow_each_other() -> None:
    xml = sheet_xml("<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row><row><c><f>1</f></c></row>")
    sheet = only_sheet(xml)
    assert sheet.cells == [[1, "#N/A"], [None, None]]
    assert sheet.formulas_without_value == {(1, 0)}


def test_hidden_columns_are_cut_to_the_grid() -> None:
    columns = '<cols><col min="2" max="2" width="0" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>'
    sheet = only_sheet(sheet_xml(f'<row r="1">{text_cell("E1", "x")}</row>', head=columns))
    assert sheet.hidden_columns == {1, 3, 4}
    assert only_sheet(sheet_xml("")).hidden_columns == frozenset()


FAR = (
    '<row r="3"><c r="A3" s="1"><v>45383</v></c><c r="AAA3" t="b"><v>1</v></c></row>'
    '<row r="4"><c r="A4"><f>A3</f></c><c r="C4" s="1"/></row>'
    '<row r="900000"><c r="B900000" t="e"><v>#N/A</v></c><c r="XFD900000" t="s"><v>0</v></c></row>'
)
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Huế</t></si></sst>'


@pytest.mark.parametrize("rewrite", [str, prefixed])
def test_far_cells_keep_values_styles_and_addresses(rewrite) -> None:
    columns = '<cols><col min="3" max="3" hidden="1"/><col min="703" max="703" hidden="1"/></cols>'
    parts = xlsx_parts(rewrite(sheet_xml(FAR, head=columns))) | {
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
    }
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
    )  # fmt: skip
    sheet = reader.read(zipped(parts)).sheets[0]
    assert sheet.rows == (1, 2, 3, 899998, 899999)
    assert sheet.columns == (0, 1, 701, 702, 16382, 16383)
    nothing = [None] * 6
    assert sheet.cells == [
        nothing,
        [datetime(2024, 4, 1), None, None, True, None, None],
        nothing,
        nothing,
        [None, "#N/A", None, None, None, "Huế"],
    ]
    assert [sheet.address(*at) for at in sheet.formulas_without_value] == ["A4"]
    assert sheet.hidden_columns == {3}


@settings(max_examples=100, deadline=None)
@given(st.sets(st.tuples(st.integers(1, 1048576), st.integers(0, 3)), min_size=1, max_size=20))
def test_every_cell_keeps_its_address_however_far_apart(cells: set[tuple[int, int]]) -> None:
    letters = ("A", "Z", "AZ", "XFD")
    told = {f"{letters[column]}{row}" for row, column in cells}
    rows = "".join(
        f'<row r="{row}">{"".join(text_cell(f"{letters[c]}{row}", f"{letters[c]}{row}") for r, c in sorted(cells) if r == row)}</row>'
        for row in sorted({row for row, _ in cells})
    )
    sheet = only_sheet(sheet_xml(rows))
    found = {
        sheet.address(row, column): value
        for row, values in enumerate(sheet.cells)
        for column, value in enumerate(values)
        if value is not None
    }
    assert found == {name: name for name in told}


def test_a_glance_tells_what_reading_through_tells() -> None:
    plain = sheet_xml("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 50)))
    assert not examined._needs_reading(plain.encode())
    marks, cells = read_through(plain.encode())
    assert (marks.errors, marks.formulas_without_value, marks.hidden_columns) == ({}, set(), [])
    assert len(cells) == 49


@pytest.mark.parametrize("xml", ["<worksheet><sheetData><row><c", sheet_xml('<row r="x"><c r="A1"><f/></c></row>')])
def test_malformed_xml(xml: str) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        only_sheet(xml)
    assert refusal.value.reason == "damaged"
