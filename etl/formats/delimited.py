"""Text tables (.csv, .tsv and their like): the encoding and the delimiter are found by themselves."""

import csv
import io
import re
from collections import Counter
from typing import Literal

from etl.formats.decoding import decoded
from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import check_size
from etl.formats.sheet import Cell, Contents, Sheet

_DELIMITERS = "\t;,|"  # where two fit equally well, the first: decimal commas look like delimiters
_SAMPLE_CHARACTERS = 65_536
_STATED = re.compile(r"sep=([\t;,|])\r?\n")  # a first line that Excel understands and does not show


def read(content: bytes) -> Contents:
    """One sheet, all cells text as it stands: "0,5432" and "4.10" are for others to understand."""
    text, encoding = decoded(content)
    stated = _STATED.match(text)
    delimiter = stated.group(1) if stated else _likeliest(text[:_SAMPLE_CHARACTERS])
    rows = _rows(text[stated.end() if stated else 0 :], delimiter)
    return Contents([Sheet("CSV", _rectangle(rows))], {"encoding": encoding, "delimiter": delimiter})


def _rectangle(rows: list[list[str]]) -> list[list[Cell]]:
    """The rows at equal length, empty text as None, without empty rows and columns at the end."""
    cells: list[list[Cell]] = [[value if value.strip() else None for value in row] for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    width = max((n for row in cells for n, value in enumerate(row, start=1) if value), default=0)
    check_size(len(cells), width)
    return [row[:width] + [None] * (width - len(row)) for row in cells]


def _likeliest(sample: str) -> str:
    """The delimiter with the most cuts in lines that are cut into equally many pieces as others."""
    return max(_DELIMITERS, key=lambda delimiter: _like_cuts(sample, delimiter))


def _like_cuts(sample: str, delimiter: str) -> tuple[int, int]:
    """The cuts that repeat those of another line; and all cuts, which decide if there is but one line."""
    widths = Counter(len(row) for row in _rows(sample, delimiter))
    cuts = [((lines - 1) * (width - 1), lines * (width - 1)) for width, lines in widths.items()]
    return max(cuts, default=(0, 0))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Quotes count only if they come in pairs: one left open would swallow the rest of the file."""
    quoting: Literal[0, 3] = csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting))
    except csv.Error as error:
        raise UnreadableWorkbook("damaged") from error
