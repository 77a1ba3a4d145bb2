"""The format by content."""

from pathlib import Path

import pytest

from etl.formats import detect
from etl.formats.errors import UnreadableWorkbook
from tests.etl.zipped import zipped

FILES = Path(__file__).parent / "files"
MARKUP = {
    "html": '\ufeff\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>',
    "fods": '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
    "xml": '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    "csv": "Tỉnh;DTI\nHuế;0,5\n",
}


@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "xlsb", "xls", "ods"])
def test_files_of_other_programs(kind: str) -> None:
    assert detect.of((FILES / f"table.{kind}").read_bytes()) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("kind", MARKUP)
def test_text(kind: str, encoding: str) -> None:
    assert detect.of(MARKUP[kind].lstrip("\ufeff").encode(encoding)) == kind


def test_a_page_behind_byte_order_marks_and_blank_lines() -> None:
    assert detect.of(MARKUP["html"].encode()) == "html"


def test_names_of_parts_in_another_spelling() -> None:
    parts = {"[Content_Types].xml": "<Types/>", "XL\\Workbook.xml": "<workbook/>"}
    assert detect.of(zipped(parts)) == "xlsx"


@pytest.mark.parametrize(
    ("content", "reason", "found"),
    [
        (b"", "empty", None),
        (b"\0" * 100, "empty", None),
        (b"%PDF-1.4", "not_a_spreadsheet", "PDF"),
        (b"MIME-Version: 1.0\r\n", "not_a_spreadsheet", "MHTML"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "not_a_spreadsheet", "PowerPoint"),
        (zipped({"a": "a"}), "not_a_spreadsheet", "ZIP"),
        (zipped({"content.xml": "<a/>", "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted", None),
        (b"<note/>", "not_a_spreadsheet", "XML"),
    ],
)
def test_refusals(content: bytes, reason: str, found: str | None) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        detect.of(content)
    assert (refusal.value.reason, refusal.value.details.get("found")) == (reason, found)
