"""What a file is, told by its content alone; its name is never asked."""

import re
import zipfile

from etl.formats import compound, zip_scan
from etl.formats.errors import UnreadableWorkbook

_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"  # spaces, line ends, byte order marks
_MARKUP_BYTES = 8192  # of a text file are looked at
_HTML = re.compile(rb"<(!doctype\s+html|html|head|meta|body|div|table)\b", re.IGNORECASE)
_MARKUP = {
    b"urn:schemas-microsoft-com:office:spreadsheet": "xml",
    b"application/vnd.oasis.opendocument.spreadsheet": "fods",
}
_ZIPPED = {
    "xl/workbook.bin": "xlsb",
    "xl/workbook.xml": "xlsx",
    "content.xml": "ods",
}
_COMPOUND = {"Workbook": "xls", "Book": "xls"}

# How files begin that people take for workbooks.
_OTHERS = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZIP",
    b"MIME-Version:": "MHTML",
    b"SQLite format 3": "SQLite",
    b"\x09\x00\x04\x00": "Excel 2",
    b"\x09\x02\x06\x00": "Excel 3",
    b"\x09\x04\x06\x00": "Excel 4",
}
_OTHERS_ZIPPED = {"word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint"}
_OTHERS_COMPOUND = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint"}
_ENCRYPTED_STREAMS = {"EncryptedPackage", "\tDRMContent"}


def of(content: bytes) -> str:
    """xlsx, xlsm, xlsb, xls, ods, fods, xml (of Excel 2003), html or csv.

    Raises UnreadableWorkbook for what is none of these or is encrypted, WorkbookTooLarge for archives beyond
    the limits. What is taken for csv may still turn out not to be text.
    """
    if not content.strip(_BLANK):
        raise UnreadableWorkbook("empty")
    if content.startswith(compound.SIGNATURE):
        return _of_compound(set(compound.streams(content)))
    if content.startswith(b"PK"):
        return _of_zip(content)
    for beginning, found in _OTHERS.items():
        if content.startswith(beginning):
            raise UnreadableWorkbook("not_a_spreadsheet", {"found": found})
    return _of_text(content[:_MARKUP_BYTES].replace(b"\0", b"").lstrip(_BLANK))


def _of_compound(streams: set[str]) -> str:
    if streams & _ENCRYPTED_STREAMS:
        raise UnreadableWorkbook("encrypted")
    return _known(streams, _COMPOUND, _OTHERS_COMPOUND, otherwise="OLE")


def _of_zip(content: bytes) -> str:
    archive = zip_scan.opened(content)
    parts = set(zip_scan.parts(archive))
    kind = _known(parts, _ZIPPED, _OTHERS_ZIPPED, otherwise="ZIP")
    if kind == "xlsx" and b"sheet.macroEnabled.main+xml" in zip_scan.part(archive, "[Content_Types].xml"):
        return "xlsm"
    if kind == "ods":
        _check_open_document(archive, parts)
    return kind


def _known(parts: set[str], ours: dict[str, str], others: dict[str, str], *, otherwise: str) -> str:
    """The format that a part of this name tells."""
    for part, kind in ours.items():
        if part in parts:
            return kind
    found = next((found for part, found in others.items() if part in parts), otherwise)
    raise UnreadableWorkbook("not_a_spreadsheet", {"found": found})


def _check_open_document(archive: zipfile.ZipFile, parts: set[str]) -> None:
    if "mimetype" in parts and b"spreadsheet" not in zip_scan.part(archive, "mimetype"):
        raise UnreadableWorkbook("not_a_spreadsheet", {"found": "OpenDocument"})
    manifest = "meta-inf/manifest.xml"
    if manifest in parts and b"encryption-data" in zip_scan.part(archive, manifest):
        raise UnreadableWorkbook("encrypted")


def _of_text(beginning: bytes) -> str:
    if not beginning.startswith(b"<"):
        return "csv"
    for sign, kind in _MARKUP.items():
        if sign in beginning:
            return kind
    if _HTML.search(beginning):
        return "html"
    raise UnreadableWorkbook("not_a_spreadsheet", {"found": "XML"})
