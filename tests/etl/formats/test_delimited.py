"""Text tables by content: encodings, delimiters, decimal commas, quotes."""

import pytest

from etl.formats.delimited import read
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge

HEADER = ["Tỉnh", "Giá trị", "Hạng"]
ROWS = [["Thừa Thiên Huế", "0,6975", "4"], ["Đà Nẵng", "0,8373", "1"], ["Cao Bằng", "0,5000", "40"]]


def joined(delimiter: str, *, quoted: bool = False) -> str:
    def line(cells: list[str]) -> str:
        return delimiter.join(f'"{cell}"' if quoted and "," in cell else cell for cell in cells)

    return "\r\n".join(map(line, [HEADER, *ROWS])) + "\r\n"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_unicode(encoding: str, named: str) -> None:
    sheets, notes = read(joined(";").encode(encoding))
    assert sheets[0].cells == [HEADER, *ROWS]
    assert notes == {"encoding": named, "delimiter": ";"}


def test_windows_1258_is_composed() -> None:
    # As Windows writes it: the tone is a letter of its own after its vowel.
    line = b"T\xeanh;H\xf4\xcc Chi\xec Minh;Thanh H\xf3a;\xd0\xe0 N\xe3\xdeng;Hu\xea\xec\r\n".replace(
        b"T\xeanh", b"Ti\xd2nh"
    )
    sheets, notes = read(line * 3)
    assert sheets[0].cells[0] == ["Tỉnh", "Hồ Chí Minh", "Thanh Hóa", "Đà Nẵng", "Huế"]
    assert notes["encoding"] == "windows-1258"


@pytest.mark.parametrize("shown", ["Hµ Néi;Sãc Tr¨ng;§µ N½ng", "Haø Noäi;Soùc Traêng;Ñaø Naüng"])
def test_tcvn3_and_vni_stay_as_windows_1252_shows_them(shown: str) -> None:
    sheets, notes = read(f"{shown}\n{shown}\n".encode("cp1252"))
    assert sheets[0].cells == [shown.split(";")] * 2
    assert notes["encoding"] == "windows-1252"


def test_bytes_that_windows_1258_does_not_have() -> None:
    sheets, notes = read(b"Hu\xea;\x8aibenik\n")
    assert (sheets[0].cells, notes["encoding"]) == ([["Huê", "Šibenik"]], "windows-1252")


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_decimal_commas_are_no_delimiters(delimiter: str) -> None:
    sheets, notes = read(joined(delimiter).encode())
    assert (sheets[0].cells, notes["delimiter"]) == ([HEADER, *ROWS], delimiter)


def test_decimal_commas_in_quotes() -> None:
    sheets, notes = read(joined(",", quoted=True).encode())
    assert (sheets[0].cells, notes["delimiter"]) == ([HEADER, *ROWS], ",")


def test_titles_and_notes_around_the_table() -> None:
    text = "Bảng 1, năm 2024\n\n" + joined(";") + "\nGhi chú: số liệu, tạm tính, a, b, c, d, e, f, g\n"
    sheets, notes = read(text.encode())
    assert notes["delimiter"] == ";"
    assert sheets[0].cells[0] == ["Bảng 1, năm 2024", None, None]
    assert sheets[0].cells[2] == HEADER
    assert sheets[0].cells[-1] == ["Ghi chú: số liệu, tạm tính, a, b, c, d, e, f, g", None, None]
    assert sheets[0].address(2, 1) == "B3"


def test_the_delimiter_that_excel_is_told() -> None:
    sheets, notes = read(b"sep=|\r\na;b|c\r\n")
    assert (sheets[0].cells, notes["delimiter"]) == ([["a;b", "c"]], "|")


def test_a_quote_left_open_does_not_swallow_the_rest() -> None:
    sheets, _ = read('a;b\n"Huế;1\nĐà Nẵng;2\n'.encode())
    assert sheets[0].cells == [["a", "b"], ['"Huế', "1"], ["Đà Nẵng", "2"]]


def test_line_breaks_within_a_cell_stay_and_empty_ends_go() -> None:
    sheets, _ = read(b'a,"1\n(0,4880)",\n ,,\n')
    assert sheets[0].cells == [["a", "1\n(0,4880)"]]


def test_a_letter_cut_off_at_the_end() -> None:
    assert read("Tỉnh;Huế".encode()[:-1])[0][0].cells == [["Tỉnh", "Hu"]]
    assert read("Thu;Hu\xea".encode("cp1258"))[0][0].cells == [["Thu", "Huê"]]


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"a;b\x00\x01\x02;c", "a;b".encode("utf-16")[:-1]])
def test_bytes_that_are_no_text(content: bytes) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(content)
    assert refusal.value.reason == "unrecognised"


def test_one_long_line_makes_no_huge_grid() -> None:
    with pytest.raises(WorkbookTooLarge) as refusal:
        read(b"," * 30_000 + b"x\n" + b"a\n" * 100)
    assert refusal.value.reason_key == "problems.too-large.cells"
