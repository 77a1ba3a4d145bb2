"""A sheet with its rows and columns exchanged, for tables whose units stand side by side; addresses stay true."""

from dataclasses import dataclass, fields

from etl.workbooks import Sheet


@dataclass(frozen=True)
class TransposedSheet(Sheet):
    """A sheet on its side: `cells[row][column]` is what the author wrote at (column, row)."""

    def address(self, row: int, column: int) -> str:
        """The name on the author's sheet of the cell at this position of the exchanged grid."""
        return Sheet.address(self, column, row)


def transpose(sheet: Sheet) -> TransposedSheet:
    """The sheet on its side."""
    kept = {field.name: getattr(sheet, field.name) for field in fields(Sheet)}
    kept["cells"] = [list(cells) for cells in zip(*sheet.cells, strict=True)]
    kept["merged"] = tuple((left, top, right, bottom) for top, left, bottom, right in sheet.merged)
    kept["formulas_without_value"] = frozenset((at, row) for row, at in sheet.formulas_without_value)
    return TransposedSheet(**kept)
