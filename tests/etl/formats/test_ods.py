"""OpenDocument spreadsheets, zipped and flat."""

from datetime import datetime

import pytest

from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.ods import read
from etl.formats.sheet import Sheet
from tests.etl.zipped import ods

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def document(tables: str, *, styles: str = "") -> str:
    return (
        f"<office:document {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"
    )


def table(rows: str) -> str:
    return document(f'<table:table table:name="S">{rows}</table:table>')


def cell(kind: str, attribute: str = "", text: str = "", extra: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attribute} {extra}>{text}</table:table-cell>'


def number(value: float) -> str:
    return cell("float", f'office:value="{value}"')


def only_sheet(content: str) -> Sheet:
    zipped, flat = read(ods(content)).sheets, read(content.encode()).sheets
    assert zipped == flat
    return zipped[0]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (cell("float", 'office:value="0.5"', "<text:p>0,50</text:p>"), 0.5),
        (cell("float", 'office:value="3"'), 3),
        (cell("percentage", 'office:value="0.853"', "<text:p>85,3%</text:p>"), 0.853),
        (cell("currency", 'office:value="12.5"'), 12.5),
        (cell("date", 'office:date-value="2024-04-01"'), datetime(2024, 4, 1)),
        (cell("date", 'office:date-value="2024-04-01T10:30:00Z"'), datetime(2024, 4, 1, 10, 30)),
        (cell("date", 'office:date-value="31/12"'), "31/12"),
        (cell("time", 'office:time-value="PT30H04M05S"'), "30:04:05"),
        (cell("boolean", 'office:boolean-value="true"'), True),
        (cell("string", "", "<text:p>a<text:s text:c='2'/>b</text:p><text:p>c<text:tab/><text:span>d</text:span>e</text:p>"), "a  b\nc\tde"),
        (cell("string", 'office:string-value="Huế"'), "Huế"),
        (cell("string", "", "<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>x</text:p>"), "x"),
        (cell("string", 'table:formula="of:=NA()" office:string-value=""', "<text:p>#N/A</text:p>"), "#N/A"),
    ],
)  # fmt: skip
def test_values(told: str, value: object) -> None:
    assert only_sheet(table(f"<table:table-row>{told}</table:table-row>")).cells == [[value]]


def test_repeated_cells_and_rows_and_the_empty_rest() -> None:
    one = cell("float", 'office:value="1"', extra='table:number-columns-repeated="2"')
    sheet = only_sheet(
        table(
            f'<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>{one}'
            '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
        )
    )
    assert sheet.cells == [[None, None, None, 1, 1]] * 2


def test_merged_cells_and_formulas_without_value() -> None:
    wide = cell("string", 'table:number-columns-spanned="2" table:number-rows-spanned="2"', "<text:p>x</text:p>")
    sheet = only_sheet(
        table(
            f"<table:table-row>{wide}<table:covered-table-cell/>"
            '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
            f'<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>{number(1)}</table:table-row>'
        )
    )
    assert sheet.cells == [["x", None, None], [None, None, 1]]
    assert sheet.merged == ((0, 0, 1, 1),)
    assert sheet.formulas_without_value == {(0, 2)}


def test_hidden_tables_and_copies_of_linked_ones() -> None:
    style = '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
    row = f"<table:table-row>{number(1)}</table:table-row>"
    sheets = read(
        document(
            f'<table:table table:name="A" table:style-name="off">{row}</table:table>'
            f'<table:table table:name="B">{row}</table:table><table:table>{row}</table:table>',
            styles=style,
        ).encode()
    ).sheets
    assert [(sheet.name, sheet.hidden, sheet.cells) for sheet in sheets] == [("A", True, [[1]]), ("B", False, [[1]])]


def test_a_cell_in_the_last_corner() -> None:
    corner = f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{number(2)}</table:table-row>'
    sheet = only_sheet(
        table(
            f"<table:table-row>{number(1)}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>{corner}'
        )
    )
    assert sheet.cells == [[1, None, None], [None, None, None], [None, None, 2]]
    assert sheet.address(2, 2) == "XFD1048576"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (document(""), "no_sheets"),
        (table("<table:table-row>")[:-30], "damaged"),
        (table('<table:table-row table:number-rows-repeated="x"/>'), "damaged"),
    ],
)
def test_refusals(content: str, reason: str) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(content.encode())
    assert refusal.value.reason == reason


def test_a_cell_repeated_over_the_sheet_is_too_large() -> None:
    one = cell("float", 'office:value="1"', extra='table:number-columns-repeated="16384"')
    with pytest.raises(WorkbookTooLarge):
        read(table(f'<table:table-row table:number-rows-repeated="1000">{one}</table:table-row>').encode())
