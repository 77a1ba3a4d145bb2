"""Bytes of a text file as text: Unicode by its mark or its form, else one of the old Vietnamese code pages."""

import codecs
import re

from etl.encodings import is_vietnamese
from etl.formats.errors import UnreadableWorkbook
from etl.vietnamese import nfc

_MARKS = {codecs.BOM_UTF8: "UTF-8", codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_SAMPLE_BYTES = 65_536
_CONTROL = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f\x7f]")  # never in text (1A ended the text files of DOS)
_SIGN_IN_WORD = re.compile("[A-Za-z][\xa1-\xbf][A-Za-z]")  # "Tr¨ng": a letter of TCVN3


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises UnreadableWorkbook if the bytes are not text.

    Text in TCVN3 and VNI comes out as windows-1252 shows it, for `etl.encodings` to read cell by cell.
    """
    try:
        text, encoding = _by_mark(content) or _by_form(content)
    except UnicodeError as error:
        raise UnreadableWorkbook("unrecognised") from error
    if _CONTROL.search(text):
        raise UnreadableWorkbook("unrecognised")
    return text, encoding


def _by_mark(content: bytes) -> tuple[str, str] | None:
    """By the byte order mark that it begins with, if any."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding).removeprefix("\ufeff"), encoding
    return None


def _by_form(content: bytes) -> tuple[str, str]:
    even, odd = (content[start:_SAMPLE_BYTES:2].count(0) for start in (0, 1))
    if abs(even - odd) > len(content[:_SAMPLE_BYTES]) // 8:  # the upper byte of each ASCII letter
        return content.decode("utf-16-le" if odd > even else "utf-16-be"), "UTF-16"
    return _as_utf_8(content) or _by_code_page(content)


def _as_utf_8(content: bytes) -> tuple[str, str] | None:
    """Without the last letter if the file was cut off within it."""
    try:
        text, taken = codecs.utf_8_decode(content, "strict", False)
    except UnicodeDecodeError:
        return None
    return None if text.isascii() and taken < len(content) else (text, "UTF-8")


def _by_code_page(content: bytes) -> tuple[str, str]:
    """windows-1258 if that makes Vietnamese of all of it, else windows-1252; in NFC."""
    vietnamese = nfc(content.decode("cp1258", "replace"))
    characters = set(vietnamese)
    if "\ufffd" not in characters and is_vietnamese("".join(characters)) and not _SIGN_IN_WORD.search(vietnamese):
        return vietnamese, "windows-1258"
    return nfc(content.decode("cp1252")), "windows-1252"
