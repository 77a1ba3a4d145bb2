import pandas as pd
import pytest

from indicators.shared_parts import shared_parts
from tests.indicators.small import ACTIVITIES, COMMON, decision_922, tree

TREE = decision_922()
PARTS = ["digital_infrastructure", *ACTIVITIES, "other_common_indicators"]


def rows(province: str, points: dict[str, float], framework=TREE) -> pd.DataFrame:
    most = framework.nodes["weight"]
    return pd.DataFrame(
        {
            "province_code": province,
            "indicator": list(points),
            "max_points": [most.get(code, 0.0) for code in points],
            "points": list(points.values()),
        }
    )


def test_units_with_finer_parts_are_brought_to_what_all_have():
    block = rows("01", {"digital_infrastructure": 60.0, **dict.fromkeys(ACTIVITIES, 75.0), "other_common_indicators": 200.0, "rounding": 0.03})
    finest = rows("46", {**{code: 10.0 * n for n, code in enumerate(COMMON, start=1)}, **dict.fromkeys(ACTIVITIES, 30.0)})
    found = shared_parts(pd.concat([block, finest]), TREE)
    assert list(found.max_points.index) == PARTS
    assert found.max_points.tolist() == [100, 200, 150, 150, 400]
    assert found.values.loc["01"].tolist() == [0.6, 0.375, 0.5, 0.5, 0.5]
    # 10 + 20 + 40 + 50 of 400 points; the infrastructure, third of the group, stands by itself.
    assert found.values.loc["46"].tolist() == pytest.approx([0.3, 0.15, 0.2, 0.2, 0.3])


def test_a_part_that_one_unit_lacks_is_in_nobody_elses_place():
    framework = tree(("x", "", 10), ("a", "x", 4), ("b", "x", 6))
    both, one = rows("1", {"a": 1.0, "b": 3.0}, framework), rows("2", {"a": 2.0}, framework)
    found = shared_parts(pd.concat([both, one]), framework)
    assert list(found.values.columns) == ["a"] and found.values["a"].tolist() == [0.25, 0.5]


def test_nothing_is_shared_where_points_are_unknown():
    unknown = rows("01", {"digital_infrastructure": float("nan")})
    assert not shared_parts(unknown, TREE)
    assert not shared_parts(unknown.head(0), TREE)
