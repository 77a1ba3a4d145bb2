from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.heatmap import PITCH, heatmap


@pytest.fixture
def cells(provinces) -> pd.DataFrame:
    """Five provinces in two regions by two indicators."""
    grid = provinces.assign(group=["Miền Trung"] * 2 + ["Phía Bắc"] * 3)
    economy = grid.assign(indicator="economy", label="Hoạt động kinh tế số", value=grid["value"] - 0.2)
    return pd.concat([grid.assign(indicator="dti", label="DTI"), economy])


def test_every_cell_is_written(cells, caption, words, drawn) -> None:
    svg = drawn(heatmap(cells, chosen="46", caption=caption, words=words))
    for text in ("0.80", "0.50", "0.41*", "0.30*"):
        assert f">{text.replace('.', ',') if words.lang == 'vi' else text}<" in svg
    assert svg.count(">–<") == 2, "no value is a dash, not a zero"
    assert "Miền Trung" in svg and "Phía Bắc" in svg


def test_the_chosen_row_is_framed(cells, caption, vi) -> None:
    data = heatmap(cells, chosen="46", caption=caption, words=vi)["datasets"]
    [frame] = data["frame"]
    [row] = [row for row in data["names"] if row["weight"] == 700]
    assert frame["y1"] < row["y"] < frame["y2"] and row["province"] == "Thừa Thiên Huế"


def test_headings_take_a_row_of_their_own(cells, caption, vi) -> None:
    data = heatmap(cells, chosen="46", caption=caption, words=vi)["datasets"]
    taken = sorted(row["y"] for row in [*data["names"], *data["groups"]])
    assert len(taken) == 7
    assert {round(after - before) for before, after in zip(taken, taken[1:], strict=False)} == {PITCH}


def test_the_asterisk_is_explained_only_when_used(cells, caption, vi) -> None:
    note = vi("charts.heatmap.asterisk")
    assert note in heatmap(cells, chosen="46", caption=caption, words=vi)["usermeta"]["caption"]["subtitle"]
    plain = heatmap(cells.assign(basis="published"), chosen="46", caption=caption, words=vi)
    assert note not in plain["usermeta"]["caption"]["subtitle"]


def test_without_groups_there_are_no_headings(cells, caption, vi) -> None:
    assert heatmap(cells.assign(group=""), chosen="46", caption=caption, words=vi)["datasets"]["groups"] == []
