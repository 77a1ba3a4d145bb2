"""Finds the tables of a sheet by the names of units in them: where each begins, what its rows and columns are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from etl import table_header, vocabulary
from etl.table_header import Header, Text
from etl.workbooks import Sheet

IsUnit = Callable[[str], bool]

UNIT, REGION, TOTAL, MAXIMUM, FOOTNOTE = "unit", "region", "total", "maximum", "footnote"


@dataclass(frozen=True)
class Table:
    """One table: rows of units, columns under labels.  Positions are those of `sheet.cells`.

    `titles`: texts above the header, top first; `labels`: per column its header texts from the top; `body`: rows of units; `skipped`: what each other row within the table is (region, total, maximum …).
    """

    sheet: Sheet
    titles: tuple[Text, ...]
    header_rows: tuple[int, ...]
    labels: dict[int, tuple[Text, ...]]
    unit_column: int
    body: tuple[int, ...]
    skipped: dict[int, str]

    @property
    def range(self) -> str:
        """From the first header cell to the last cell: "A4:H68"."""
        rows = (*self.header_rows, *self.body)
        columns = (*self.labels, self.unit_column)
        first, last = self.sheet.address(min(rows), min(columns)), self.sheet.address(max(rows), max(columns))
        return f"{first}:{last}"


def find_tables(sheet: Sheet, *, is_unit: IsUnit) -> list[Table]:
    """Every table of `sheet` that has a column of unit names, from the top and from the left."""
    anchors = _anchors(sheet, is_unit)
    columns = _unit_columns(sheet, anchors)
    blocks = [
        (column, rows, left, right)
        for column, left, right in columns
        for rows in _blocks(sheet, column, anchors[column])
    ]
    tables: list[Table] = []
    for column, rows, left, right in sorted(blocks, key=lambda block: (block[1][0], block[0])):
        above = max(
            (max(t.body) for t in tables if max(t.body) < rows[0] and t.unit_column == column), default=-1
        )
        if table := _table(sheet, is_unit, column=column, rows=rows, left=left, right=right, above=above):
            tables.append(table)
    return tables


def _anchors(sheet: Sheet, is_unit: IsUnit) -> dict[int, list[int]]:
    """Rows of each column in which a unit is named."""
    found: dict[int, list[int]] = {}
    for row, cells in enumerate(sheet.cells):
        for column, cell in enumerate(cells):
            if type(cell) is str and is_unit(cell):
                found.setdefault(column, []).append(row)
    return found


def _unit_columns(sheet: Sheet, anchors: dict[int, list[int]]) -> list[tuple[int, int, int]]:
    """Columns of units with the columns from and to which their table may reach."""
    width = len(sheet.cells[0]) if sheet.cells else 0
    chosen: list[int] = []
    for column in sorted(anchors):
        if not any(_same_units(sheet, column, other, anchors) for other in chosen):
            chosen.append(column)
    lefts = [_left_edge(sheet, column, anchors[column]) for column in chosen]
    bounds = []
    for position, column in enumerate(chosen):
        overlapping = [
            lefts[other]
            for other in range(len(chosen))
            if chosen[other] > column and set(anchors[chosen[other]]) & set(anchors[column])
        ]
        bounds.append((column, lefts[position], min([*overlapping, width]) - 1))
    return bounds


def _same_units(sheet: Sheet, column: int, other: int, anchors: dict[int, list[int]]) -> bool:
    """Whether two columns name units in mostly the same rows, next to each other (names in two languages)."""
    shared = set(anchors[column]) & set(anchors[other])
    if len(shared) * 2 < len(anchors[column]):
        return False
    between = range(min(column, other) + 1, max(column, other))
    return not any(
        isinstance(sheet.cells[row][at], int | float) for row in list(shared)[:5] for at in between
    )


def _left_edge(sheet: Sheet, column: int, rows: list[int]) -> int:
    """The first column of the table that has its units in `column`: ordinals and codes may stand before them."""
    left = column
    while left > 0 and any(sheet.cells[row][left - 1] is not None for row in rows[:3]):
        header = _nearest_header(sheet, rows[0], left - 1)
        known = (vocabulary.ORDINAL_HEADER, vocabulary.UNIT_CODE_HEADER, vocabulary.ASIDE_HEADER)
        if left != column and not any(pattern.fullmatch(header) for pattern in known):
            break
        left -= 1
    return left


def _nearest_header(sheet: Sheet, row: int, column: int) -> str:
    above = (sheet.cells[at][column] for at in range(row - 1, -1, -1))
    return next((vocabulary.folded(cell) for cell in above if isinstance(cell, str) and cell.strip()), "")


def _blocks(sheet: Sheet, column: int, rows: list[int]) -> Iterator[list[int]]:
    """Runs of unit rows with no header between them."""
    block = [rows[0]]
    for row in rows[1:]:
        if any(_begins_anew(sheet, column, between) for between in range(block[-1] + 1, row)):
            yield block
            block = []
        block.append(row)
    yield block


def _begins_anew(sheet: Sheet, column: int, row: int) -> bool:
    """Whether a row between units is the header of another table."""
    cell = sheet.cells[row][column]
    if isinstance(cell, str) and vocabulary.UNIT_HEADER.fullmatch(vocabulary.folded(cell)):
        return True
    texts = [other for other in sheet.cells[row] if isinstance(other, str) and other.strip()]
    return len(texts) >= 3 and all(_is_words(text) for text in texts) and _no_numbers(sheet.cells[row])


def _is_words(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 3


def _no_numbers(cells: list) -> bool:
    return not any(isinstance(cell, int | float) for cell in cells)


def _table(
    sheet: Sheet, is_unit: IsUnit, *, column: int, rows: list[int], left: int, right: int, above: int
) -> Table | None:
    header = table_header.find(sheet, first_unit=rows[0], column=column, left=left, right=right, above=above)
    if header is None:
        return None
    kinds = {
        row: kind
        for row in range(header.bottom + 1, _last_row(sheet, rows[-1], column, left, right) + 1)
        if (kind := _row_kind(sheet, is_unit, row=row, column=column, left=left, right=right, header=header))
    }
    body = tuple(row for row, kind in kinds.items() if kind == UNIT)
    if not body or not header.labels:
        return None
    skipped = {row: kind for row, kind in kinds.items() if kind != UNIT}
    return Table(sheet, header.titles, header.rows, header.labels, column, body, skipped)


def _last_row(sheet: Sheet, last_unit: int, column: int, left: int, right: int) -> int:
    """The last row of the block: rows with figures right below the last known unit belong to it."""
    row = last_unit
    while row + 1 < len(sheet.cells):
        below = sheet.cells[row + 1]
        named = any(isinstance(cell, str) and cell.strip() for cell in below[left : column + 1])
        if not named or not any(cell is not None for cell in below[column + 1 : right + 1]):
            break
        if _begins_anew(sheet, column, row + 1):
            break
        row += 1
    return row


def _row_kind(
    sheet: Sheet, is_unit: IsUnit, *, row: int, column: int, left: int, right: int, header: Header
) -> str | None:
    """What a row below the header is; None for an empty one or one of column numbers."""
    cells = sheet.cells[row]
    name = cells[column]
    if isinstance(name, str) and is_unit(name):
        return UNIT
    words = [vocabulary.folded(cell) for cell in cells[left : column + 1] if isinstance(cell, str)]
    for kind, pattern in (
        (MAXIMUM, vocabulary.MAXIMUM_ROW),
        (FOOTNOTE, vocabulary.FOOTNOTE),
        (TOTAL, vocabulary.TOTAL_ROW),
    ):
        if any(pattern.fullmatch(text) for text in words):
            return kind
    figures = [
        at for at in range(left, right + 1) if at in header.labels and cells[at] is not None and at > column
    ]
    if not figures or table_header.is_numbering(cells[left : right + 1]):
        return REGION if words else None
    return UNIT
