import numpy as np
import pytest

from indicators.completion import completed
from indicators.lens import COLUMNS, category_scores, scores
from tests.indicators.small import COMMON, PILLARS, decision_922, lenses, record_of, tree
from tests.indicators.test_residual import HUE_2021, HUE_2022

TREE = decision_922()
PILLAR_LENS = lenses(*(("pillars", pillar, code) for pillar in PILLARS for code in [*COMMON, f"{pillar}_activity"]))
OTHER = HUE_2022 | {"dti": 0.6, "digital_infrastructure": 0.5}


def seen(values: dict[str, dict[str, float]], through):
    return scores(completed(record_of(TREE, values), min_coverage=2 / 3)[0], through)


def test_weighted_mean_of_the_members_present():
    through = lenses(("five", "infrastructure", "digital_infrastructure"), ("five", "infrastructure", "cybersecurity"), ("five", "infrastructure", "digital_government_activity"))
    row = seen({"46": HUE_2022}, through).iloc[0]
    assert row["value"] == pytest.approx((68.23 + 165.24) / 300) and row["coverage"] == pytest.approx(300 / 400)
    assert row["basis"] == "computed"


def test_ranked_only_where_all_have_the_same_members_present():
    through = lenses(("five", "a", "digital_infrastructure"), ("five", "a", "cybersecurity"))
    same = seen({"46": HUE_2022, "48": OTHER}, through)
    assert same["rank"].tolist() == [1, 2] and same["of"].tolist() == [2, 2]
    differ = seen({"46": HUE_2022 | {"cybersecurity": 0.1}, "48": OTHER}, through)
    assert differ["rank"].isna().all() and differ["coverage"].tolist() == [1.0, 0.5]
    nobody = seen({"46": {"dti": 0.5}, "48": {"dti": 0.6}}, through)
    assert nobody.empty and list(nobody.columns) == COLUMNS


def test_a_pillar_of_decision_922_takes_the_common_group_for_every_province():
    found = seen({"46": HUE_2022, "48": OTHER}, PILLAR_LENS)
    hue = found[found["province_code"] == "46"].set_index("category")
    assert hue["value"].to_dict() == {
        "digital_government": pytest.approx((385.44 + 165.24) / 700),
        "digital_economy": pytest.approx((385.44 + 101.805) / 650),
        "digital_society": pytest.approx((385.44 + 45.015) / 650),
    }
    assert (found["coverage"] == 1).all() and found["rank"].notna().all() and set(found["basis"]) == {"derived"}


def test_the_pillars_of_2021_are_recovered():
    found = seen({"46": HUE_2021}, PILLAR_LENS).set_index("category")["value"]
    assert found.to_dict() == {pillar: pytest.approx(HUE_2021[pillar], abs=1e-12) for pillar in PILLARS}


def test_half_a_pillar_is_no_pillar():
    without_index = {code: value for code, value in HUE_2022.items() if code != "dti"}
    assert seen({"46": without_index}, PILLAR_LENS).empty


def test_a_group_stands_in_only_when_the_lens_says_so():
    record, _ = completed(record_of(TREE, {"46": HUE_2022}), min_coverage=2 / 3)
    members = [*COMMON, "digital_government_activity"]
    assert category_scores(record, members).value[0] == pytest.approx((68.23 + 165.24) / 300)
    assert category_scores(record, members, whole=True).value[0] == pytest.approx((385.44 + 165.24) / 700)


def test_members_without_known_points_do_not_count():
    framework = tree(("x", "", 1, "none"), ("a", "x", ""), ("b", "x", ""), name="G")
    record = record_of(framework, {"46": {"a": 0.5}})
    assert scores(record, lenses(("five", "c", "a"), framework="G")).empty
    assert np.isnan(category_scores(record, ["a", "b"]).value[0])
