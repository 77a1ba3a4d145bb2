"""Words that do not collide."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from pages.ui.charts.labels import spread, wrapped


def test_lines_are_few_and_even() -> None:
    assert wrapped("Hoạt động chính quyền số", 21) == "Hoạt động\nchính quyền số"
    assert wrapped("Huế", 21) == "Huế"
    assert wrapped("", 5) == ""


def test_a_word_longer_than_the_line_stays_whole() -> None:
    assert wrapped("a bcdefgh", 4) == "a\nbcdefgh"


@given(st.text("ab ", max_size=60), st.integers(1, 30))
def test_wrapping_keeps_every_word_in_order(text: str, characters: int) -> None:
    assert wrapped(text, characters).split() == text.split()


def test_places_far_apart_stay() -> None:
    assert spread([1, 5, 9], gap=2, low=0, high=10) == [1, 5, 9]


def test_near_places_move_apart_in_their_order() -> None:
    assert spread([5, 5.5, 0], gap=2, low=0, high=10) == [5, 7, 0]


def test_the_last_is_pushed_back_from_the_edge() -> None:
    assert spread([9, 10], gap=2, low=0, high=10) == [8, 10]


def test_too_many_share_what_there_is() -> None:
    assert spread([5, 5, 5], gap=100, low=0, high=10) == [0, 5, 10]


def test_nothing_gives_nothing() -> None:
    assert spread([], gap=1, low=0, high=1) == []


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_places_are_inside_ordered_and_apart(places: list[float]) -> None:
    moved = spread(places, gap=7, low=0, high=100)
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in moved)
    in_order = [moved[i] for i in sorted(range(len(places)), key=lambda i: places[i])]
    assert all(after - before >= 7 - 1e-9 for before, after in itertools.pairwise(in_order))
