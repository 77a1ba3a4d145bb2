from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.charts.bridge import bridge


@pytest.fixture
def deltas() -> pd.DataFrame:
    rows = [
        ("Làm tròn", "rounding", 0.05),
        ("Xã hội số", "indicator", -8.25),
        ("Kinh tế số", "indicator", 30.0),
        ("Hạ tầng số", "indicator", 12.5),
        ("Thể chế số", "indicator", 0.0),
        ("Thay đổi bộ chỉ số", "framework", -4.3),
    ]
    return pd.DataFrame(rows, columns=["label", "kind", "delta"])


ENDS = {"from_label": "Năm 2022", "from_value": 697.5, "to_label": "Năm 2023", "to_value": 727.5}


def test_every_step_is_written_with_its_sign(deltas, caption, words, drawn) -> None:
    svg = drawn(bridge(deltas, caption=caption, words=words, **ENDS))
    for text in ("+30.0", "−8.3", "697.5", "727.5"):
        assert (text.replace(".", ",") if words.lang == "vi" else text) in svg


def test_gains_then_losses_then_the_rest_and_each_begins_where_the_last_ended(deltas, caption, vi) -> None:
    steps = bridge(deltas, caption=caption, words=vi, **ENDS)["datasets"]["steps"]
    assert [step["label"].replace("\n", " ") for step in steps] == [
        "Năm 2022",
        "Kinh tế số",
        "Hạ tầng số",
        "Xã hội số",
        "Làm tròn",
        "Thay đổi bộ chỉ số",
        "Năm 2023",
    ]
    assert all(step["start"] == pytest.approx(before["stop"]) for before, step in zip(steps, steps[1:], strict=False))


def test_gain_loss_and_neutral_differ_without_colour(deltas, caption, vi) -> None:
    steps = bridge(deltas, caption=caption, words=vi, **ENDS)["datasets"]["steps"]
    gain, loss, neutral = steps[1], steps[3], steps[4]
    assert gain["fill"] == gain["stroke"], "solid"
    assert loss["fill"] != loss["stroke"] and loss["dash"] == "solid", "hollow"
    assert neutral["dash"] == "dashed", "dashed"


def test_a_derived_part_is_pale_with_a_dashed_edge_and_the_subtitle_says_so(deltas, caption, vi) -> None:
    basis = deltas["label"].map({"Kinh tế số": "derived", "Xã hội số": "derived"}).fillna("published")
    chart = bridge(deltas.assign(basis=basis), caption=caption, words=vi, **ENDS)
    gain, published, loss = chart["datasets"]["steps"][1:4]
    assert (gain["dash"], loss["dash"], published["dash"]) == ("dashed", "dashed", "solid")
    assert gain["opacity"] < published["opacity"] == 1
    assert vi("charts.basis.bars.derived") in chart["usermeta"]["caption"]["subtitle"]


def test_values_have_four_decimals(deltas, caption, vi) -> None:
    small = deltas.assign(delta=deltas["delta"] / 1000)
    ends = {"from_label": "a", "from_value": 0.6975, "to_label": "b", "to_value": 0.7275}
    steps = bridge(small, caption=caption, words=vi, unit="value", **ends)["datasets"]["steps"]
    assert (steps[0]["text"], steps[1]["text"]) == ("0,6975", "+0,0300")


def test_nothing_moved(deltas, caption, vi, drawn) -> None:
    ends = ENDS | {"to_value": 697.5}
    chart = bridge(deltas[deltas["delta"] == 0], caption=caption, words=vi, **ends)
    assert len(chart["datasets"]["steps"]) == 2
    drawn(chart)
