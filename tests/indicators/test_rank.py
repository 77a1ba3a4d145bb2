import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.rank import competition, of_all


def test_ties_share_a_rank_and_the_next_is_skipped():
    assert competition(pd.Series([0.9, 0.5, 0.5, 0.1])).tolist() == [1, 2, 2, 4]


def test_a_missing_value_has_no_rank():
    ranks = competition(pd.Series([0.9, np.nan, 0.5]))
    assert ranks.dtype == "Int64" and ranks.isna().tolist() == [False, True, False] and ranks[2] == 2


def test_published_values_tie_at_the_printed_precision_and_computed_ones_do_not():
    values = pd.Series([0.48801, 0.48804])
    assert competition(values, decimals=4).tolist() == [1, 1]
    assert competition(values).tolist() == [2, 1]


def test_floating_point_noise_does_not_break_a_tie():
    assert competition(pd.Series([0.1 + 0.2, 0.3])).tolist() == [1, 1]


def test_no_rank_where_some_unit_has_no_value():
    ranks = of_all(pd.DataFrame({"all": [0.2, 0.3], "some": [0.2, np.nan]}))
    assert ranks["all"].tolist() == [2, 1] and ranks["some"].isna().all()


def test_each_column_has_its_own_precision():
    values = pd.DataFrame({"printed": [0.48801, 0.48804], "computed": [0.48801, 0.48804]})
    ranks = of_all(values, decimals=pd.Series({"printed": 4, "computed": pd.NA}, dtype="Int64"))
    assert ranks["printed"].tolist() == [1, 1] and ranks["computed"].tolist() == [2, 1]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_a_rank_is_one_more_than_the_number_ahead(values):
    ranks = competition(pd.Series(values, dtype=float))
    assert ranks.tolist() == [1 + sum(other > value for other in values) for value in values]
