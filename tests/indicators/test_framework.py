import pandas as pd
import pytest

from indicators.errors import Fault, FrameworkFaults, UnknownNames
from indicators.framework import from_frame
from tests.indicators.small import decision_922, tree


def faults(frame: pd.DataFrame) -> list[Fault]:
    with pytest.raises(FrameworkFaults) as raised:
        from_frame(frame, id="F")
    return raised.value.faults


def kinds(*rows: tuple, columns: str = "code parent weight direction") -> set[tuple[str, str]]:
    return {(fault.code, fault.problem_key) for fault in faults(pd.DataFrame(rows, columns=columns.split()))}


def test_a_tree_knows_its_shape():
    f = tree(("x", "", 1), ("a", "x", 2), ("b", "x", 3), ("a1", "a", 1), ("a2", "a", 1))
    assert f.root == "x"
    assert f.children("x") == ["a", "b"] and f.children("b") == []
    assert f.leaves() == ["a1", "a2", "b"] and f.leaves("a") == ["a1", "a2"] and f.leaves("b") == ["b"]
    assert f.ancestors("a1") == ["a", "x"] and f.ancestors("x") == []
    assert f.aggregates == ["a", "x"]
    assert f.weights(["b", "a"]).tolist() == [3.0, 2.0]


def test_only_four_columns_are_needed_and_cells_may_be_text():
    f = from_frame(pd.DataFrame({"code": ["x", "a"], "parent": ["", "x"], "weight": ["", "2.5"], "direction": ["1", "-1"]}), id="F")
    assert f.nodes.loc["a", ["weight", "direction", "level", "aggregation"]].tolist() == [2.5, -1, "pillar", "arithmetic"]
    assert f.nodes.loc["x", "level"] == "index"


def test_missing_cells_are_empty_cells():
    f = from_frame(pd.DataFrame({"code": ["x", "a"], "parent": [None, "x"], "weight": [float("nan"), 1], "direction": [1, 1]}), id="F")
    assert f.root == "x"


def test_further_columns_are_kept_after_ours():
    frame = pd.DataFrame({"name_vi": ["Gốc", "Lá"], "code": ["x", "a"], "parent": ["", "x"], "weight": [1, 1], "direction": 1})
    assert list(from_frame(frame, id="F").nodes.columns) == ["parent", "weight", "direction", "level", "aggregation", "name_vi"]


def test_nodes_beside_the_tree_never_enter_it():
    f = decision_922()
    assert f.root == "dti"
    assert f.children("dti") == ["common", "activity"]
    assert "digital_government" not in f.leaves() and "other_common_indicators" not in f.leaves()
    assert f.ancestors("digital_government") == []


def test_a_child_of_weight_nought_is_a_child_but_makes_up_nothing():
    f = decision_922()
    assert "smart_city" in f.children("common") and "smart_city" not in f.weighted_children("common")


def test_unknown_code_is_named():
    with pytest.raises(UnknownNames) as raised:
        decision_922().children("dtj")
    assert raised.value.names == ["dtj"] and raised.value.where == "QD922-2022"


def test_every_fault_at_once():
    found = kinds(
        ("x", "", 1, 1), ("x", "", 1, 1), ("a", "y", "-1", 1), ("b", "x", "much", 1), ("c", "x", "", 2), ("", "x", 1, 1),
        ("p", "q", 1, 1), ("q", "p", 1, 1),
    )  # fmt: skip
    assert found == {
        ("x", "duplicate-code"), ("x", "several-roots"), ("a", "unknown-parent"), ("a", "negative-weight"),
        ("b", "not-a-number"), ("c", "missing-weight"), ("c", "unknown-direction"), ("", "empty-code"),
        ("p", "cycle"), ("q", "cycle"),
    }  # fmt: skip


def test_missing_columns_are_all_named():
    found = faults(pd.DataFrame({"code": ["x"], "weight": [1]}))
    assert [(fault.column, fault.problem_key) for fault in found] == [("parent", "missing-column"), ("direction", "missing-column")]


def test_a_tree_needs_a_root():
    assert kinds(("a", "b", 1, 1), ("b", "a", 1, 1)) == {("", "no-root"), ("a", "cycle"), ("b", "cycle")}


def test_weights_of_a_computed_node_must_not_all_be_nought():
    assert kinds(("x", "", 1, 1), ("a", "x", 0, 1), ("b", "x", 0, 1)) == {("x", "zero-weights")}


def test_a_node_that_is_only_published_needs_no_weights():
    frame = pd.DataFrame({"code": ["x", "a"], "parent": ["", "x"], "weight": "", "direction": 1, "aggregation": ["none", ""]})
    assert from_frame(frame, id="F").aggregation("x") == "none"


def test_vocabulary_is_checked():
    found = kinds(("x", "", 1, 1, "top", "median"), columns="code parent weight direction level aggregation")
    assert found == {("x", "unknown-level"), ("x", "unknown-aggregation")}


def test_the_message_names_framework_and_cell():
    with pytest.raises(FrameworkFaults, match=r"framework 'F': 1\na: parent: unknown-parent: 'y'"):
        from_frame(pd.DataFrame({"code": ["x", "a"], "parent": ["", "y"], "weight": 1, "direction": 1}), id="F")
