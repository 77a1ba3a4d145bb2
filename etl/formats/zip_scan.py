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
    """The archive, once it is known to be whole, small enough, not encrypted and without document types.

    Trusts the sizes that the archive states; what lies about them meets the memory limit of the child.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise UnreadableWorkbook("damaged") from error
    _check(archive.infolist())
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            refuse_document_type(_unpacked(archive, name, _PROLOG_BYTES))
    return archive


def parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The name of each entry by its plain form: some programs write backslashes, or capitals of their own."""
    return {_plain(name): name for name in archive.namelist()}


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One entry, unpacked. Raises UnreadableWorkbook if it is missing or damaged."""
    return _unpacked(archive, parts(archive).get(_plain(name), name))


def refuse_document_type(xml: bytes) -> None:
    """No spreadsheet program writes one: it would only define entities, which can grow without bounds."""
    prolog = xml[:_PROLOG_BYTES].replace(b"\0", b"")
    if b"<!DOCTYPE" in prolog or b"<!ENTITY" in prolog:
        raise UnreadableWorkbook("xml_with_dtd")


def with_parts(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The archive again with some parts replaced, not compressed."""
    replaced = {_plain(name): content for name, content in changed.items()}
    rebuilt = io.BytesIO()
    with zipfile.ZipFile(rebuilt, "w", zipfile.ZIP_STORED) as copy:
        for name in archive.namelist():
            copy.writestr(name, replaced.get(_plain(name)) or part(archive, name))
    return rebuilt.getvalue()


def _unpacked(archive: zipfile.ZipFile, name: str, most_bytes: int = -1) -> bytes:
    try:
        with archive.open(name) as entry:
            return entry.read(most_bytes)
    except (KeyError, zlib.error, *_BROKEN) as error:
        raise UnreadableWorkbook("damaged") from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


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
