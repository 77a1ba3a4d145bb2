"""The shade that is drawn and the ink that is chosen for it agree."""

from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts import shades
from pages.ui.theme import SCALE, Colour


@pytest.mark.parametrize(("value", "step"), [(0.0, 0), (0.09, 0), (0.11, 1), (0.5, 5), (0.6, 5)])
def test_values_darken_upwards(value: float, step: int) -> None:
    assert shades.step_of(value, (0.0, 0.6)) == step


@pytest.mark.parametrize(("rank", "step"), [(1, 5), (11, 5), (12, 4), (32, 2), (63, 0)])
def test_ranks_darken_towards_the_first(rank: int, step: int) -> None:
    assert shades.step_of(rank, (63.0, 1.0)) == step


def test_a_missing_value_has_no_shade() -> None:
    assert shades.step_of(None, (0, 1)) is None
    assert shades.step_of(float("nan"), (0, 1)) is None
    assert shades.ink_on(float("nan"), (0, 1)) == Colour.MUTED


def test_one_value_alone_is_shaded_dark() -> None:
    assert shades.step_of(0.4, (0.4, 0.4)) == len(SCALE) - 1


def test_the_channel_runs_the_way_of_the_domain() -> None:
    values = shades.colour_channel("value", (0.2, 0.9), title="", form=".2f")
    ranks = shades.colour_channel("rank", (63, 1), title="", form="d")
    assert values["scale"]["range"] == list(SCALE)
    assert ranks["scale"]["range"] == list(reversed(SCALE)) and ranks["scale"]["domain"] == [1, 63]


def test_ranks_span_the_universe_and_values_what_is_known() -> None:
    values = pd.Series([0.4, None, 0.7])
    assert shades.domain_of(values, measure="value", of=63) == (0.4, 0.7)
    assert shades.domain_of(values, measure="rank", of=63) == (63, 1)
    assert shades.domain_of(pd.Series([], dtype=float), measure="value", of=63) == (0, 1)
