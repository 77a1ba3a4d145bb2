"""Rows and columns of grids, with and without gaps."""

import pytest

from etl.formats import extent
from etl.formats.errors import WorkbookTooLarge
from etl.formats.extent import Extent


def test_each_gap_leaves_one_empty_row_and_column() -> None:
    kept = extent.without_gaps([(2, 0), (3, 5), (9, 5)])
    assert kept.rows == (1, 2, 3, 8, 9)
    assert kept.columns == (0, 4, 5)
    assert kept.has_gaps
    assert [kept.place(at) for at in [(2, 0), (3, 5), (9, 5)]] == [(1, 0), (2, 2), (4, 2)]


def test_areas_are_cut_to_what_is_kept() -> None:
    kept = Extent((0, 4, 5), (0, 7))
    assert kept.within((0, 0, 9, 9)) == (0, 0, 2, 1)
    assert kept.within((4, 1, 4, 7)) == (1, 1, 1, 1)
    first, _, last, _ = kept.within((1, 0, 3, 0))
    assert last < first


def test_from_a1_to_the_last() -> None:
    whole = extent.up_to([(3, 1), (0, 4)])
    assert (whole, whole.has_gaps) == (Extent(range(4), range(5)), False)
    assert extent.up_to([]) == Extent(range(0), range(0))


@pytest.mark.parametrize(
    ("rows", "columns", "filled", "sparse"),
    [(1_048_576, 16_384, 2, True), (1_000, 200, 2, False), (1_001, 200, 2, True), (50_000, 20, 250_000, False)],
)
def test_only_large_and_mostly_empty_grids_are_sparse(rows: int, columns: int, filled: int, sparse: bool) -> None:
    assert extent.is_sparse(rows=rows, columns=columns, filled=filled) is sparse


def test_two_million_cells_are_the_limit() -> None:
    assert extent.check_size(1_000, 1_000, already=1_000_000) == 2_000_000
    with pytest.raises(WorkbookTooLarge) as refusal:
        extent.check_size(1, 1, already=2_000_000)
    assert refusal.value.details == {"limit": 2_000_000}
