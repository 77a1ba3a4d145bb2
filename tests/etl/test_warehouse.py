import threading

import pandas as pd
import pytest

from etl import store, warehouse

FRAMEWORK = {"framework": "F", "family": "dti", "root": "r", "name_vi": "a", "name_en": "b", "first_period": 2020}
RANKING = {"framework": "F", "period": 2020, "universe": 63, "indicator": "r", "of": 63, "basis": "published"}
PROVINCE = {"universe": 63, "name_vi": "A", "full_name_vi": "A", "name_en": "A", "unit_type": "t", "regions": ["r"], "sort_key": "a", "folded": "a"}


@pytest.fixture(autouse=True)
def _store(empty_store):
    """Each test writes to a store of its own."""


def tables(*, values):
    codes = [f"{n:02d}" for n in range(len(values))]
    rows = [RANKING | {"province_code": code, "value": value, "rank": None} for code, value in zip(codes, values, strict=True)]
    rows[0]["rank"] = None
    units = [PROVINCE | {"province_code": code} for code in codes]
    return {"framework": pd.DataFrame([FRAMEWORK]), "province": pd.DataFrame(units), "ranking": pd.DataFrame(rows)}


def test_a_build_is_read_as_it_was_written(empty_store):
    file = warehouse.write("b1", tables(values=[0.5, None]))
    assert file == store.build_file("b1")
    read = warehouse.table("b1", "ranking")
    assert list(read["value"].fillna(-1)) == [0.5, -1]
    assert list(read.columns)[:4] == ["framework", "period", "universe", "indicator"]


def test_a_whole_number_column_with_gaps_stays_whole(empty_store):
    frames = tables(values=[0.5, 0.4])
    frames["ranking"]["rank_published"] = [4, None]
    warehouse.write("b1", frames)
    assert warehouse.table("b1", "ranking")["rank_published"].dtype == "Int64"


def test_a_broken_identity_leaves_nothing_behind(empty_store):
    with pytest.raises(warehouse.ChecksFailed) as caught:
        warehouse.write("b1", tables(values=[1.5]))
    assert list(caught.value.rows) == ["no_value_outside_its_range"]
    assert list((empty_store / "builds").iterdir()) == []


def test_a_column_too_many_is_an_error(empty_store):
    frames = tables(values=[0.5])
    frames["ranking"]["colour"] = "red"
    with pytest.raises(Exception, match="colour"):
        warehouse.write("b1", frames)
    assert list((empty_store / "builds").iterdir()) == []


def test_a_build_that_is_gone_says_so(empty_store):
    with pytest.raises(warehouse.UnknownBuild) as caught:
        warehouse.table("gone", "ranking")
    assert caught.value.build_id == "gone"


def test_many_threads_read_at_once(empty_store):
    warehouse.write("b1", tables(values=[0.5] * 34))
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(warehouse.table("b1", "ranking")))) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [34] * 32
