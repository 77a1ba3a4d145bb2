"""Scenarios as addresses: what is written is read back, and what makes no sense is left out and named."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from pages.ui.questions.what_if.scenario import WHOLE, Read, Scenario, in_thousandths, read

START = pd.Series({"a": 0.7098, "b": 0.805, "c": 0.898662})
POINTS = pd.Series({"a": 100.0, "b": 200.0, "c": 200.0})


def reading(**options: str) -> Read:
    return read(options, start=START, max_points=POINTS, of=63, may_drift=True)


def test_what_is_written_is_read_back() -> None:
    whole = Scenario((("a", 0.75), ("c", 0.9)), (("a", 500), ("b", 333), ("c", 167)), drift=True, wanted=2)
    assert whole.options() == {"set": "a:0.75,c:0.9", "weights": "a:50,b:33.3,c:16.7", "drift": "1", "wanted": "2"}
    assert reading(**whole.options()) == Read(whole, ())
    assert reading() == reading(**Scenario().options()) == Read(Scenario(), ())


@pytest.mark.parametrize(
    ("options", "unread"),
    [
        ({"set": "a:0.8,nobody:1,b:2,c:much"}, ("nobody:1", "b:2", "c:much")),
        ({"weights": "a:-1,b"}, ("a:-1", "b")),
        ({"drift": "yes"}, ("yes",)),
        ({"wanted": "64"}, ("64",)),
        ({"wanted": "0"}, ("0",)),
        ({"set": "a:nan"}, ("a:nan",)),
    ],
)
def test_what_makes_no_sense_is_named(options: dict[str, str], unread: tuple[str, ...]) -> None:
    found = reading(**options)
    assert found.unread == unread
    assert found.scenario == (Scenario((("a", 0.8),)) if "a:0.8" in options.get("set", "") else Scenario())


def test_the_published_value_and_the_decrees_weights_change_nothing() -> None:
    assert reading(set="a:0.7098,c:0.8987").scenario.untouched
    assert reading(weights="a:20,b:40,c:40").scenario.untouched
    assert not reading(weights="a:21,b:40,c:39").scenario.untouched


def test_weights_that_are_not_named_share_the_rest_as_the_decree_would() -> None:
    assert reading(weights="a:40").scenario.weights == (("a", 400), ("b", 300), ("c", 300))
    assert reading(weights="a:50,b:100").scenario.weights == (("a", 333), ("b", 667), ("c", 0))
    assert reading(weights="a:0,b:0,c:0").scenario.untouched


def test_the_others_cannot_go_on_where_their_pace_is_unknown() -> None:
    found = read({"drift": "1"}, start=START, max_points=POINTS, of=63, may_drift=False)
    assert found == Read(Scenario(), ("1",))


@given(some.lists(some.floats(0, 1e6), min_size=1, max_size=9).filter(lambda shares: sum(shares) > 1e-3))
def test_weights_always_sum_to_the_whole(shares: list[float]) -> None:
    parts = in_thousandths(pd.Series(shares, index=[f"p{i}" for i in range(len(shares))]))
    assert sum(share for _, share in parts) == WHOLE
    assert all(abs(share - exact / sum(shares) * WHOLE) <= 1 for (_, share), exact in zip(parts, shares, strict=True))
