"""What is published is reproduced: ranks, totals, identities, the ministry's rule for the 34 units."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from etl import reference
from indicators.bridge import overtaken
from indicators.panel import Results, assemble
from indicators.scoring import score
from indicators.units import backcast
from tests.golden.published import observations

FULLY_PUBLISHED_2022 = {"22": "Quảng Ninh", "46": "Thừa Thiên Huế", "48": "Đà Nẵng", "79": "Hồ Chí Minh", "92": "Cần Thơ"}


@cache
def results() -> Results:
    known = reference.load()
    return assemble(
        observations(), frameworks=known.frameworks, editions=known.editions, lenses=known.lenses,
        provinces=known.provinces, mergers=known.mergers,
    )  # fmt: skip


def ranking(framework: str, period: int, indicator: str, universe: int = 63) -> pd.DataFrame:
    frame = results().ranking
    keys = ["framework", "period", "indicator", "universe"]
    return frame[(frame[keys] == [framework, period, indicator, universe]).all(axis=1)].set_index("province_code")


def published(framework: str, period: int, universe: int = 63) -> pd.DataFrame:
    """Printed values, units × indicators."""
    rows = observations().query("framework == @framework and period == @period and universe == @universe")
    return rows.pivot(index="province_code", columns="indicator", values="value")


def test_all_63_ranks_of_2022():
    rows = ranking("QD922-2022", 2022, "dti")
    assert len(rows) == 63 and (rows["of"] == 63).all() and (rows["basis"] == "published").all()
    assert rows["rank"].tolist() == rows["rank_published"].tolist()
    assert rows.loc[["38", "15"], "rank"].tolist() == [15, 15] and 16 not in rows["rank"].tolist()
    assert rows.loc["46", ["rank", "rank_change"]].tolist() == [4, -2]


@pytest.mark.parametrize("code", FULLY_PUBLISHED_2022, ids=FULLY_PUBLISHED_2022.get)
def test_the_index_of_2022_from_its_eight_main_indicators(code):
    framework = reference.load().frameworks["QD922-2022"]
    mains = published("QD922-2022", 2022).loc[[code]].dropna(axis=1).drop(columns="dti")
    assert len(mains.columns) == 8
    computed = score(mains, framework).values.at[code, "dti"]
    assert computed == pytest.approx(ranking("QD922-2022", 2022, "dti").at[code, "value"], abs=1e-4)


def test_the_breakdowns_of_2022_sum_to_the_index():
    rows = results().breakdown.query("framework == 'QD922-2022' and period == 2022 and universe == 63")
    sums = rows.groupby("province_code")["points"].sum()
    assert len(sums) == 63
    assert (sums - 1000 * ranking("QD922-2022", 2022, "dti")["value"]).abs().max() < 1e-9
    assert rows.loc[rows["indicator"] == "rounding", "points"].abs().max() <= 0.1
    leaves = rows[rows["indicator"] == "cybersecurity"]["province_code"]
    assert set(leaves) == set(FULLY_PUBLISHED_2022)


def test_the_block_is_feasible_for_every_province_of_2022():
    block = ranking("QD922-2022", 2022, "other_common_indicators")
    assert len(block) == 63 and block["value"].between(0, 1).all() and block["rank"].notna().all()
    assert set(block["basis"]) == {"derived"}


def test_the_block_of_the_fully_published_is_what_its_four_indicators_are():
    four = published("QD922-2022", 2022)[["digital_awareness", "digital_institutions", "digital_human_resources", "cybersecurity"]].dropna()
    block = ranking("QD922-2022", 2022, "other_common_indicators").loc[four.index, "value"]
    assert (400 * block - 100 * four.sum(axis=1)).abs().max() <= 0.08


def test_the_identity_of_2020():
    framework = reference.load().frameworks["QD1726-2020"]
    values = published("QD1726-2020", 2020).dropna()
    assert len(values) == 9
    computed = score(values.drop(columns="dti"), framework).values["dti"]
    by_hand = 0.4 * values["digital_government"] + 0.3 * values["digital_economy"] + 0.3 * values["digital_society"]
    assert (computed - by_hand).abs().max() < 1e-12
    assert (computed - values["dti"]).abs().max() <= 1e-4


def test_the_18_derivations_of_2021():
    complete = published("QD922-2022", 2021)[["dti", "digital_government", "digital_economy", "digital_society"]].dropna().index
    assert len(complete) == 18
    for code in ("common", "digital_government_activity", "digital_economy_activity", "digital_society_activity"):
        derived = ranking("QD922-2022", 2021, code)
        assert set(derived.index) == set(complete) and set(derived["basis"]) == {"derived"}
        assert derived["value"].between(0, 1).all() and derived["rank"].isna().all()
    assert 500 * ranking("QD922-2022", 2021, "common").at["46", "value"] == pytest.approx(320.09)
    sums = results().breakdown.query("period == 2021").groupby("province_code")["points"].sum()
    assert len(sums) == 18 and sums["46"] == pytest.approx(587.2)


def test_the_pillars_of_2021_agree_with_the_lens():
    lens = results().lens_score.query("lens == 'pillars' and period == 2021")
    printed = published("QD922-2022", 2021)
    assert len(lens) == 3 * 18
    for row in lens.itertuples():
        assert row.value == pytest.approx(printed.at[row.province_code, row.category], abs=1e-9)


def test_the_pillars_of_2022_are_computed_for_all():
    lens = results().lens_score.query("lens == 'pillars' and period == 2022 and universe == 63")
    assert len(lens) == 3 * 63 and lens["rank"].notna().all() and (lens["coverage"] == 1).all()


def test_partial_years_are_not_ranked_by_us():
    for framework, period, of_printed in (("QD1726-2020", 2020, 27), ("QD922-2022", 2021, 22)):
        rows = ranking(framework, period, "dti")
        assert rows["rank"].isna().all() and rows["rank_published"].notna().sum() == of_printed


def test_the_34_units_of_2024():
    rows = ranking("QD405-2025", 2024, "dti", universe=34)
    assert len(rows) == 34
    printed = rows["rank_published"].notna()
    assert rows.loc[printed, "rank"].tolist() == rows.loc[printed, "rank_published"].tolist()
    assert rows.loc[["01", "46", "31", "79", "48"], "rank"].tolist() == [1, 2, 3, 4, 17]
    assert set(rows.loc[rows["value"].notna() & ~printed, "basis"]) == {"derived"}


@pytest.mark.parametrize("code", ["01", "31", "46", "48", "79"])
def test_the_ministrys_rule_gives_the_published_values_of_2024(code):
    cast = backcast(published("QD405-2025", 2024)[["dti"]], mergers=reference.load().mergers)
    assert cast.at[code, "dti"] == pytest.approx(published("QD405-2025", 2024, 34).at[code, "dti"], abs=1e-4)


@pytest.mark.parametrize(("code", "period"), [("48", 2019), ("48", 2023), ("58", 2020)])
def test_the_ict_index_is_the_plain_mean_of_three(code, period):
    values = published("ICT-INDEX", period).loc[[code]]
    mains = values[["technical_infrastructure", "human_infrastructure", "it_application"]]
    computed = score(mains, reference.load().frameworks["ICT-INDEX"]).values.at[code, "ict_index"]
    assert computed == pytest.approx(mains.mean(axis=1)[code], abs=1e-12)
    assert computed == pytest.approx(values.at[code, "ict_index"], abs=1e-4)


def test_an_ict_index_that_no_source_prints_is_computed():
    row = ranking("ICT-INDEX", 2020, "ict_index").loc["93"]
    assert row["basis"] == "computed" and row["rank_published"] == 32
    assert row["value"] == pytest.approx((0.4332 + 0.6203 + 0.1997) / 3)


def test_the_eighteen_ranks_of_hue():
    codes = {
        "ict_index": [5, 2, 2], "technical_infrastructure_agencies": [9, 5, 1], "human_infrastructure_agencies": [19, 1, 2],
        "it_application": [2, 1, 4], "internal_it_application": [8, 2, 4], "online_public_services": [1, 1, 4],
    }  # fmt: skip
    for code, printed in codes.items():
        assert [ranking("ICT-INDEX", year, code).at["46", "rank_published"] for year in (2018, 2019, 2020)] == printed


def test_all_that_the_record_contradicts():
    found = results().finding
    assert found[["rule", "framework", "period", "province_code", "indicator", "found", "expected"]].to_numpy().tolist() == [
        ["rank-order", "ICT-INDEX", 2023, "27", "ict_index", 4.0, 3.0]
    ]


def test_hue_overtook_quang_ninh_in_2023():
    before, after = (ranking("QD922-2022", year, "dti").reset_index() for year in (2022, 2023))
    assert overtaken(before, after, "46") == ([], ["22"])
