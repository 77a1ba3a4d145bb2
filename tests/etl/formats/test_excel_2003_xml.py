"""XML spreadsheets as Excel 2003 wrote them."""

from datetime import datetime

import pytest

from etl.formats.errors import UnreadableWorkbook
from etl.formats.excel_2003_xml import read

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <Worksheet ss:Name="Bảng"><Table>
  <Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">Tỉnh</Data></Cell><Cell><Data ss:Type="String">DTI</Data></Cell></Row>
  <Row ss:Span="1"/>
  <Row ss:Index="5"><Cell ss:Index="2"><Data ss:Type="Number">0.6975</Data></Cell>
   <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Huế</B> (4)</ss:Data></Cell>
   <Cell><Data ss:Type="DateTime">2024-04-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
   <Cell ss:Formula="=NA()"><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1+1"/><Cell><Data ss:Type="Number">4</Data></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="Ẩn"><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>"""


def test_a_book() -> None:
    first, second = read(BOOK.encode()).sheets
    nothing = [None] * 8
    assert first.cells == [
        ["Tỉnh", None, "DTI", None, None, None, None, None],
        nothing,
        nothing,
        nothing,
        [None, 0.6975, "Huế (4)", datetime(2024, 4, 1), True, "#N/A", None, 4],
    ]
    assert first.merged == ((0, 0, 1, 1),)
    assert first.formulas_without_value == {(4, 6)}
    assert (second.name, second.hidden, second.cells) == ("Ẩn", True, [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOOK[:900], "damaged"),
        (BOOK.replace("0.6975", "0,6975"), "damaged"),
        ('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "no_sheets"),
        ("<!DOCTYPE a>" + BOOK, "xml_with_dtd"),
    ],
)
def test_refusals(content: str, reason: str) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(content.encode())
    assert refusal.value.reason == reason
