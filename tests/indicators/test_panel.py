import numpy as np
import pandas as pd
import pytest

from indicators.errors import UnknownNames
from indicators.panel import RANKING_COLUMNS, Results, assemble
from tests.indicators.small import lenses, observed, tree

F, G = tree(("x", "", 1000), ("a", "x", 600), ("b", "x", 400)), tree(("x", "", "", "none"), ("a", "x", ""), name="G")
EDITIONS = pd.DataFrame({"framework": ["F", "G"], "points_total": [1000, None]})
PROVINCES = pd.DataFrame({"universe": [63, 63, 63, 34, 34], "province_code": ["01", "02", "03", "01", "03"]})
MERGERS = pd.DataFrame(
    [("01", "A", "01", "A"), ("02", "B", "03", "C"), ("03", "C", "03", "C")],
    columns=["old_code", "old_name_vi", "new_code", "new_name_vi"],
)
MEMBERS = lenses(("l", "first", "a"), framework="F")


def results(*frames: pd.DataFrame) -> Results:
    return assemble(
        pd.concat(frames, ignore_index=True), frameworks={"F": F, "G": G}, editions=EDITIONS, lenses=MEMBERS,
        provinces=PROVINCES, mergers=MERGERS,
    )  # fmt: skip


def rows(found: Results, *, indicator: str = "x", period: int = 2022, universe: int = 63) -> pd.DataFrame:
    frame = found.ranking
    keep = (frame["indicator"] == indicator) & (frame["period"] == period) & (frame["universe"] == universe)
    return frame[keep].set_index("province_code")


ALL = [("01", "x", 0.9, 1), ("02", "x", 0.5, 2), ("03", "x", 0.5, 3)]
SOME = [("01", "x", 0.9, 1), ("02", "x", None, 7)]


def test_one_row_wherever_something_is_known_in_the_columns_of_the_contract():
    frame = results(observed(SOME + [("03", "a", 0.5, None)])).ranking
    assert list(frame.columns) == RANKING_COLUMNS
    keys = frame[["indicator", "province_code"]].to_numpy().tolist()
    assert keys == [["x", "01"], ["x", "02"], ["a", "03"]]


def test_ranks_tie_and_say_of_how_many():
    found = rows(results(observed(ALL)))
    assert found["rank"].tolist() == [1, 2, 2] and set(found["of"]) == {3}
    assert found["rank_published"].tolist() == [1, 2, 3]


def test_no_rank_from_a_part_of_the_units_but_the_printed_one_stands():
    found = rows(results(observed(SOME)))
    assert found["rank"].isna().all() and found["rank_published"].tolist() == [1, 7]
    assert np.isnan(found.at["02", "value"]) and found.at["02", "basis"] == "published"


def test_a_published_value_wins_and_a_computed_one_fills():
    parts = [(unit, code, value, None) for unit, pair in {"01": (1.0, 0.5), "02": (0.2, 0.2), "03": (0.1, 0.1)}.items() for code, value in zip("ab", pair, strict=True)]
    found = rows(results(observed([*parts, ("01", "x", 0.81, None)])))
    assert found["value"].tolist() == [0.81, pytest.approx(0.2), pytest.approx(0.1)]
    assert found["basis"].tolist() == ["published", "computed", "computed"] and found["rank"].tolist() == [1, 2, 3]


def test_published_columns_tie_at_their_printed_decimals_and_mixed_ones_do_not():
    close = [("01", "x", 0.48801, None), ("02", "x", 0.48804, None), ("03", "x", 0.1, None)]
    assert rows(results(observed(close)))["rank"].tolist() == [1, 1, 3]
    derived = observed(close[:1], basis="derived")
    assert rows(results(derived, observed(close[1:])))["rank"].tolist() == [2, 1, 3]


def test_the_change_of_rank():
    before, after = observed(ALL, period=2021), observed([("01", "x", 0.1, None), ("02", "x", 0.5, None), ("03", "x", 0.6, None)])
    found = results(before, after)
    assert rows(found)["rank_change"].tolist() == [-2, 0, 1]
    assert rows(found, period=2021)["rank_change"].isna().all()


