import pandas as pd
import pytest

from indicators.method_study import Method
from indicators.normalise import Rule
from indicators.swings import COLUMNS, swings
from tests.indicators.small import tree

WEIGHTS = pd.Series({"p": 50.0, "q": 50.0})
VALUES = pd.DataFrame({"p": [0.60, 0.40, 0.10], "q": [0.40, 0.58, 0.10]}, index=["a", "b", "c"])


def of(found: pd.DataFrame, unit: str, assumption: str) -> tuple[int, int, int]:
    row = found[(found["unit"] == unit) & (found["assumption"] == assumption)].iloc[0]
    return int(row["rank"]), int(row["best"]), int(row["worst"])


def test_a_weight_that_decides_an_order_swings_both_units():
    """a leads by (0.2 w_p − 0.18 w_q)/2: with q a quarter heavier 0.2 · 50 − 0.18 · 62.5 < 0, so b passes."""
    found = swings(VALUES, WEIGHTS)
    assert list(found.columns) == COLUMNS and len(found) == 6
    assert of(found, "a", "q") == (1, 1, 2) and of(found, "b", "q") == (2, 1, 2)
    # p a quarter lighter: 0.2 · 37.5 − 0.18 · 50 < 0 as well.
    assert of(found, "a", "p") == (1, 1, 2)
    assert of(found, "c", "p") == (3, 3, 3)


def test_without_width_nothing_swings():
    found = swings(VALUES, WEIGHTS, width=0.0)
    assert (found["best"] == found["rank"]).all() and (found["worst"] == found["rank"]).all()


def test_another_method_is_an_assumption():
    """By min–max p spans 0.5 and q 0.48: a = 1 + 0.625, b = 0.6 + 1; a stays ahead. By the harmonic mean
    a = 0.48 and b = 0.4735. By ranks both have 1 + 2: level."""
    ways = {"minmax": Method(Rule("minmax")), "harmonic": Method(aggregation="harmonic"), "rank": Method(Rule("rank"))}
    found = swings(VALUES, WEIGHTS, methods=ways)
    assert of(found, "a", "minmax") == (1, 1, 1) and of(found, "a", "harmonic") == (1, 1, 1)
    assert of(found, "b", "rank") == (2, 1, 2)


def test_a_weight_alone_in_its_group_is_no_assumption():
    framework = tree(("x", "", 1), ("g", "x", 1), ("h", "x", 1), ("p", "g", 1), ("q", "h", 1))
    assert set(swings(VALUES, framework)["assumption"]) == {"g", "h"}


@pytest.mark.parametrize("unit", ["a", "b", "c"])
def test_the_nominal_rank_lies_within(unit):
    found = swings(VALUES, WEIGHTS, width=0.9)
    own = found[found["unit"] == unit]
    assert ((own["best"] <= own["rank"]) & (own["rank"] <= own["worst"])).all()
