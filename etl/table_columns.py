"""What each column of a table holds: whose value or rank, of which year, in which unit of measure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from etl import vocabulary
from etl.indicator_names import IndicatorMatch, IndicatorNames
from etl.table_header import Text
from etl.tables import Table
from etl.workbooks import Cell

VALUE, RANK, BOTH, ASIDE = "value", "rank", "both", "aside"
FIGURES = (VALUE, RANK, BOTH)
PERIOD, INDICATOR, FRAMEWORK, UNIVERSE, CODE = "period", "indicator", "framework", "universe", "code"
_KEYS = {
    PERIOD: vocabulary.PERIOD_HEADER,
    INDICATOR: vocabulary.INDICATOR_HEADER,
    FRAMEWORK: vocabulary.FRAMEWORK_HEADER,
    UNIVERSE: vocabulary.UNIVERSE_HEADER,
    CODE: vocabulary.UNIT_CODE_HEADER,
}
_MAXIMUM = re.compile(
    r"(?:tối đa|toi da|max\.?|thang điểm|điểm chuẩn|trên)\s*:?\s*(\d[\d.]*(?:,\d+)?)|/\s*(\d[\d.]*)\s*(?:điểm|đ)?\s*\)?$|"
    r"\((\d[\d.]*(?:,\d+)?)\s*(?:điểm|đ|points?|pts)\)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s*[(\[][^()\[\]]*(?:điểm|%|tối đa|max|thang|pts|points|đvt|phần trăm)[^()\[\]]*[)\]]|\s*/\s*\d[\d.]*\s*(?:điểm|đ)?$|\s*%$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|phần trăm|per ?cent", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """One column as its header tells it.

    `kind`: value | rank | both (in one cell) | aside (ordinals, remarks, changes) | period | indicator | framework | universe | code.
    `names`: header texts that name an indicator, from the top; () for an unnamed one. `said`: whether the header
    says that it is a value or a rank; `label`: the header cell that names it. `maximum`: the stated maximum of points; `percent`: stated as per cent.
    """

    index: int
    kind: str
    label: Text
    names: tuple[str, ...] = ()
    said: bool = False
    period: int | None = None
    maximum: float | None = None
    percent: bool = False


@dataclass(frozen=True)
class FigureColumns:
    """The columns of one indicator and period: of its value, its rank, or both."""

    match: IndicatorMatch | None
    label: Text
    names: tuple[str, ...]
    period: int | None
    value: Column | None = None
    rank: Column | None = None


def columns_of(table: Table) -> list[Column]:
    """Every column with a label, except that of the units' names."""
    return [
        _column(index, labels, table) for index, labels in table.labels.items() if index != table.unit_column
    ]


def figure_columns(table: Table, columns: list[Column], names: IndicatorNames, framework: str) -> list[FigureColumns]:
    """Values and ranks of the same indicator and period joined; those without a name belong to the index."""
    root = names.reference.frameworks[framework].root
    joined: dict[tuple[str | tuple[str, ...], int | None], FigureColumns] = {}
    for column in columns:
        if column.kind not in FIGURES:
            continue
        match = names.find(column.names, framework) if column.names else IndicatorMatch(root)
        key = (match.code if match else column.names, column.period)
        figure = joined.get(key) or FigureColumns(match, column.label, column.names, column.period)
        place = RANK if column.kind == RANK else VALUE
        if getattr(figure, place) is None:
            joined[key] = replace(figure, **{place: column})
    return list(joined.values())


def _column(index: int, texts: tuple[Text, ...], table: Table) -> Column:
    whole = " ".join(label.text for label in texts)
    labels = tuple(_MEASURE.sub("", label.text) for label in texts)
    folded = [vocabulary.folded(vocabulary.without_year(label)) for label in labels]
    for kind, pattern in _KEYS.items():
        if pattern.fullmatch(folded[-1]) and _fits(kind, table, index):
            return Column(index, kind, texts[-1])
    aside = (vocabulary.ORDINAL_HEADER, vocabulary.ASIDE_HEADER, vocabulary.UNIT_HEADER)
    if any(pattern.fullmatch(folded[-1]) for pattern in aside):
        return Column(index, ASIDE, texts[-1])
    names, role = _names_and_role(labels, folded)
    years = [year for label in labels if (year := vocabulary.year_in(label))]
    return Column(
        index,
        role or (RANK if _looks_like_ranks(table, index) else VALUE),
        _naming(texts),
        names,
        said=role is not None,
        period=years[-1] if years else None,
        maximum=_stated_maximum(whole),
        percent=bool(_PERCENT.search(whole)),
    )


def _naming(texts: tuple[Text, ...]) -> Text:
    """The lowest label that names something, not only "Giá trị" or "Hạng"."""
    return next((text for text in reversed(texts) if not vocabulary.is_subordinate(text.text)), texts[-1])


def _names_and_role(labels: tuple[str, ...], folded: list[str]) -> tuple[tuple[str, ...], str | None]:
    """The parts of the labels that name an indicator, and whether they say value, rank or both.

    A label that says nothing else ("Xếp hạng") goes before one that says it beside a name.
    """
    names, alone, beside = [], set(), set()
    for label, text in zip(labels, folded, strict=True):
        roles, rest = _roles(text)
        (beside if rest else alone).update(roles)
        if vocabulary.folded(vocabulary.without_year(rest)):
            names.append(rest if roles else label)
    roles = alone or beside
    return tuple(names), BOTH if len(roles) == 2 else next(iter(roles), None)


def _roles(text: str) -> tuple[set[str], str]:
    """What kinds of figure a folded label speaks of, and the rest of it."""
    roles = set()
    for kind, words in ((RANK, vocabulary.RANK_WORDS), (VALUE, vocabulary.VALUE_WORDS)):
        rest = vocabulary.without_role(text, words)
        if rest is not None:
            roles.add(kind)
            text = rest
    if text in vocabulary.VALUE_ALONE:
        return roles | {VALUE}, ""
    return roles, text


def _stated_maximum(text: str) -> float | None:
    found = _MAXIMUM.search(text)
    if not found:
        return None
    written = next(group for group in found.groups() if group)
    maximum = float(written.replace(".", "").replace(",", "."))
    return None if vocabulary.year_in(written) or maximum <= 1 else maximum


def _fits(kind: str, table: Table, index: int) -> bool:
    """Whether the cells of a column are what its header promises (a column "Chỉ số" may hold values)."""
    cells = [cell for cell in _cells(table, index) if cell is not None]
    if kind == INDICATOR:
        return bool(cells) and all(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in cells)
    if kind == PERIOD:
        return bool(cells) and all(vocabulary.year_in(str(cell)) for cell in cells)
    return True


def _looks_like_ranks(table: Table, index: int) -> bool:
    """Whole numbers from 1 to the number of units, one above 1: places, not shares."""
    numbers = [_whole(cell) for cell in _cells(table, index) if cell is not None and cell != "-"]
    return bool(numbers) and all(n is not None and 1 <= n <= 63 for n in numbers) and numbers != [1] * len(numbers)


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, str):
        return int(cell) if cell.strip().isdecimal() else None
    return int(cell) if isinstance(cell, int | float) and float(cell).is_integer() else None


def _cells(table: Table, index: int) -> Iterable[Cell]:
    return (table.sheet.cells[row][index] for row in table.body)
