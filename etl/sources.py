"""The sheet "Nguồn": where each figure of a workbook was read, one row per figure, named by sheet and cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from etl import vocabulary
from etl.workbooks import Sheet

_HEADERS = {
    "sheet": ("trang tinh", "sheet"),
    "cell": ("o", "cell"),
    "basis": ("co so", "basis"),
    "source_kind": ("loai nguon", "source kind"),
    "n_sources": ("so nguon", "n sources", "number of sources"),
    "source_url": ("dia chi nguon", "source url", "source address"),
}
_BASIS = {"cong bo": "published", "published": "published", "suy ra": "derived", "derived": "derived"}
_KIND = {
    **{"chinh thuc": "official", "bao chi": "press", "nghien cuu": "study", "thu cap": "secondary"},
    **{kind: kind for kind in ("official", "press", "study", "secondary", "upload")},
}


@dataclass(frozen=True)
class Source:
    """Where one figure comes from; `n_sources` counts independent sources, None unknown."""

    basis: str = "published"
    source_kind: str = "upload"
    n_sources: int | None = None
    source_url: str = ""


UNSTATED = Source()


def addresses(stated: Iterable[str | None]) -> tuple[str, ...]:
    """The single addresses in the cells of source addresses (" ; " stands between several), each once, in order."""
    return tuple(dict.fromkeys(each for cell in stated if isinstance(cell, str) for each in cell.split(" ; ") if each))


def is_source_sheet(sheet: Sheet) -> bool:
    """Whether the sheet is one of sources: its first row names sheet, cell and address."""
    return {"sheet", "cell", "source_url"} <= set(_columns(sheet))


def read_sources(sheet: Sheet) -> dict[tuple[str, str], Source]:
    """The source of each (sheet, cell) that the sheet names; none when it is no sheet of sources."""
    if not is_source_sheet(sheet):
        return {}
    columns = _columns(sheet)
    return {
        (str(cells[columns["sheet"]]), str(cells[columns["cell"]]).replace("$", "").upper()): _source(cells, columns)
        for cells in sheet.cells[1:]
        if cells[columns["sheet"]] and cells[columns["cell"]]
    }


def _columns(sheet: Sheet) -> dict[str, int]:
    header = [vocabulary.folded(cell) if isinstance(cell, str) else "" for cell in (sheet.cells or [[]])[0]]
    return {name: header.index(word) for name, words in _HEADERS.items() for word in words if word in header}


def _source(cells: list, columns: dict[str, int]) -> Source:
    def word(name: str) -> str:
        return vocabulary.folded(str(cells[columns[name]] or "")) if name in columns else ""

    number = word("n_sources")
    return Source(
        basis=_BASIS.get(word("basis"), UNSTATED.basis),
        source_kind=_KIND.get(word("source_kind"), UNSTATED.source_kind),
        n_sources=int(number) if number.isdecimal() else None,
        source_url=str(cells[columns["source_url"]] or ""),
    )
