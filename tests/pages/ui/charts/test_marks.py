from __future__ import annotations

import altair as alt
import pandas as pd

from pages.ui.charts import marks


def test_rows_keep_only_the_named_columns_and_missing_is_null() -> None:
    frame = pd.DataFrame({"a": [0.5, float("nan")], "b": pd.array([1, None], dtype="Int64"), "c": ["x", "y"]})
    assert marks.records(frame, "a", "b") == [{"a": 0.5, "b": 1}, {"a": None, "b": None}]
    assert type(marks.records(frame, "b")[0]["b"]) is int


def test_rows_are_told_in_one_line() -> None:
    assert marks.told([{"a": "Hạ tầng\nsố", "b": 4}, {"a": "Thể chế", "b": 9}], "a", "b") == "Hạ tầng số 4; Thể chế 9"


def test_words_get_an_edge_only_where_asked() -> None:
    encoding = {"x": {"value": 1}, "color": {"value": "red"}}
    under, over = marks.words_layers("rows", encoding)
    assert under["mark"]["style"] == ["label", "halo"] and "color" not in under["encoding"].to_dict()
    assert over["mark"]["style"] == "label" and over["encoding"].to_dict() == encoding
    assert len(marks.words_layers("rows", encoding, halo=False)) == 1


def test_a_channel_is_altair_s_own_class_of_what_it_is_drawn_from() -> None:
    tips = [marks.name("a"), marks.number("b")]
    drawn = marks.layer(
        "rows", "rule", {"x": marks.number("b"), "x2": {"datum": 0}, "y": {"value": 3}, "tooltip": tips}
    )
    encoding = drawn["encoding"]
    assert [type(encoding[channel]) for channel in ("x", "x2", "y")] == [alt.X, alt.X2Datum, alt.YValue]
    assert [type(tip) for tip in encoding["tooltip"]] == [alt.Tooltip, alt.Tooltip]


def test_a_clicked_layer_names_itself_in_the_selection_of_its_chart() -> None:
    dots = marks.pick(marks.layer("rows", "circle", {}))
    chart = alt.LayerChart(layer=[marks.layer("rows", "rule", {}), dots]).to_dict(validate=False)
    [pick] = chart["params"]
    assert (pick["name"], pick["select"]) == ("pick", {"type": "point", "fields": ["province_code"]})
    assert pick["views"] == [chart["layer"][1]["name"]]
