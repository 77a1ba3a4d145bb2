"""The header of a table: one to three rows of labels with merged cells, the titles above them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from etl import vocabulary
from etl.transposed import TransposedSheet
from etl.unit_columns import Block
from etl.workbooks import Cell, Sheet

MOST_ROWS = 4
FURTHEST_ABOVE = 12
MONTH_S_END = 28


class Text(NamedTuple):
    """A text and the position of its cell in the grid."""

    text: str
    row: int
    column: int


@dataclass(frozen=True)
class Header:
    """`rows` of labels from the top; `labels`: per column its texts from the top, each once; `titles` above."""

    rows: tuple[int, ...]
    labels: dict[int, tuple[Text, ...]]
    titles: tuple[Text, ...]

    @property
    def bottom(self) -> int:
        """The last header row."""
        return self.rows[-1]


def find(sheet: Sheet, block: Block, *, above: int) -> Header | None:
    """The header over a block of units, below row `above`; None when there is none."""
    grid = Spread(sheet)
    bottom = _bottom(grid, block, above)
    if bottom is None:
        return None
    rows = tuple(range(_top(grid, block, bottom, above), bottom + 1))
    labels = _labels(grid, rows, left=block.left, right=block.right)
    return Header(rows, labels, _titles(sheet, block, above + 1, rows[0]))


def as_label(cell: Cell) -> str:
    """A header cell as text; the date that Excel made of a code such as 4.1 (4 January) as the code.

    The last days of a month are dates indeed: no code has so many parts.
    """
    if isinstance(cell, datetime):
        return f"{cell.day}.{cell.month}" if cell.day < MONTH_S_END else f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell).strip()


def is_numbering(cells: list[Cell]) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    written = [str(cell).strip("()[] .") for cell in cells if cell is not None]
    counted = [int(text) for text in written if text.isdecimal()]
    letters = all(text.isdecimal() or (len(text) == 1 and text.isalpha()) for text in written)
    return letters and len(counted) >= 2 and counted == list(range(counted[0], counted[0] + len(counted)))


class Spread:
    """A sheet whose merged cells are filled with what stands in their first cell."""

    def __init__(self, sheet: Sheet) -> None:
        self.cells = sheet.cells
        self.origin: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in sheet.merged:
            if bottom - top < 100:
                at = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
                self.origin.update(dict.fromkeys(at, (top, left)))

    def at(self, row: int, column: int) -> tuple[int, int]:
        return self.origin.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        row, column = self.at(row, column)
        cell = self.cells[row][column]
        return as_label(cell)

    def areas(self, row: int, left: int, right: int) -> list[tuple[int, int]]:
        """First cells of the filled areas in a row, without remarks such as "Đơn vị tính: điểm"."""
        found = dict.fromkeys(self.at(row, at) for at in range(left, right + 1) if self.text(row, at))
        return [area for area in found if not _is_remark(self.text(*area))]


@lru_cache(maxsize=10_000)
def _is_remark(text: str) -> bool:
    folded = vocabulary.folded(text)
    return ":" in text and bool(vocabulary.UNIT_OF_MEASURE.fullmatch(folded))


def _bottom(grid: Spread, block: Block, above: int) -> int | None:
    """The nearest row above the units with labels in two columns or more: not a region, not figures."""
    first = block.rows[0]
    for row in range(first - 1, max(above, first - FURTHEST_ABOVE), -1):
        cells = grid.cells[row][block.left : block.right + 1]
        areas = grid.areas(row, block.left, block.right)
        if len(areas) < 2 or is_numbering(cells) or not any(column in block.beside for _, column in areas):
            continue
        if not _is_body(grid, block, row):
            return row
    return None


def _is_body(grid: Spread, block: Block, row: int) -> bool:
    """Whether a row above the first known unit is one of figures: a unit with a wrong name, a total."""
    name = vocabulary.folded(grid.text(row, block.column))
    if not name or vocabulary.UNIT_HEADER.fullmatch(name):
        return False
    if vocabulary.TOTAL_ROW.fullmatch(name) or vocabulary.MAXIMUM_ROW.fullmatch(name):
        return True
    filled = [cell for at in block.beside if (cell := grid.cells[row][at]) is not None]
    numbers = [cell for cell in filled if isinstance(cell, int | float) or str(cell)[:1].isdigit() or cell == "-"]
    return len(numbers) * 2 > len(filled)


def _top(grid: Spread, block: Block, bottom: int, above: int) -> int:
    """The first header row: up to where the label of the units begins, and group titles above it."""
    top = grid.at(bottom, block.column)[0]
    while top - 1 > above and bottom - top + 1 < MOST_ROWS:
        areas = grid.areas(top - 1, block.left, block.right)
        if not _is_header_row(grid, areas, top, block):
            break
        top = grid.at(top - 1, block.column)[0]
    return max(top, above + 1)


def _is_header_row(grid: Spread, areas: list[tuple[int, int]], top: int, block: Block) -> bool:
    """Whether the row above `top` is of the header: group titles beside a label of the units that stands there."""
    if [column for _, column in areas] == [block.left]:
        return False  # a title at the table's left edge
    beside = [area for area in areas if area[1] in block.beside]
    if not beside or grid.text(top, block.column):
        return bool(beside) and len(beside) == len(areas)
    return len(areas) >= 2 or len(beside) == len(areas)


def _labels(grid: Spread, rows: tuple[int, ...], *, left: int, right: int) -> dict[int, tuple[Text, ...]]:
    filled = {row: _filled_row(grid, row, left=left, right=right, lower=rows[-1]) for row in rows}
    labels = {}
    for column in range(left, right + 1):
        texts = dict.fromkeys(filled[row][column] for row in rows if filled[row][column].text)
        if texts:
            labels[column] = tuple(texts)
    return labels


def _filled_row(grid: Spread, row: int, *, left: int, right: int, lower: int) -> dict[int, Text]:
    """Labels of one header row; a group title that is not merged reaches over the columns of its group after it.

    These are columns of values and ranks; under an assessor, those of indicators that other assessors have too.
    """
    texts = {at: Text(grid.text(row, at), *grid.at(row, at)) for at in range(left, right + 1)}
    if row == lower:
        return texts
    below = {at: grid.text(row + 1, at) for at in range(left, right + 1)}
    subordinate = {at for at in below if vocabulary.is_subordinate(below[at])}
    again = Counter(below.values())
    for column in range(left + 1, right + 1):
        before = texts[column - 1]
        by_assessor = again[below[column]] > 1 and vocabulary.names_assessor(before.text)
        if not texts[column].text and ({column - 1, column} <= subordinate or by_assessor):
            texts[column] = before
    return texts


def _titles(sheet: Sheet, block: Block, first: int, end: int) -> tuple[Text, ...]:
    """Texts between the table above and the header; of a table on its side, those before its first column."""
    on_its_side = isinstance(sheet, TransposedSheet)
    rows = range(len(sheet.cells)) if on_its_side else range(first, end)
    width = block.left if on_its_side else block.right + 1
    texts = (
        Text(cell.strip(), row, column)
        for row in rows
        for column, cell in enumerate(sheet.cells[row][:width])
        if isinstance(cell, str) and cell.strip()
    )
    return tuple(texts)
