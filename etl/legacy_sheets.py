"""Sheets typed in a legacy font encoding (TCVN3, VNI): their words as Unicode, once their names say which it is."""

import re
from collections import Counter
from dataclasses import replace

from etl.encodings import is_vietnamese, legacy_readings
from etl.province_names import ProvinceNames
from etl.vietnamese import nfc
from etl.workbooks import Sheet

_SYMBOLS = re.compile("[\u00a1-\u00bf]")
"""Signs such as ¹ and ¸, which stand for letters in old fonts."""


def in_unicode(sheet: Sheet, names: ProvinceNames) -> Sheet:
    """The sheet with its words read in the encoding in which most of its units' names are known names.

    The names themselves stay as typed, so that each can be told; text that is Vietnamese already stays, too.
    """
    typed = {text for _, _, text in sheet.texts if not text.isascii()}
    encodings = Counter(encoding for text in typed if (encoding := names.encoding_of(text)))
    if not encodings:
        return sheet
    encoding = encodings.most_common(1)[0][0]
    read = {text: _reading(text, encoding) for text in typed if not names.is_unit(text)}
    cells = [[read.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.cells]
    return replace(sheet, cells=cells)


def _reading(text: str, encoding: str) -> str:
    proper = is_vietnamese(nfc(text)) and not _SYMBOLS.search(text)
    return text if proper else legacy_readings(text).get(encoding, text)
