"""What each column of a table holds: whose value or rank, of which year, in which measure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from etl import vocabulary
from etl.assessors import PUBLISHED
from etl.column_labels import INDICATOR, KEYS, MAXIMUM, PERIOD, RANK, VALUE, said
from etl.indicator_names import IndicatorMatch, IndicatorNames
from etl.table_header import Text
from etl.tables import Table
from etl.workbooks import Cell


@dataclass(frozen=True)
class Column:
    """One column as its header tells it.

    `kind`: value | rank | both (in one cell) | aside (ordinals, remarks, changes) | period | indicator |
    framework | universe | code | maximum (of points).  `label`: the header cell that names it.  `names`: header
    texts that name an indicator, from the top; () for none.  `maximum`: the stated maximum of points; `percent`:
    stated per cent; `assessor`: who assessed the figures.
    """

    index: int
    kind: str
    label: Text
    names: tuple[str, ...] = ()
    period: int | None = None
    maximum: float | None = None
    percent: bool = False
    assessor: str = PUBLISHED


@dataclass(frozen=True)
class FigureColumns:
    """The columns of one indicator as one assessor sees it: of its value, its rank, or both; `match` None for a name
    not known."""

    match: IndicatorMatch | None
    label: Text
    value: Column | None = None
    rank: Column | None = None

    @property
    def assessor(self) -> str:
        """Who assessed the figures."""
        column = self.value or self.rank
        return column.assessor if column else PUBLISHED

    @property
    def name(self) -> str:
        """The header texts by which the indicator is looked up."""
        column = self.value or self.rank
        return " ".join(column.names) if column else ""


def columns_of(table: Table) -> list[Column]:
    """Every column with a label, except that of the units' names."""
    return [_column(table, index, texts) for index, texts in table.labels.items() if index != table.unit_column]


def with_maxima(columns: Sequence[Column], table: Table, rows: Sequence[int]) -> list[Column]:
    """The columns, figures with the maximum that a column of maxima under the same name states in all of `rows`."""
    maxima = {
        column.names: stated
        for column in columns
        if column.kind == MAXIMUM and (stated := _stated(table, column.index, rows))
    }
    if not maxima:
        return list(columns)
    return [replace(column, maximum=column.maximum or maxima.get(column.names)) for column in columns]


def _stated(table: Table, index: int, rows: Sequence[int]) -> float | None:
    """The one maximum above 1 that stands in all the rows."""
    cells = {table.sheet.cells[row][index] for row in rows}
    only = cells.pop() if len(cells) == 1 else None
    return float(only) if isinstance(only, int | float) and only > 1 else None


def figure_columns(
    columns: Sequence[Column], names: IndicatorNames, framework: str, *, unnamed: IndicatorMatch
) -> list[FigureColumns]:
    """Values and ranks of the same indicator and assessor joined.

    Those without a name are those of `unnamed` (the index, as a rule); of several ranks under one name, or under
    none, each belongs to the column before it.
    """
    joined: dict[tuple[str, str | tuple[str, ...]], FigureColumns] = {}
    for column in _ranks_told_apart(columns):
        match = names.find(column.names, framework) if column.names else unnamed
        key = (column.assessor, match.code if match else column.names)
        figure = joined.get(key) or FigureColumns(match, column.label)
        if column.kind == RANK:
            joined[key] = replace(figure, rank=figure.rank or column)
        else:
            joined[key] = replace(figure, value=figure.value or column)
    return list(joined.values())


def _ranks_told_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns, each of several ranks that are named alike as of the name and the assessor of the column before."""
    alike = Counter(column.names for column in columns if _is_mere_rank(column))
    told: list[Column] = []
    for column in columns:
        before = told[-1] if told else column
        if _is_mere_rank(column) and alike[column.names] > 1 and _may_belong(column, before):
            column = replace(column, names=before.names, assessor=before.assessor)
        told.append(column)
    return told


def _is_mere_rank(column: Column) -> bool:
    return column.kind == RANK and column.assessor == PUBLISHED


def _may_belong(rank: Column, before: Column) -> bool:
    return before.kind != RANK and (not rank.names or rank.names == before.names)


def _column(table: Table, index: int, texts: tuple[Text, ...]) -> Column:
    words = said(tuple(text.text for text in texts))
    for key in KEYS:
        if key in words.keys and _fits(key, table, index):
            return Column(index, key, texts[-1], tuple(text.text for text in texts[:-1]))
    kind = words.kind or (RANK if _looks_like_ranks(table, index) else VALUE)
    maximum = words.maximum or table.maxima.get(index)
    name = _naming(texts)
    return Column(index, kind, name, words.names, words.period, maximum, words.percent, words.assessor)


def _naming(texts: tuple[Text, ...]) -> Text:
    """The lowest label that names something, not only "Giá trị" or "Hạng"."""
    return next((text for text in reversed(texts) if not vocabulary.is_subordinate(text.text)), texts[-1])


def _fits(kind: str, table: Table, index: int) -> bool:
    """Whether the cells of a column are what its header promises (a column "Chỉ số" may hold values)."""
    if kind not in (INDICATOR, PERIOD):
        return True
    cells = [cell for cell in _cells(table, index) if cell is not None]
    if kind == PERIOD:
        return bool(cells) and all(vocabulary.year_in(str(cell)) for cell in cells)
    label = vocabulary.folded(table.labels[index][-1].text)
    codes = vocabulary.INDICATOR_CODE_HEADER.fullmatch(label) is not None
    return codes or (bool(cells) and all(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in cells))


def _looks_like_ranks(table: Table, index: int) -> bool:
    """Whole numbers from 1 to the number of units, one above 1: places, not shares."""
    above_one = False
    for cell in _cells(table, index):
        if cell is None or cell == "-":
            continue
        place = _whole(cell)
        if place is None or not 1 <= place <= 63:
            return False
        above_one |= place > 1
    return above_one


def _whole(cell: Cell) -> int | None:
    if type(cell) is int:
        return cell
    return int(cell) if isinstance(cell, str) and cell.strip().isdecimal() else None


def _cells(table: Table, index: int) -> Iterable[Cell]:
    return (table.sheet.cells[row][index] for row in table.body)
