"""Finds the tables of a sheet by the names of units in them: where each begins, what its rows and columns are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from etl import numbers, table_header, unit_columns, vocabulary
from etl.table_header import Header, Text
from etl.transposed import transpose
from etl.unit_columns import Block
from etl.workbooks import Cell, Sheet

Is = Callable[[str], bool]

UNIT, REGION, TOTAL, MAXIMUM, FOOTNOTE = "unit", "region", "total", "maximum", "footnote"
_WORDS = (
    (MAXIMUM, vocabulary.MAXIMUM_ROW),
    (FOOTNOTE, vocabulary.FOOTNOTE),
    (REGION, vocabulary.REGION_ROW),
    (TOTAL, vocabulary.TOTAL_ROW),
)


@dataclass(frozen=True, eq=False)
class Table:
    """One table: rows of units, columns under labels.  Positions are those of `sheet.cells`.

    `titles`: texts above the header, top first; `labels`: per column its header texts from the top; `body`: rows
    of units; `skipped`: what each other row within the table is (region, total, maximum, footnote); `by_code`:
    the units are given by their codes, not their names; `unlabelled`: columns of figures without any header text.
    """

    sheet: Sheet
    titles: tuple[Text, ...]
    header_rows: tuple[int, ...]
    labels: dict[int, tuple[Text, ...]]
    unit_column: int
    body: tuple[int, ...]
    skipped: dict[int, str]
    by_code: bool = False
    unlabelled: tuple[int, ...] = ()

    @property
    def head(self) -> Text:
        """Where what concerns the table as a whole is told: its first title, else its first label."""
        return self.titles[0] if self.titles else next(iter(self.labels.values()))[0]

    @property
    def range(self) -> str:
        """From the first header cell to the last cell: "A4:H68"."""
        rows = (*self.header_rows, *self.body)
        columns = (*self.labels, self.unit_column)
        first, last = self.sheet.address(min(rows), min(columns)), self.sheet.address(max(rows), max(columns))
        return f"{first}:{last}"

    @cached_property
    def maxima(self) -> dict[int, float]:
        """Maximum points by column, where a row of the table states them."""
        rows = [self.sheet.cells[row] for row, kind in self.skipped.items() if kind == MAXIMUM]
        read = {at: numbers.read_text(str(cells[at])) for cells in rows for at in self.labels}
        return {at: maximum for at, said in read.items() if (maximum := said.grouped or said.value) > 1}


def find_tables(sheet: Sheet, *, is_unit: Is, is_region: Is, is_code: Is) -> list[Table]:
    """Every table of `sheet` that has a column (or a row) of units, from the top and from the left."""
    anchors = unit_columns.anchors(sheet, is_unit)
    if unit_columns.lie_in_rows(anchors):
        sheet = transpose(sheet)
        anchors = unit_columns.anchors(sheet, is_unit)
    by_code = not anchors
    if by_code:
        is_unit = is_code
        anchors = unit_columns.code_anchors(sheet, is_code)
    tables: list[Table] = []
    for block in unit_columns.blocks(sheet, anchors):
        ends = [table.body[-1] for table in tables if table.unit_column == block.column]
        if table := _table(_Rows(sheet, is_unit, is_region, block), above=max(ends, default=-1), by_code=by_code):
            tables.append(table)
    return tables


@dataclass(frozen=True)
class _Rows:
    """The rows of one block of units, and what is in them."""

    sheet: Sheet
    is_unit: Is
    is_region: Is
    block: Block

    def kinds(self, header: Header) -> dict[int, str]:
        """What each row below the header is; empty rows and column numbers are left out."""
        rows = range(header.bottom + 1, self._last(header) + 1)
        return {row: kind for row in rows if (kind := self._kind(row, header))}

    def _last(self, header: Header) -> int:
        """The last row: rows with figures right below the last known unit belong to the block."""
        row, figures = self.block.rows[-1], self._figure_columns(header)
        others = [at for at in range(self.block.left, self.block.right + 1) if at not in figures]
        while row + 1 < len(self.sheet.cells):
            below = self.sheet.cells[row + 1]
            named = any(str(below[at] or "").strip() for at in others)
            filled = any(below[at] is not None for at in figures)
            if not (named and filled) or unit_columns.begins_anew(self.sheet, self.block.column, row + 1):
                break
            row += 1
        return row

    def _figure_columns(self, header: Header) -> set[int]:
        """Columns with a label that is not one of ordinals or codes, without that of the units."""
        aside = (vocabulary.ORDINAL_HEADER, vocabulary.UNIT_CODE_HEADER)
        labels = {at: vocabulary.folded(texts[-1].text) for at, texts in header.labels.items()}
        keys = {at for at, label in labels.items() if any(pattern.fullmatch(label) for pattern in aside)}
        return set(labels) - keys - {self.block.column}

    def hold_figures(self, body: tuple[int, ...], header: Header) -> bool:
        """Whether any row of `body` has a number, or a word for a missing one."""
        columns = self._figure_columns(header)
        return any(_may_be_figure(self.sheet.cells[row][at]) for row in body for at in columns)

    def _kind(self, row: int, header: Header) -> str | None:
        cells, block = self.sheet.cells[row], self.block
        name = cells[block.column]
        if name is not None and self.is_unit(str(name)):
            return UNIT
        words = [cell for cell in cells[block.left : block.column + 1] if isinstance(cell, str)]
        for kind, pattern in _WORDS:
            if any(pattern.fullmatch(vocabulary.folded(text)) for text in words):
                return kind
        if any(self.is_region(text) for text in words):
            return REGION
        if table_header.is_numbering(cells[block.left : block.right + 1]):
            return None
        figures = any(cells[at] is not None for at in self._figure_columns(header))
        return UNIT if figures else REGION if words else None


def _unlabelled(sheet: Sheet, block: Block, body: tuple[int, ...], header: Header) -> Iterator[int]:
    """Columns after the units that hold numbers in most rows and have no header."""
    for column in set(range(block.column + 1, block.right + 1)) - set(header.labels):
        figures = [row for row in body if isinstance(sheet.cells[row][column], int | float)]
        if len(figures) * 2 > len(body):
            yield column


def _may_be_figure(cell: Cell) -> bool:
    if isinstance(cell, str):
        return numbers.read_text(cell).kind != numbers.NOT_A_NUMBER
    return cell is not None


def _table(rows: _Rows, *, above: int, by_code: bool) -> Table | None:
    block = rows.block
    header = table_header.find(rows.sheet, block, above=above)
    if header is None:
        return None
    kinds = rows.kinds(header)
    body = tuple(row for row, kind in kinds.items() if kind == UNIT)
    if not rows.hold_figures(body, header):
        return None
    return Table(
        sheet=rows.sheet,
        titles=header.titles,
        header_rows=header.rows,
        labels=header.labels,
        unit_column=block.column,
        body=body,
        skipped={row: kind for row, kind in kinds.items() if kind != UNIT},
        by_code=by_code,
        unlabelled=tuple(sorted(_unlabelled(rows.sheet, block, body, header))),
    )
