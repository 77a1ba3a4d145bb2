"""Which rows and columns of a sheet its grid holds: all from A1 on, or those left when gaps are closed up."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from etl.formats import limits
from etl.formats.errors import WorkbookTooLarge
from etl.formats.sheet import Range

Position = tuple[int, int]


@dataclass(frozen=True)
class Extent:
    """The rows and columns of a sheet, ascending and zero-based, that have a place in its grid."""

    rows: Sequence[int]
    columns: Sequence[int]

    @property
    def has_gaps(self) -> bool:
        """Whether the grid leaves out rows or columns of the sheet."""
        return not isinstance(self.rows, range)

    def place(self, position: Position) -> Position:
        """Where in the grid a position of the sheet is; one that was left out: where it would be."""
        return bisect_left(self.rows, position[0]), bisect_left(self.columns, position[1])

    def within(self, area: Range) -> Range:
        """The part of an area of the sheet that is in the grid; it ends before it begins if none is."""
        first_row, first_column = self.place(area[:2])
        return (
            first_row,
            first_column,
            bisect_right(self.rows, area[2]) - 1,
            bisect_right(self.columns, area[3]) - 1,
        )


def without_gaps(filled: Collection[Position]) -> Extent:
    """The rows and columns that hold something, and an empty one for each gap, so that blocks stay apart."""
    extent = Extent(_kept({row for row, _ in filled}), _kept({column for _, column in filled}))
    check_size(len(extent.rows), len(extent.columns))
    return extent


def is_sparse(*, rows: int, columns: int, filled: int) -> bool:
    """Whether a grid of this size is better read without its gaps."""
    return rows * columns > max(limits.SPARSE_CELLS, 4 * filled)


def up_to(filled: Iterable[Position]) -> Extent:
    """The rows and columns from A1 to the last of these cells."""
    rows = columns = 0
    for row, column in filled:
        rows, columns = max(rows, row + 1), max(columns, column + 1)
    return Extent(range(rows), range(columns))


def is_scattered(filled: Collection[Position]) -> bool:
    """Whether these cells stand so far apart that their grid is better read without its gaps."""
    extent = up_to(filled)
    return is_sparse(rows=len(extent.rows), columns=len(extent.columns), filled=len(filled))


def check_size(rows: int, columns: int, *, already: int = 0) -> int:
    """The number of cells with those of the sheets before; raises WorkbookTooLarge beyond the limit."""
    cells = already + rows * columns
    if cells > limits.CELLS:
        raise WorkbookTooLarge("cells", {"limit": limits.CELLS})
    return cells


def _kept(indices: set[int]) -> tuple[int, ...]:
    return tuple(sorted(indices | {index - 1 for index in indices if index}))
