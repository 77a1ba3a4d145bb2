import pandas as pd

from indicators.recasting import with_backcasts
from indicators.record import DERIVED, PUBLISHED, from_observations
from tests.indicators.small import observed, tree
from tests.indicators.test_panel import MERGERS

PAIR = tree(("x", "", 1), ("a", "x", 1), ("b", "x", 1))
UNITS = {63: pd.Index(["01", "02", "03"]), 34: pd.Index(["03", "01"])}
COMPLETE = [("01", "x", 0.9, None), ("02", "x", 0.6, None), ("03", "x", 0.5, None), ("02", "a", 0.2, None)]


def recast(*frames: pd.DataFrame):
    records = from_observations(pd.concat(frames), frameworks={"F": PAIR}, units=UNITS)
    return with_backcasts(records, mergers=MERGERS, new_units=UNITS[34], min_coverage=2 / 3)


def test_a_complete_period_is_told_on_the_new_units_in_their_order():
    new, old = recast(observed(COMPLETE))
    assert (old.record.universe, old.cast, new.record.universe) == (63, None, 34)
    assert new.record.values["x"].to_dict() == {"03": 0.55, "01": 0.9} and (new.record.basis["x"] == DERIVED).all()
    assert new.record.values["a"].isna().all(), "one of the constituents has no value"
    assert new.cast is not None and list(new.cast.index) == ["03", "01"]


def test_what_is_published_for_a_new_unit_stands():
    new, _ = recast(observed(COMPLETE), observed([("03", "x", 0.7, 1)], universe=34))
    assert new.record.values["x"].to_dict() == {"03": 0.7, "01": 0.9}
    assert new.record.basis["x"].to_dict() == {"03": PUBLISHED, "01": DERIVED}
    assert new.record.rank_published.at["03", "x"] == 1


def test_a_period_with_a_gap_is_not_recast():
    (only,) = recast(observed(COMPLETE[1:]))
    assert only.record.universe == 63


def test_other_periods_are_left_alone():
    told = recast(observed(COMPLETE), observed([("01", "x", 0.1, None)], period=2023, universe=34))
    assert [(each.record.period, each.record.universe, each.cast is None) for each in told] == [
        (2022, 34, False), (2022, 63, True), (2023, 34, True),
    ]  # fmt: skip
