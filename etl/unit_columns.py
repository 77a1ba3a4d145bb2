"""Where the units of a sheet are named: columns of names or codes, cut into blocks where a new header begins."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from etl import vocabulary
from etl.workbooks import Cell, Sheet


@dataclass(frozen=True)
class Block:
    """Rows that name units in `column`, with no header between them; its table lies in columns left to right."""

    column: int
    rows: tuple[int, ...]
    left: int
    right: int

    @property
    def beside(self) -> range:
        """The columns where figures are to be expected: after the units, or before them when nothing is after."""
        after = range(self.column + 1, self.right + 1)
        return after or range(self.left, self.column)


Anchors = dict[int, list[int]]
"""Rows of each column in which a unit is named."""


def anchors(sheet: Sheet, is_unit: Callable[[str], bool]) -> Anchors:
    """Rows of each column in which a unit is named."""
    found: Anchors = {}
    for row, column, text in sheet.texts:
        if is_unit(text):
            found.setdefault(column, []).append(row)
    return found


def code_anchors(sheet: Sheet, is_code: Callable[[str], bool]) -> Anchors:
    """Rows with codes of units under a header that says so ("Mã tỉnh", "province_code")."""
    found: Anchors = {}
    for row, column, text in sheet.texts:
        if not found and vocabulary.UNIT_CODE_HEADER.fullmatch(vocabulary.folded(text)):
            below = range(row + 1, len(sheet.cells))
            found[column] = [at for at in below if is_code(str(sheet.cells[at][column]))]
    return {column: rows for column, rows in found.items() if rows}


def lie_in_rows(found: Anchors) -> bool:
    """Whether the units stand side by side in a row rather than below each other."""
    named = Counter(row for of_column in found.values() for row in of_column)
    widest = max(named.values(), default=0)
    return widest > 2 and widest > max(map(len, found.values()))


def blocks(sheet: Sheet, found: Anchors) -> list[Block]:
    """The blocks of units, from the top and from the left."""
    cut = [
        Block(column, tuple(rows), left, right)
        for column, left, right in _columns(sheet, found)
        for rows in _runs(sheet, column, found[column])
    ]
    return sorted(cut, key=lambda block: (block.rows[0], block.column))


def begins_anew(sheet: Sheet, column: int, row: int) -> bool:
    """Whether a row between units is the header of another table."""
    cell = sheet.cells[row][column]
    if isinstance(cell, str) and vocabulary.UNIT_HEADER.fullmatch(vocabulary.folded(cell)):
        return True
    filled = [other for other in sheet.cells[row] if other is not None and other != ""]
    return len(filled) >= 3 and all(isinstance(other, str) and _is_words(other) for other in filled)


def _is_words(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 3


def _runs(sheet: Sheet, column: int, rows: list[int]) -> Iterator[list[int]]:
    run = [rows[0]]
    for row in rows[1:]:
        if any(begins_anew(sheet, column, between) for between in range(run[-1] + 1, row)):
            yield run
            run = []
        run.append(row)
    yield run


def _columns(sheet: Sheet, found: Anchors) -> list[tuple[int, int, int]]:
    """Columns of units with the first and the last column that their table may reach."""
    chosen: list[int] = []
    for column in sorted(found):
        if not any(_name_the_same(sheet, column, other, found) for other in chosen):
            chosen.append(column)
    lefts = {column: _left_edge(sheet, column, found, alone=len(chosen) == 1) for column in chosen}
    width = len(sheet.cells[0])
    reach = []
    for column in chosen:
        beside = [lefts[other] for other in chosen if other > column and set(found[other]) & set(found[column])]
        reach.append((column, lefts[column], min([*beside, width]) - 1))
    return reach


def _name_the_same(sheet: Sheet, column: int, other: int, found: Anchors) -> bool:
    """Whether two columns name units in mostly the same rows with no figure between them (two languages)."""
    shared = sorted(set(found[column]) & set(found[other]))
    if len(shared) * 2 < len(found[column]):
        return False
    between = range(min(column, other) + 1, max(column, other))
    return not any(isinstance(sheet.cells[row][at], int | float) for row in shared[:5] for at in between)


def _left_edge(sheet: Sheet, column: int, found: Anchors, *, alone: bool) -> int:
    """The first column of the table.

    Whatever stands before the units, when they are the only ones (`alone`); beside another table only what
    belongs before a name: ordinals, codes, regions.
    """
    rows, left = found[column], column
    while left > 0 and any(sheet.cells[row][left - 1] is not None for row in rows):
        if not alone and not _stands_before(sheet, rows, left - 1, nearest=left == column):
            break
        left -= 1
    return left


def _stands_before(sheet: Sheet, rows: list[int], column: int, *, nearest: bool) -> bool:
    header = _header_text(sheet, rows[0], column)
    known = (vocabulary.ORDINAL_HEADER, vocabulary.UNIT_CODE_HEADER, vocabulary.ASIDE_HEADER)
    keys = (vocabulary.PERIOD_HEADER, vocabulary.FRAMEWORK_HEADER, vocabulary.UNIVERSE_HEADER)
    said = any(pattern.fullmatch(header) for pattern in (*known, *keys, vocabulary.INDICATOR_HEADER))
    return said or (nearest and _counts(sheet, rows, column))


def _counts(sheet: Sheet, rows: list[int], column: int) -> bool:
    """Whether a column without a known header numbers the rows."""
    first: list[Cell] = [sheet.cells[row][column] for row in rows[:3]]
    return all(str(cell).strip(" .)").isdecimal() for cell in first)


def _header_text(sheet: Sheet, row: int, column: int) -> str:
    above = (sheet.cells[at][column] for at in range(row - 1, -1, -1))
    return next((vocabulary.folded(cell) for cell in above if isinstance(cell, str) and cell.strip()), "")
