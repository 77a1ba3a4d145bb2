import pandas as pd
import pytest

from etl import build, store, warehouse
from etl.build import InputsBroken
from tests.etl.small import HUE, event, rows, table


def test_the_same_inputs_give_the_same_build_and_make_it_once(own_store):
    steps: list[str] = []
    again = build.build(lambda step, done, total: steps.append(step))
    assert again == store.current()
    assert steps == ["done"]


def test_progress_is_told_step_by_step(own_store):
    told: list[tuple[str, int, int]] = []
    event(rows({HUE: 0.9}))
    build.build(lambda *step: told.append(step))
    assert told == [*((step, n, 4) for n, step in enumerate(("reference", "read", "compute", "write"))), ("done", 1, 1)]


def test_a_published_return_gives_another_build_that_holds_it(own_store):
    before = store.current()
    done = event(rows({HUE: 0.9}))
    after = build.ensure_current()
    assert after != before and store.current() == after
    ranking = warehouse.table(after, "ranking")
    hue = ranking[(ranking["province_code"] == HUE) & (ranking["indicator"] == "dti") & (ranking["period"] == 2022) & (ranking["universe"] == 63)]
    assert (hue["value"].item(), hue["rank"].item()) == (0.9, 1)
    about = warehouse.table(after, "build")
    assert (about["n_returns"].item(), about["newest_event"].item()) == (1, done.id)


def test_a_lost_pointer_mends_itself(own_store):
    current = store.current()
    (own_store / "CURRENT").unlink()
    assert build.ensure_current() == current
    assert store.current() == current


def test_a_lost_build_is_made_again(own_store):
    current = build.ensure_current()
    store.build_file(current).unlink()
    assert store.current() is None
    assert build.ensure_current() == current
    assert store.build_file(current).is_file()


def test_a_broken_input_names_every_problem_and_leaves_the_old_build(own_store, tmp_path, monkeypatch):
    before = store.current()
    broken = tmp_path / "dti-broken.csv"
    broken.write_bytes(table({HUE: 7.5}).replace("Thừa Thiên Huế,7.5".encode(), "Thừa Thiên Huế,7.5\n2,Đà Nẵng,abc".encode()))
    monkeypatch.setattr(build, "bundled_workbooks", lambda: [broken])
    with pytest.raises(InputsBroken) as caught:
        build.build()
    told = {(file, problem.rule, problem.cell) for file, problem in caught.value.problems}
    assert told == {("dti-broken.csv", "out-of-range", "C4"), ("dti-broken.csv", "not-a-number", "C5")}
    assert store.current() == before


def test_a_change_of_any_input_changes_the_fingerprint(own_store, tmp_path, monkeypatch):
    before = build.fingerprint([])
    other = tmp_path / "extra.xlsx"
    other.write_bytes(b"x")
    workbooks = build.bundled_workbooks()
    monkeypatch.setattr(build, "bundled_workbooks", lambda: [*workbooks, other])
    assert build.fingerprint([]) != before


def test_every_observation_leads_to_a_cell_of_a_bundled_workbook(built):
    observed = warehouse.table(built, "observation")
    names = {file.name for file in build.bundled_workbooks()}
    assert set(observed["workbook"]) <= names
    assert observed["cell"].str.fullmatch(r"[A-Z]+[0-9]+").all()
    assert pd.isna(observed["event_id"]).all()


def test_ranks_are_told_with_their_intervals_where_points_and_units_are_known(built):
    intervals = warehouse.table(built, "rank_interval")
    editions = intervals.groupby(["framework", "period", "universe"]).size().to_dict()
    assert editions == {("QD922-2022", period, size): size for period in (2022, 2023) for size in (63, 34)}
    ranking = warehouse.query(built, "ranking", framework="QD922-2022", period=2023, universe=63, indicator="dti", lang="vi")
    own = intervals[(intervals["period"] == 2023) & (intervals["universe"] == 63)].set_index("province_code")
    assert own["rank"].to_dict() == ranking.set_index("province_code")["rank"].to_dict()
    assert own["rank"].between(own["p05"], own["p95"]).all()
    hue = own.loc[HUE]
    assert (hue["rank"], hue["p05"], hue["p95"]) == (3, 3, 4)


def test_what_follows_from_a_secondary_source_rests_on_it(built):
    def resting(**asked):
        rows = warehouse.query(built, "ranking", lang="vi", **asked)
        return set(rows.loc[rows["on_secondary"], "province_code"]), set(rows["province_code"])

    observed = warehouse.table(built, "observation").query("universe == 63 and period == 2023 and indicator == 'dti'")
    stated = set(observed.loc[observed["source_kind"] == "secondary", "province_code"])
    edition = {"framework": "QD922-2022", "period": 2023}
    assert resting(**edition, universe=63, indicator="dti")[0] == stated
    every, units = resting(**edition, universe=63, indicator="other_common_indicators")
    assert every == units and len(units) == 63  # the residual follows from infrastructure, known from a re-use alone
    merged = warehouse.table(built, "merger")
    formed = set(merged.loc[merged["old_code"].isin(stated), "new_code"])
    assert resting(**edition, universe=34, indicator="dti")[0] == formed
    assert resting(framework="QD922-2022", period=2022, universe=34, indicator="dti")[0] == set()
