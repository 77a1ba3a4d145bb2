import numpy as np
import pandas as pd

from indicators import findings
from indicators.rank import of_all
from tests.indicators.small import COMMON, PILLARS, decision_922, lenses, record_of, tree
from tests.indicators.test_breakdown import HUE_MAINS
from tests.indicators.test_residual import HUE_2021

TREE = decision_922()
PAIR = tree(("x", "", 1), ("a", "x", 1), ("b", "x", 1))


def ranked(values: dict[str, float], printed: dict[str, int], **same):
    record = record_of(PAIR, {unit: {"x": value} for unit, value in values.items()}, ranks={unit: {"x": rank} for unit, rank in printed.items()}, **same)
    return record, of_all(record.values)


def told(frame: pd.DataFrame) -> list[tuple]:
    return list(zip(frame["province_code"], frame["found"], frame["expected"], strict=True))


def test_a_printed_rank_that_the_values_contradict():
    record, ranks = ranked({"01": 0.3, "02": 0.2, "03": 0.1}, {"01": 1, "02": 3})
    frame = findings.rank_mismatch(record, ranks)
    assert told(frame) == [("02", 3, 2)]
    assert frame.iloc[0][["rule", "indicator", "period", "note_key"]].tolist() == ["rank-mismatch", "x", 2022, "findings.rank_mismatch"]
    assert findings.rank_order(record, ranks).empty


def test_in_a_table_with_gaps_only_contradictory_orders_count():
    record, ranks = ranked({"01": 0.3, "02": 0.2, "03": np.nan}, {"01": 4, "02": 9})
    assert findings.rank_mismatch(record, ranks).empty and findings.rank_order(record, ranks).empty
    record, ranks = ranked({"01": 0.2, "02": 0.3, "03": np.nan}, {"01": 4, "02": 9, "03": 1})
    assert told(findings.rank_order(record, ranks)) == [("02", 9, 4)]


def test_two_different_values_at_one_rank_contradict():
    record, ranks = ranked({"01": 0.2, "02": 0.3, "03": np.nan}, {"01": 4, "02": 4})
    assert told(findings.rank_order(record, ranks)) == [("02", 4, 4)]


def test_differences_within_the_printed_precision_do_not_count():
    record, ranks = ranked({"01": 0.48, "02": 0.4821, "03": np.nan}, {"01": 4, "02": 9})
    assert len(findings.rank_order(record, ranks)) == 1
    record, ranks = ranked({"01": 0.48, "02": 0.4821, "03": np.nan}, {"01": 4, "02": 9}, decimals=2)
    assert findings.rank_order(record, ranks).empty


def test_an_index_that_its_parts_do_not_give():
    assert findings.value_differs(record_of(TREE, {"46": HUE_MAINS})).empty
    frame = findings.value_differs(record_of(TREE, {"46": HUE_MAINS | {"dti": 0.6977}}))
    assert frame["indicator"].tolist() == ["dti"] and frame["found"].tolist() == [0.6977]
    assert abs(frame["expected"].iloc[0] - 0.69746) < 1e-12


def test_rounding_of_two_decimals_is_allowed_for():
    values = {"46": {"x": 0.5, "a": 0.504, "b": 0.504}}
    assert len(findings.value_differs(record_of(PAIR, values))) == 1
    assert findings.value_differs(record_of(PAIR, values, decimals=2)).empty


def test_an_index_with_a_part_unknown_is_not_checked():
    assert findings.value_differs(record_of(PAIR, {"46": {"x": 0.9, "a": 0.1}})).empty


def test_a_published_pillar_that_the_lens_does_not_give():
    from indicators.completion import completed
    from indicators.lens import scores

    through = lenses(*(("pillars", pillar, code) for pillar in PILLARS for code in [*COMMON, f"{pillar}_activity"]))
    sound, _ = completed(record_of(TREE, {"46": HUE_2021}), min_coverage=2 / 3)
    assert findings.pillar_differs(sound, scores(sound, through)).empty
    wrong, _ = completed(record_of(TREE, {"46": HUE_MAINS | {"digital_government": 0.9}}), min_coverage=2 / 3)
    frame = findings.pillar_differs(wrong, scores(wrong, through))
    assert frame["indicator"].tolist() == ["digital_government"] and frame["rule"].tolist() == ["pillar-differs"]


def test_a_published_value_of_a_new_unit_that_is_not_the_mean_of_its_constituents():
    record = record_of(PAIR, {"48": {"x": 0.7069}, "46": {"x": 0.7951}})
    cast = pd.DataFrame({"x": [0.7069, 0.79]}, index=["48", "46"])
    assert told(findings.backcast_differs(record, cast)) == [("46", 0.7951, 0.79)]


def test_a_derivation_beyond_its_bounds():
    record = record_of(PAIR, {"46": {"x": 0.5}})
    derived = pd.DataFrame({"a": [1.2]}, index=["46"])
    assert told(findings.infeasible_residual(record, derived, derived > 1)) == [("46", 1.2, 1.0)]
