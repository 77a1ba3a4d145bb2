import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.shapley import TooManyFactors, shapley_bridge


def test_by_hand():
    # length * width from 2 * 3 to 4 * 5: alone +6 and +4, together +14; the joint 4 is shared.
    bridge = shapley_bridge(lambda s: s["length"] * s["width"], {"length": 2, "width": 3}, {"length": 4, "width": 5})
    assert bridge.set_index("part")["delta"].to_dict() == {"length": 8, "width": 6}


numbers = st.lists(st.floats(-10, 10), min_size=4, max_size=4)


@settings(deadline=None)
@given(numbers, numbers)
def test_parts_sum_and_equal_roles_get_equal_parts(before, after):
    names = ["a", "b", "c", "d"]
    start, end = dict(zip(names, before, strict=True)), dict(zip(names, after, strict=True))
    start["b"], end["b"] = start["a"], end["a"]
    result = lambda s: max(s["a"] * s["b"], s["c"]) + abs(s["d"])  # noqa: E731
    delta = shapley_bridge(result, start, end).set_index("part")["delta"]
    assert delta.sum() == pytest.approx(result(end) - result(start), abs=1e-12 * 200)
    assert delta["a"] == pytest.approx(delta["b"], abs=1e-10)


def test_an_idle_factor_has_no_part_and_too_many_are_refused():
    assert shapley_bridge(lambda s: s["x"], {"x": 1, "idle": 0}, {"x": 3, "idle": 9})["delta"].tolist() == [2, 0]
    many = {str(n): n for n in range(13)}
    with pytest.raises(TooManyFactors):
        shapley_bridge(lambda s: 0, many, many)
