import pandas as pd

from etl import changes
from tests.etl.small import DA_NANG, HA_NOI, HUE, rows


def test_new_changed_and_gone_cells_are_told_and_others_are_not():
    found = changes.between(rows({HUE: 0.1, DA_NANG: 0.2}), rows({HUE: 0.1, HA_NOI: 0.4}))
    assert list(found[["province_code", "change"]].itertuples(index=False, name=None)) == [(HA_NOI, "new"), (DA_NANG, "gone")]
    assert found["value_after"].iloc[0] == 0.4 and pd.isna(found["value_before"].iloc[0])
    assert changes.counts(found) == {"new": 1, "changed": 0, "gone": 1}


def test_a_rank_or_a_value_that_differs_is_a_change():
    before = rows({HUE: 0.1, DA_NANG: None, HA_NOI: None})
    after = before.assign(rank_published=pd.array([4, 7, None], dtype="Int64"), value=[0.2, None, None])
    found = changes.between(before, after)
    assert list(found["province_code"]) == [HUE, DA_NANG]
    assert set(found["change"]) == {"changed"}
    assert list(found["rank_after"]) == [4, 7]


def test_another_source_of_the_same_figure_is_no_change():
    assert changes.between(rows({HUE: 0.1}), rows({HUE: 0.1}, workbook="other.xlsx")).empty
