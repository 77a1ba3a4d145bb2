import pytest

from indicators.completion import completed
from indicators.record import COMPUTED, DERIVED, PUBLISHED
from tests.indicators.small import COMMON, decision_922, record_of
from tests.indicators.test_residual import HUE_2021, HUE_2022

TREE = decision_922()


def complete(values: dict[str, float]):
    return completed(record_of(TREE, {"46": values}), min_coverage=2 / 3)


def test_what_is_published_derived_and_computed_can_be_told():
    record, findings = complete(HUE_2022)
    assert findings.empty
    basis = record.basis.loc["46"]
    assert basis["dti"] == basis["digital_infrastructure"] == PUBLISHED
    assert basis["common"] == basis["other_common_indicators"] == DERIVED
    assert basis["activity"] == COMPUTED
    assert record.values.at["46", "activity"] == pytest.approx((165.24 + 101.805 + 45.015) / 500)


def test_what_is_computed_from_derived_figures_is_derived():
    record, _ = complete(HUE_2021)
    assert record.basis.at["46", "activity"] == DERIVED
    assert record.values.at["46", "activity"] == pytest.approx((587.2 - 320.09) / 500)


def test_the_index_is_computed_where_no_source_prints_it():
    eight = dict.fromkeys(COMMON, 0.5) | {code: HUE_2022[code] for code in HUE_2022 if code.endswith("_activity")}
    record, _ = complete(eight)
    assert record.basis.at["46", "dti"] == COMPUTED
    assert record.values.at["46", "dti"] == pytest.approx((250 + 165.24 + 101.805 + 45.015) / 1000)


def test_an_infeasible_derivation_is_not_used_but_told():
    record, findings = complete({"dti": 0.9, "digital_government": 0.1, "digital_economy": 0.1, "digital_society": 0.1})
    assert set(findings["rule"]) == {"residual-infeasible"} and set(findings["province_code"]) == {"46"}
    assert record.values.loc["46"].dropna().index.tolist() == ["dti", "digital_government", "digital_economy", "digital_society"]


def test_a_share_beyond_its_bound_by_rounding_only_is_its_bound():
    full = {"digital_infrastructure": 1.0} | dict.fromkeys(["digital_government_activity", "digital_economy_activity", "digital_society_activity"], 1.0)
    record, findings = complete({"dti": 1.00004, **full})
    assert record.values.at["46", "other_common_indicators"] == 1.0 and findings.empty
