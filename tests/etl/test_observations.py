from dataclasses import dataclass

import pandas as pd

from etl import observations
from tests.etl.small import DA_NANG, HUE, rows


@dataclass
class Read:
    rows: pd.DataFrame


def values(frame):
    return dict(zip(frame["province_code"], frame["value"], strict=True))


def test_the_later_workbook_wins_cell_by_cell():
    stacked = observations.stack([Read(rows({HUE: 0.1, DA_NANG: 0.2})), Read(rows({HUE: 0.3}))])
    assert values(stacked) == {HUE: 0.3, DA_NANG: 0.2}


def test_nothing_read_is_an_empty_frame_with_all_columns():
    assert list(observations.stack([]).columns) == observations.COLUMNS


def test_another_assessor_is_another_cell():
    both = observations.replace(rows({HUE: 0.1}), rows({HUE: 0.3}, assessor="self"))
    assert list(both["value"]) == [0.1, 0.3]


def test_rows_stand_in_the_order_of_the_key():
    assert list(observations.replace(rows({DA_NANG: 0.2}), rows({HUE: 0.1}))["province_code"]) == [HUE, DA_NANG]
