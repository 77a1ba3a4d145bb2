"""Zipped workbooks (xlsx, xlsm, xlsb, ods): looked over before anything in them is parsed."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from etl.formats import limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge

_ENCRYPTED = 0x1  # bit of the flags of an entry
_PROLOG_BYTES = 4096  # where a document type would stand
_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def opened(content: bytes) -> zipfile.ZipFile:
    """The archive, once it is known to be whole, small enough and not encrypted.

    Trusts the sizes that the archive states; what lies about them meets the memory limit of the child.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise UnreadableWorkbook("damaged") from error
    _check(archive.infolist())
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One entry, unpacked. Raises UnreadableWorkbook if missing, damaged, or XML with a document type."""
    try:
        content = archive.read(name)
    except (KeyError, zlib.error, *_BROKEN) as error:
        raise UnreadableWorkbook("damaged") from error
    refuse_document_type(content)
    return content


def refuse_document_type(xml: bytes) -> None:
    """No spreadsheet program writes one: it would only define entities, which can grow without bounds."""
    prolog = xml[:_PROLOG_BYTES].replace(b"\0", b"")
    if b"<!DOCTYPE" in prolog or b"<!ENTITY" in prolog:
        raise UnreadableWorkbook("xml_with_dtd")


def with_parts(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The archive again with some parts replaced, not compressed."""
    rebuilt = io.BytesIO()
    with zipfile.ZipFile(rebuilt, "w", zipfile.ZIP_STORED) as copy:
        for name in archive.namelist():
            copy.writestr(name, changed[name] if name in changed else part(archive, name))
    return rebuilt.getvalue()


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableWorkbook("encrypted")
    if len(entries) > limits.ZIP_ENTRIES:
        raise WorkbookTooLarge("entries", {"limit": limits.ZIP_ENTRIES})
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.UNPACKED_BYTES:
        raise WorkbookTooLarge("unpacked", {"limit": limits.UNPACKED_BYTES // limits.MIB})
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.RATIO_FREE_BYTES and unpacked > limits.UNPACKED_RATIO * packed:
        raise WorkbookTooLarge("ratio", {"limit": limits.UNPACKED_RATIO})
