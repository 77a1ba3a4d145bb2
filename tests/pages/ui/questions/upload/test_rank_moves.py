"""Moves of ranks on made-up figures: who moves, and the ranking of a year that is new."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import reference, text
from etl.reference import Reference
from pages.ui.questions.cell_names import names_of
from pages.ui.questions.upload import rank_moves

VI = text.load("vi")
CODES = ["48", "46", "01", "79", "02"]


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference.load()


def ranks(before: list, after: list, indicator: str = "dti") -> pd.DataFrame:
    """One row a unit: ranks before and after (None: none), values that go with them."""
    frame = pd.DataFrame(
        {"framework": "QD922-2022", "period": 2022, "universe": 63, "indicator": indicator, "province_code": CODES[: len(before)], "of": 63}
    )
    for side, given in (("before", before), ("after", after)):
        frame[f"rank_{side}"] = pd.array(given, dtype="Int64")
        frame[f"value_{side}"] = [None if rank is None else 1 - rank / 100 for rank in given]
    return frame.astype({"value_before": float, "value_after": float})


def test_the_largest_moves_come_first(known: Reference) -> None:
    told = rank_moves.table(ranks([1, 4, 3, 2], [1, 2, 4, 3]), names_of(known, VI))
    assert list(told["province"]) == ["Thừa Thiên Huế", "Hà Nội", "Hồ Chí Minh"]
    assert list(told["rank_change"]) == [2, -1, -1]


def test_movers_are_counted_on_the_index_alone(known: Reference) -> None:
    moved = pd.concat([ranks([1, 2], [2, 1]), ranks([1, 2, 3], [3, 1, 2], "digital_infrastructure")])
    assert rank_moves.movers(moved, known) == {("QD922-2022", 2022, 63): 2}
    assert rank_moves.movers(moved.iloc[:0], known) == {}


def test_a_year_that_is_new_shows_where_everybody_would_stand(known: Reference) -> None:
    new = ranks([None] * 5, [1, 2, 3, 4, 5])
    ((edition, drawn),) = rank_moves.new_rankings(new, known=known, names=names_of(known, VI), province="46", texts=VI)
    assert edition == ("QD922-2022", 2022, 63)
    assert "Đà Nẵng" in drawn.spec["usermeta"]["caption"]["title"] and list(drawn.table["rank"]) == [1, 2, 3, 4, 5]


def test_a_year_that_had_values_is_not_new(known: Reference) -> None:
    some = ranks([1, None, None, None, None], [2, 1, 3, 4, 5])
    assert rank_moves.new_rankings(some, known=known, names=names_of(known, VI), province="46", texts=VI) == []
