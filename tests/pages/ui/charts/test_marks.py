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
    assert under["mark"]["style"] == ["label", "halo"] and "color" not in under["encoding"]
    assert over["mark"]["style"] == "label" and over["encoding"] == encoding
    assert len(marks.words_layers("rows", encoding, halo=False)) == 1


def test_altair_s_objects_are_written_down_wherever_they_stand() -> None:
    x = marks.number("b", axis=alt.Axis(title=None, grid=False), scale=alt.Scale(range=[0, marks.expr("width - 4")]))
    drawn = marks.plain([marks.layer("rows", "rule", {"x": x, "tooltip": [marks.name("a")]}, dx=marks.expr("datum.dx"))])
    scale = {"range": [0, {"expr": "width - 4"}]}
    told = {"field": "b", "type": "quantitative", "axis": {"title": None, "grid": False}, "scale": scale}
    encoding = {"x": told, "tooltip": [{"field": "a", "type": "nominal"}]}
    mark = {"type": "rule", "dx": {"expr": "datum.dx"}}
    assert drawn == [{"data": {"name": "rows"}, "mark": mark, "encoding": encoding}]


def test_a_clicked_layer_names_itself_in_the_selection_of_its_chart() -> None:
    lines, dots = marks.layer("rows", "rule", {}), marks.pick(marks.layer("rows", "circle", {}))
    [pick] = marks.picked([lines, dots])["params"]
    assert (pick["name"], pick["select"]) == ("pick", {"type": "point", "fields": ["province_code"]})
    assert pick["views"] == [dots["name"]]
    assert marks.picked([lines]) == {}
