"""Text typed in a legacy Vietnamese encoding, or with letters of another alphabet, as proper Unicode.

Old fonts (.VnTime, VNI-Times) show Vietnamese by other characters: the cells hold "Hµ Néi" or "Haø Noäi".
Nothing in the text tells which, so `legacy_readings` gives every reading that could be Vietnamese, and
whoever knows the names accepts the one that is a name.
"""

import re
import unicodedata
from collections.abc import Callable

from etl.vietnamese import nfc

# TCVN 5712 (the fonts' ABC set and its capitals), bytes A1 to FF, seen as cp1252.
_TCVN3 = dict(
    zip(
        range(0xA1, 0x100),
        "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323"
        "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
        strict=True,
    )
)

# VNI writes a letter and then its marks as one more character: "aù" is á, "aá" is ấ, "öù" is ứ.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_CASES = _VNI_MARKS | {mark.upper(): marks for mark, marks in _VNI_MARKS.items()}
_VNI_CASES |= _VNI_LETTERS | {letter.upper(): real.upper() for letter, real in _VNI_LETTERS.items()}
_VNI = {ord(char): real for char, real in _VNI_CASES.items()}

_LOOKALIKES = str.maketrans(
    "асԁеһіјӏорԛѕтухѵАВСЕНІЈКМОРЅТУХѴΑΒΕΖΗΙΚΜΝΟΡΤΥΧονÐðƉɖǍǎ",
    "acdehijlopqstyxvABCEHIJKMOPSTYXVABEZHIKMNOPTYXovĐđĐđĂă",
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]+")

_VIETNAMESE = set("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
# How cp1252 shows the bytes 80 to 9F; the five it leaves undefined show as control characters.
_CP1252 = {
    ord(char): byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))
}


def from_tcvn3(text: str) -> str:
    """TCVN3 (ABC) text taken for cp1252: "Hµ Néi" -> "Hà Nội"."""
    return nfc(text.translate(_TCVN3))


def from_vni(text: str) -> str:
    """VNI text taken for cp1252: "Haø Noäi" -> "Hà Nội"."""
    return nfc(text.translate(_VNI))


def from_windows_1258(text: str) -> str:
    """windows-1258 text taken for cp1252: "ÐaÌ NãÞng" -> "Đà Nẵng". Raises UnicodeError if it is not."""
    return nfc(_bytes_of(text).decode("cp1258"))


def from_utf_8(text: str) -> str:
    """UTF-8 text taken for cp1252: "Huáº¿" -> "Huế". Raises UnicodeError if it is not."""
    return nfc(_bytes_of(text).decode("utf-8"))


_READERS: dict[str, Callable[[str], str]] = {
    "UTF-8": from_utf_8,
    "windows-1258": from_windows_1258,
    "TCVN3": from_tcvn3,
    "VNI": from_vni,
}


def legacy_readings(text: str) -> dict[str, str]:
    """The readings of the text by each old encoding that gives letters of Vietnamese only.

    Empty for text that holds no character beyond ASCII, or one that no old encoding shows ("Hà Nội" has
    an ộ). Ask first whether the text itself is a known name: "Hà Nam" has readings too, and they mean
    nothing.
    """
    if text.isascii() or not _shown_by_cp1252(text):
        return {}
    readings = {name: _attempt(reader, text) for name, reader in _READERS.items()}
    return {name: read for name, read in readings.items() if read and read != text and is_vietnamese(read)}


def is_vietnamese(text: str) -> bool:
    """Whether every letter beyond ASCII is Vietnamese and no mark stands alone (text in NFC)."""
    return all(
        char in _VIETNAMESE or not (char.isalpha() or unicodedata.combining(char))
        for char in text.lower()
        if char > "\x7f"
    )


def normalise_lookalikes(text: str) -> str:
    """Cyrillic, Greek and full-width letters as the Latin ones they look like, Ð as Đ; invisible ones dropped."""
    shown = _INVISIBLE.sub("", text).translate(_LOOKALIKES)
    return nfc(_FULL_WIDTH.sub(lambda wide: unicodedata.normalize("NFKC", wide.group()), shown))


def _bytes_of(text: str) -> bytes:
    """The bytes that cp1252 shows as this text. Raises UnicodeError if there are none."""
    return text.translate(_CP1252).encode("latin-1")


def _shown_by_cp1252(text: str) -> bool:
    return all(ord(char) < 0x100 or ord(char) in _CP1252 for char in text)


def _attempt(reader: Callable[[str], str], text: str) -> str | None:
    try:
        return reader(text)
    except UnicodeError:
        return None