def test_self_assessments_never_enter_the_published_ranking():
    found = results(observed(SOME), observed([("03", "x", 0.99, None)], assessor="self"))
    assert "03" not in rows(found).index


def test_the_34_units_are_back_cast_where_the_63_are_complete():
    found = results(observed(ALL))
    new = rows(found, universe=34)
    assert new["value"].to_dict() == {"01": 0.9, "03": 0.5} and set(new["basis"]) == {"derived"}
    assert new["rank"].tolist() == [1, 2] and set(new["of"]) == {2} and new["rank_published"].isna().all()
    assert rows(results(observed(SOME)), universe=34).empty


def test_an_index_that_is_computed_for_all_the_63_is_back_cast_too():
    leaves = [(unit, code, value, None) for unit, pair in {"01": (1, 0.5), "02": (0.2, 0.2), "03": (0.4, 0.1)}.items() for code, value in zip("ab", pair, strict=True)]
    new = rows(results(observed(leaves)), universe=34)
    assert new["value"].to_dict() == {"01": pytest.approx(0.8), "03": pytest.approx(0.6 * 0.3 + 0.4 * 0.15)}
    assert set(new["basis"]) == {"derived"}
    assert rows(results(observed(leaves[1:])), universe=34).empty


def test_what_is_published_on_the_34_stands_and_is_ranked_together_with_the_back_cast():
    found = results(observed(ALL), observed([("03", "x", 0.95, 2)], universe=34))
    new = rows(found, universe=34)
    assert new["value"].to_dict() == {"01": 0.9, "03": 0.95} and new["basis"].tolist() == ["derived", "published"]
    assert new["rank"].tolist() == [2, 1]
    told = found.finding[found.finding["universe"] == 34]
    assert told[["rule", "province_code", "found", "expected"]].to_numpy().tolist() == [
        ["rank-mismatch", "03", 2.0, 1.0],
        ["backcast-differs", "03", 0.95, 0.5],
    ]


def test_breakdown_only_where_the_points_are_known():
    frame = results(observed([("01", "x", 0.75, None), ("01", "a", 0.9, None), ("01", "b", 0.5, None)]), observed([("01", "a", 0.4, None)], framework="G")).breakdown
    of_f = frame[frame["framework"] == "F"]
    assert of_f["points"].tolist() == [540.0, 200.0, 10.0] and of_f["indicator"].tolist() == ["a", "b", "rounding"]
    of_g = frame[frame["framework"] == "G"]
    assert of_g["value"].tolist() == [0.4] and of_g["points"].isna().all()


def test_lens_scores_of_every_record():
    frame = results(observed([(unit, "a", value, None) for unit, value in zip(("01", "02", "03"), (0.1, 0.2, 0.3), strict=True)])).lens_score
    assert frame["rank"].tolist() == [3, 2, 1] and frame["of"].tolist() == [3, 3, 3]


def test_findings_name_their_cell():
    frame = results(observed(ALL)).finding
    assert frame[["rule", "period", "universe", "province_code", "indicator", "found", "expected"]].to_numpy().tolist() == [
        ["rank-mismatch", 2022, 63, "03", "x", 3.0, 2.0]
    ]


def test_an_empty_record_gives_empty_frames_with_their_columns():
    found = results(observed([]))
    assert all(frame.empty and len(frame.columns) for frame in (found.ranking, found.breakdown, found.lens_score, found.finding))


def test_unknown_names_are_refused():
    with pytest.raises(UnknownNames, match="y"):
        results(observed([("01", "y", 0.5, None)]))


def test_the_order_of_rows_does_not_matter():
    frame = pd.concat([observed(ALL), observed([("01", "a", 0.9, None)], period=2021)], ignore_index=True)
    shuffled = frame.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(results(frame).ranking, results(shuffled).ranking)
