"""Tables of web pages."""

import pytest

from etl.formats.errors import UnreadableWorkbook
from etl.formats.html_tables import read

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color: red}</style></head><body>
<table border=1>
 <tr><th rowspan=2>Tỉnh<th colspan=2>Năm&nbsp;2024</tr>
 <tr><td>Giá trị</td><td>Hạng</td></tr>
 <tr><td>Thừa Thiên
   Huế</td><td><b>0,6975</b><br>(4)</td><td x:num="4">4</td></tr>
</table>
<p>Ghi chú</p>
<table><tr><td>&lt;script&gt;</td><td><script>alert(1)</script></td></tr></table>
<table><tr><td> </td></tr></table>
</body></html>"""


def test_spans_breaks_and_entities() -> None:
    sheets, notes = read(PAGE.encode())
    assert [sheet.name for sheet in sheets] == ["HTML 1", "HTML 2"]
    assert sheets[0].cells == [
        ["Tỉnh", "Năm\u00a02024", None],
        [None, "Giá trị", "Hạng"],
        ["Thừa Thiên Huế", "0,6975\n(4)", "4"],
    ]
    assert sheets[0].merged == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert sheets[1].cells == [["<script>"]]
    assert notes == {"encoding": "UTF-8"}


def test_tags_left_open() -> None:
    sheets, _ = read("<table><tr><td>a<td>b<tr><td>c<td>d".encode("utf-16"))
    assert sheets[0].cells == [["a", "b"], ["c", "d"]]


def test_a_table_within_a_table_is_a_sheet_of_its_own() -> None:
    sheets, _ = read(b"<table><tr><td>out<table><tr><td>in</td></tr></table></td><td>side</td></tr></table>")
    assert [sheet.cells for sheet in sheets] == [[["out", "side"]], [["in"]]]


@pytest.mark.parametrize("page", ["<html><body>Phiên đăng nhập đã hết hạn</body></html>", "<table></table>"])
def test_a_page_without_a_table_has_its_own_reason(page: str) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(page.encode())
    assert refusal.value.reason_key == "problems.unreadable-file.html_without_table"


@pytest.mark.parametrize("span", ["999999999", "-1", "x", ""])
def test_absurd_spans(span: str) -> None:
    sheets, _ = read(f"<table><tr><td rowspan='{span}' colspan='{span}'>a</td></tr></table>".encode())
    assert sheets[0].cells == [["a"]]
