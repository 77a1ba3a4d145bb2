import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.units import backcast, constituents, predecessor, successor

MERGERS = pd.DataFrame(
    [
        ("24", "Bắc Giang", "24", "Bắc Ninh"),
        ("27", "Bắc Ninh", "24", "Bắc Ninh"),
        ("46", "Thừa Thiên Huế", "46", "Huế"),
        ("48", "Đà Nẵng", "48", "Đà Nẵng"),
        ("49", "Quảng Nam", "48", "Đà Nẵng"),
    ],
    columns=["old_code", "old_name_vi", "new_code", "new_name_vi"],
)


def test_there_and_back():
    assert successor("49", MERGERS) == "48" and successor("27", MERGERS) == "24"
    assert predecessor("48", MERGERS) == "48" and predecessor("46", MERGERS) == "46"


def test_a_code_of_the_34_is_not_the_same_code_of_the_63():
    assert constituents("24", MERGERS) == ["27", "24"]
    assert predecessor("24", MERGERS) == "27"


@pytest.mark.parametrize(("find", "where"), [(successor, "63"), (constituents, "34"), (predecessor, "34")])
def test_unknown_units_are_named(find, where):
    with pytest.raises(UnknownNames) as raised:
        find("99", MERGERS)
    assert raised.value.names == ["99"] and raised.value.where == where


def test_the_ministrys_rule():
    old = pd.DataFrame({"dti": [0.8335, 0.5803, 0.7951], "main": [0.9, np.nan, 0.5]}, index=["48", "49", "46"])
    new = backcast(old, mergers=MERGERS)
    assert new["dti"].to_dict() == {"46": 0.7951, "48": pytest.approx(0.7069)}
    assert np.isnan(new.at["48", "main"]) and new.at["46", "main"] == 0.5


def test_a_constituent_without_a_row_is_a_missing_constituent():
    old = pd.DataFrame({"dti": [0.8335, np.nan]}, index=["48", "49"])
    assert backcast(old, mergers=MERGERS)["dti"].isna().all()
