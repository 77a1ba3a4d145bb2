import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.record import COMPUTED, DERIVED, PUBLISHED, from_observations
from tests.indicators.small import observed, record_of, tree

PAIR = tree(("x", "", 1), ("a", "x", 1), ("b", "x", 1))
UNITS = {63: pd.Index(["01", "02"]), 34: pd.Index(["01"])}


def read(*frames: pd.DataFrame) -> list:
    return from_observations(pd.concat(frames), frameworks={"F": PAIR}, units=UNITS)


def test_figures_land_in_their_cells():
    record = record_of(PAIR, {"01": {"x": 0.5}, "02": {"a": 0.25}}, ranks={"02": {"x": 7}})
    assert record.values.at["01", "x"] == 0.5 and record.values.at["02", "a"] == 0.25
    assert record.values.notna().sum().sum() == 2
    assert record.rank_published.at["02", "x"] == 7
    assert record.basis.loc["02"].to_dict() == {"x": PUBLISHED, "a": PUBLISHED, "b": 0}
    assert record.decimals.at["01", "x"] == 4


def test_one_record_per_framework_period_and_universe():
    records = read(
        observed([("01", "x", 0.1, None)], period=2023),
        observed([("01", "x", 0.2, None)]),
        observed([("01", "x", 0.3, None)], universe=34),
    )
    assert [(r.period, r.universe, r.values.at["01", "x"]) for r in records] == [(2022, 34, 0.3), (2022, 63, 0.2), (2023, 63, 0.1)]


def test_other_assessors_stay_out():
    rows = observed([("01", "x", 0.9, None)], assessor="self")
    assert read(rows) == []
    assert read(rows, observed([("01", "x", 0.1, None)]))[0].values.at["01", "x"] == 0.1


def test_filling_never_touches_what_was_there():
    record = record_of(PAIR, {"01": {"a": 0.25}, "02": {}})
    filled = record.filled(pd.DataFrame({"a": [0.9, 0.8], "b": [np.nan, 0.7]}, index=["01", "02"]), basis=DERIVED)
    assert filled.values["a"].tolist() == [0.25, 0.8]
    assert filled.basis["a"].tolist() == [PUBLISHED, DERIVED] and filled.basis["b"].tolist() == [0, DERIVED]
    assert record.values["a"].isna().tolist() == [False, True]


def test_given_is_what_a_source_prints():
    record = record_of(PAIR, {"01": {"a": 0.25}}).filled(pd.DataFrame({"b": [0.5]}, index=["01"]), basis=COMPUTED)
    assert record.given.loc["01"].dropna().to_dict() == {"a": 0.25}


@pytest.mark.parametrize(
    ("rows", "kind", "name"),
    [
        (observed([("01", "y", 0.1, None)]), "indicator", "y"),
        (observed([("99", "x", 0.1, None)]), "unit", "99"),
        (observed([("02", "x", 0.1, None)], universe=34), "unit", "02"),
        (observed([("01", "x", 0.1, None)], framework="G"), "framework", "G"),
        (observed([("01", "x", 0.1, None)], universe=64), "universe", "64"),
    ],
)
def test_unknown_names_are_refused_by_name(rows, kind, name):
    with pytest.raises(UnknownNames) as raised:
        read(rows)
    assert (raised.value.kind, raised.value.names) == (kind, [name])
