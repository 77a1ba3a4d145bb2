"""Files that would harm a careless reader, really made and really read, each refused or read within seconds."""

import io
import threading
import time
import zipfile
from pathlib import Path

import pytest

from etl.formats import limits
from etl.workbooks import UnreadableWorkbook, WorkbookTooLarge, read, read_many
from tests.etl.zipped import (
    deflated,
    ods,
    sheet_xml,
    text_cell,
    with_raw_entry,
    xlsx,
    xlsx_parts,
    zipped,
)

FILES = Path(__file__).parent / "formats" / "files"
GOOD = xlsx(sheet_xml(f"<row>{text_cell('A1', 'Huế')}</row>"))
MIB = 2**20

_PREFIXED = '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TABLES = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)


def open_document_bomb() -> bytes:
    """One cell, said to be repeated over the whole sheet."""
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    return ods(_TABLES.format(f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'))


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document_type = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{levels}]>'
    return xlsx(document_type + sheet_xml(f"<row>{text_cell('A1', '&l9;')}</row>"))


def honest_bomb() -> bytes:
    return with_raw_entry(GOOD, "xl/media/x.bin", deflated(b" ", 1), stated_size=2_500 * MIB)


def dense_archive() -> bytes:
    return with_raw_entry(GOOD, "xl/media/x.bin", deflated(b" ", 30), stated_size=30 * MIB)


def lying_bomb() -> bytes:
    """2 GiB of shared strings that claim to be 10 MiB."""
    return with_raw_entry(GOOD, "xl/sharedStrings.xml", deflated(b" ", 2_048), stated_size=10 * MIB)


def hungry_file() -> bytes:
    """A far cell hidden from the pre-scan by prefixes and line breaks: the parser wants 512 GiB and dies."""
    far = '<x:row\nr="1048576"><x:c\nr="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    return xlsx(sheet_xml(f'<row r="1">{text_cell("A1", "x")}</row>{far}').replace("<worksheet", _PREFIXED))


def password_protected_zip() -> bytes:
    """The flag of encryption set on each entry."""
    file = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = file.find(mark)
        while at >= 0:
            file[at + offset] |= 1
            at = file.find(mark, at + 1)
    return bytes(file)


def many_entries() -> bytes:
    return zipped(xlsx_parts(sheet_xml("")) | {f"xl/media/{n}": b"" for n in range(6_000)})


def many_sheets() -> bytes:
    return xlsx(*[sheet_xml("")] * 501)


def scattered_cells() -> bytes:
    """3,000 cells on a diagonal: few cells, but their grid is huge even without its gaps."""
    return xlsx(
        sheet_xml("".join(f'<row r="{n}"><c r="{column(n)}{n}"><v>1</v></c></row>' for n in range(1, 6_001, 2)))
    )


def column(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


REFUSALS = {
    "no bytes": (b"", "unreadable-file.empty"),
    "blank": (b"\xef\xbb\xbf \r\n\t", "unreadable-file.empty"),
    "noise": (bytes(n * n * 7 % 251 for n in range(5_000)), "unreadable-file.unrecognised"),
    "truncated": (GOOD[: len(GOOD) // 2], "unreadable-file.damaged"),
    "a byte changed": (GOOD.replace(b"\x50\x4b\x01\x02", b"\x50\x4b\x01\x03"), "unreadable-file.damaged"),
    "truncated .xls": ((FILES / "table.xls").read_bytes()[:3_000], "unreadable-file.damaged"),
    "encrypted by Excel": ((FILES / "encrypted.xlsx").read_bytes(), "unreadable-file.encrypted"),
    "encrypted zip": (password_protected_zip(), "unreadable-file.encrypted"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "unreadable-file.not_a_spreadsheet"),
    "Excel 4": ((FILES / "excel4.xls").read_bytes(), "unreadable-file.not_a_spreadsheet"),
    "Word": (zipped({"word/document.xml": "<w/>"}), "unreadable-file.not_a_spreadsheet"),
    "OpenDocument text": (ods("<x/>", mimetype="application/vnd.oasis.opendocument.text"), "unreadable-file.not_a_spreadsheet"),
    "another zip": (zipped({"a.txt": "a"}), "unreadable-file.not_a_spreadsheet"),
    "other XML": (b'<?xml version="1.0"?><a/>', "unreadable-file.not_a_spreadsheet"),
    "no sheet": (xlsx(), "unreadable-file.no_sheets"),
    "a page": (b"<!DOCTYPE html><html><body>Xin ch\xc3\xa0o</body></html>", "unreadable-file.html_without_table"),
    "entities": (entity_bomb(), "unreadable-file.xml_with_dtd"),
    "entities in the workbook": (xlsx(sheet_xml(""), extra="<!DOCTYPE x>"), "unreadable-file.xml_with_dtd"),
    "entities in .ods": (ods("<!DOCTYPE x>" + _TABLES.format("")), "unreadable-file.xml_with_dtd"),
    "bomb": (honest_bomb(), "too-large.unpacked"),
    "dense": (dense_archive(), "too-large.ratio"),
    "bomb that lies": (lying_bomb(), "unreadable-file.damaged"),
    "hungry": (hungry_file(), "too-large.memory"),
    "bomb of .ods": (open_document_bomb(), "too-large.cells"),
    "entries": (many_entries(), "too-large.entries"),
    "sheets": (many_sheets(), "too-large.sheets"),
    "scattered": (scattered_cells(), "too-large.cells"),
    "bytes": (b"a" * (50 * MIB + 1), "too-large.bytes"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_refused_within_seconds(name: str) -> None:
    content, reason = REFUSALS[name]
    begun = time.monotonic()
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(content)
    assert refusal.value.reason_key == f"problems.{reason}"
    assert isinstance(refusal.value, WorkbookTooLarge) == reason.startswith("too-large")
    assert time.monotonic() - begun < 3 * limits.CHILD_WALL_SECONDS  # no hang, on the busiest machine


def test_limits_are_told() -> None:
    found = read_many([honest_bomb(), FILES / "excel4.xls"])
    assert [getattr(refusal, "details", None) for refusal in found] == [{"limit": 256}, {"found": "Excel 4"}]
    assert str(found[0]) == "problems.too-large.unpacked limit=256"


def test_a_bomb_does_not_spoil_the_files_beside_it() -> None:
    found = read_many([GOOD, hungry_file(), GOOD, b"", GOOD])
    assert [type(workbook).__name__ for workbook in found] == [
        "Workbook",
        "WorkbookTooLarge",
        "Workbook",
        "UnreadableWorkbook",
        "Workbook",
    ]


def test_the_server_goes_on_while_a_bomb_is_read() -> None:
    reader = threading.Thread(target=read_many, args=([hungry_file(), open_document_bomb()],))
    reader.start()
    pauses = []
    while reader.is_alive():
        begun = time.monotonic()
        time.sleep(0.005)
        pauses.append(time.monotonic() - begun)
    assert len(pauses) > 5
    assert sorted(pauses)[len(pauses) // 2] < 1  # nothing waits for the whole reading


def test_a_cell_in_the_last_corner_is_read() -> None:
    file = xlsx(
        sheet_xml(
            f'<row r="1" spans="1:1">{text_cell("A1", "Huế")}</row>'
            f'<row r="1048576"><c r="XFC1048576" s="1"/>{text_cell("XFD1048576", "y")}</row>',
            tail='<mergeCells><mergeCell ref="XFC1048575:XFD1048576"/><mergeCell ref="C9:D9"/></mergeCells>',
        )
    )
    assert len(file) < 5_000
    sheet = read(file).sheets[0]
    assert sheet.cells == [["Huế", None, None], [None, None, None], [None, None, "y"]]
    assert (sheet.address(0, 0), sheet.address(2, 2)) == ("A1", "XFD1048576")
    assert sheet.merged == ((1, 1, 2, 2),)


def test_a_dimension_that_lies_and_far_formats_cost_nothing() -> None:
    rows = f'<row r="1">{text_cell("A1", "x")}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    sheet = read(xlsx(sheet_xml(rows, head='<dimension ref="A1:XFD1048576"/>'))).sheets[0]
    assert (sheet.cells, sheet.rows) == ([["x"]], None)


def test_a_file_name_is_only_a_name(tmp_path: Path) -> None:
    assert read(GOOD, name="../../etc/passwd").name == "../../etc/passwd"
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.xlsx")


def test_macros_are_left_alone() -> None:
    file = io.BytesIO((FILES / "table.xlsm").read_bytes())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not even a macro")
    assert read(file.getvalue()).format == "xlsm"
