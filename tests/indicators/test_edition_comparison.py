import numpy as np
import pandas as pd
import pytest

from indicators.edition_comparison import bridged_series, compare_editions
from indicators.framework import from_frame

COLUMNS = ["code", "parent", "weight", "direction", "name_vi"]
OLD = from_frame(pd.DataFrame([("i", "", 1, 1, "I"), ("a", "i", 50, 1, "A"), ("b", "i", 25, 1, "B"), ("c", "i", 25, 1, "C")], columns=COLUMNS), id="old")
NEW = from_frame(pd.DataFrame([("i", "", 1, 1, "I"), ("a", "i", 40, 1, "A"), ("b", "i", 25, 1, "B mới"), ("d", "i", 35, 1, "D")], columns=COLUMNS), id="new")


def test_what_became_of_each():
    table = compare_editions(OLD, NEW).set_index("code")
    assert list(table.index) == ["i", "a", "b", "d", "c"]
    assert table["change"].to_dict() == {"i": "same", "a": "reweighted", "b": "renamed", "d": "added", "c": "removed"}
    assert table.at["a", "share_change"] == pytest.approx(-0.1)
    assert table.at["b", "renamed"] and np.isnan(table.at["d", "share_old"])


def test_a_frame_without_names_has_none_renamed():
    assert not compare_editions(OLD, NEW, name_column="name_xx")["renamed"].any()


def test_a_bridged_series_rests_on_what_is_common():
    old = pd.DataFrame({"a": [0.2, 0.4], "b": [0.6, 0.6], "c": [1, 1]}, index=pd.MultiIndex.from_product([[2023], ["u", "v"]]))
    new = pd.DataFrame({"a": [0.4, np.nan], "b": [0.6, 0.6], "d": [0, 0]}, index=pd.MultiIndex.from_product([[2024], ["u", "v"]]))
    found = bridged_series(old, new, weights_of=NEW)
    assert found.common == ["a", "b"] and found.share == pytest.approx(0.65) and found.comparable
    assert found.values.at[2023, "u"] == pytest.approx((40 * 0.2 + 25 * 0.6) / 65)
    assert np.isnan(found.values.at[2024, "v"])
    assert bridged_series(old, new[["d"]], weights_of=NEW).comparable is False
