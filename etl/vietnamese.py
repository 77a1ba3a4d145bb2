"""Vietnamese text: one spelling (NFC), one comparison form (fold) and one order (sort_key)."""

import re
import unicodedata

# The letters of the alphabet in their order; f, j, w and z stand where the Latin alphabet has them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # after the level tone: huyền, hỏi, ngã, sắc, nặng
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def nfc(text: str) -> str:
    """The text with each accented letter as one character (Unicode NFC), nothing else changed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The form in which two spellings of a name are compared: "  TP.Đà–NẴNG " -> "tp da nang".

    Marks are dropped, đ becomes d, case is folded; whatever is neither letter nor digit (punctuation,
    dashes, any kind of space) becomes one space, and none at the ends. Prefixes such as "tỉnh" stay.
    """
    decomposed = unicodedata.normalize("NFD", text).casefold().replace("đ", "d")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_LETTER_OR_DIGIT.sub(" ", bare).strip()


def sort_key(text: str) -> str:
    """A printable key whose plain order is the Vietnamese order of the texts (that of ICU's locale `vi`).

    The letters decide first (a < ă < â < b … d < đ), then the tones from left to right. Case and
    punctuation do not count; words are compared one after the other.
    """
    letters, tones = [], []
    for char in nfc(_NOT_LETTER_OR_DIGIT.sub(" ", nfc(text)).strip().casefold()):
        letter, tone = _letter_and_tone(char)
        letters.append(_letter_weight(letter))
        tones.append(str(tone))
    return f"{''.join(letters)} {''.join(tones)}"


def _letter_and_tone(char: str) -> tuple[str, int]:
    """ "ấ" -> ("â", 4); the level tone is 0."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0)
    return nfc("".join(mark for mark in marks if mark not in _TONES)), tone


def _letter_weight(letter: str) -> str:
    """Two characters for a letter (a0 for a, a2 for â); "!" for a space, so that shorter words come first."""
    if letter == " ":
        return "!"
    if letter not in _ALPHABET:
        return letter
    base = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
    return f"{base}{_ALPHABET.index(letter) - _ALPHABET.index(base)}"
