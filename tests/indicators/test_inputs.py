import pandas as pd
import pytest

from indicators.inputs import InputFaults, read_inputs, read_table

FRAMEWORK = b"code,parent,weight,direction,note\ni,,1,1,\nA,i,2,1,x\na1,A,1,1,\na2,A,1,-1,\nb,i,1,1,\n"
VALUES = b"province,a1,a2,b\nu1,1,2,3\nu2,,4.5,1e2\n"


def faults(framework=FRAMEWORK, values=VALUES, **options):
    with pytest.raises(InputFaults) as caught:
        read_inputs(("FW.csv", framework), ("V.csv", values), **options)
    return [(f.file, f.line, f.column, f.problem_key, f.found) for f in caught.value.faults]


def test_good_input():
    inputs = read_inputs(("FW.csv", FRAMEWORK), ("V.csv", VALUES))
    assert inputs.framework.leaves() == ["a1", "a2", "b"] and inputs.values.index.name == "unit"
    assert inputs.values.loc["u2"].tolist()[1:] == [4.5, 100.0] and pd.isna(inputs.values.at["u2", "a1"])


def test_a_byte_order_mark_blank_lines_and_crlf_do_no_harm():
    marked = b"\xef\xbb\xbf" + VALUES.replace(b"\n", b"\r\n") + b"\r\n,,,\r\n"
    assert read_inputs(("FW.csv", b"\xef\xbb\xbf" + FRAMEWORK), ("V.csv", marked)).values.shape == (2, 3)


def test_every_fault_of_both_files_at_once():
    framework = b"code,parent,weight,direction\ni,,1,1\nA,i,-1,2\na,zz,x,1\nb,A,,1\na,i,1,1\nr,,1,1\n"
    values = b"unit,a,b\nu1,one,2\nu1,1\n,inf,1\n"
    assert set(faults(framework, values)) == {
        ("FW.csv", 6, "code", "duplicate-code", "a"),
        ("FW.csv", 6, "parent", "unknown-parent", "zz"),
        ("FW.csv", 7, "parent", "several-roots", "r"),
        ("FW.csv", 6, "weight", "not-a-number", "x"),
        ("FW.csv", 3, "weight", "negative-weight", "-1"),
        ("FW.csv", 5, "weight", "missing-weight", "b"),
        ("FW.csv", 3, "direction", "unknown-direction", "2"),
        ("V.csv", 3, "", "cells", "2 ≠ 3"),
        ("V.csv", 4, "unit", "empty-unit", ""),
        ("V.csv", 3, "unit", "duplicate-unit", "u1"),
        ("V.csv", 2, "a", "not-a-number", "one"),
        ("V.csv", 4, "a", "not-a-number", "inf"),
    }


def test_columns_that_are_no_leaves_and_leaves_without_column():
    assert faults(values=b"unit,a1,A,zz,a1\nu1,1,x,y,2\n") == [
        ("V.csv", 1, "a1", "duplicate-column", ""),
        ("V.csv", 1, "A", "not-a-leaf", ""),
        ("V.csv", 1, "zz", "unknown-column", ""),
        ("V.csv", 1, "a2", "missing-leaf", ""),
        ("V.csv", 1, "b", "missing-leaf", ""),
    ]


def test_a_bad_weight_hides_no_fault_of_the_values():
    framework = FRAMEWORK.replace(b"a1,A,1,1", b"a1,A,x,1").replace(b"b,i,1,1", b"b,i,1,5")
    assert faults(framework, b"unit,A,zz,a2\nu1,1,2,1\nu2,1,2,x\nu1,1,2,3\n") == [
        ("FW.csv", 4, "weight", "not-a-number", "x"),
        ("FW.csv", 6, "direction", "unknown-direction", "5"),
        ("V.csv", 1, "A", "not-a-leaf", ""),
        ("V.csv", 1, "zz", "unknown-column", ""),
        ("V.csv", 1, "a1", "missing-leaf", ""),
        ("V.csv", 1, "b", "missing-leaf", ""),
        ("V.csv", 3, "a2", "not-a-number", "x"),
        ("V.csv", 4, "unit", "duplicate-unit", "u1"),
    ]


def test_a_bad_weight_hides_no_fault_of_the_goalposts():
    head = b"code,parent,weight,direction,lower,upper\ni,,1,1,,\n"
    bad = head + b"a1,i,x,1,0,10\na2,i,1,-1,,2\nb,i,1,1,-1,1\n"
    assert [fault[1:4] for fault in faults(bad, goalposts=True)] == [
        (3, "weight", "not-a-number"), (4, "lower", "missing-goalpost"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        (b"", ("V.csv", None, "", "empty", "")),
        (b"unit;a1;a2;b\nu1;1;2;3\n", ("V.csv", 1, "", "semicolons", "")),
        (b"unit,a1,a2,b\n", ("V.csv", None, "", "no-units", "")),
        ("unit,a1,a2,b\nđ,1,2,3\n".encode("utf-16"), ("V.csv", None, "", "not-utf8", "ff")),
        (b'unit,a1,a2,b\nu1,"1,5",2,3\n', ("V.csv", 2, "a1", "not-a-number", "1,5")),
    ],
)
def test_forms_that_cannot_be_read(values, fault):
    assert faults(values=values) == [fault]


@pytest.mark.parametrize(
    ("framework", "key"),
    [
        (b"code,parent,weight\ni,,1\n", "missing-column"),
        (b"code,parent,weight,direction\ni,,1,1\n", "no-leaves"),
        (b"code,parent,weight,direction\na,b,1,1\nb,a,1,1\n", "cycle"),
        (b"code,parent,weight,direction\ni,,1,1\na1,i,0,1\na2,i,0,1\n", "zero-weights"),
        (b"code,parent,weight,direction\ni,,1,1\na1,i,inf,1\na2,i,0,1\n", "not-a-number"),
        (b"code,parent,weight,direction\ni,,1,1\na1,i,nan,1\na2,i,1,1\n", "not-a-number"),
        (b"code,parent,weight,direction\ni,,1,1\n,i,1,1\na2,i,1,1\n", "empty-code"),
    ],
)
def test_frameworks_that_cannot_be_used(framework, key):
    assert key in [fault[3] for fault in faults(framework)]


def test_goalposts_are_read_and_checked_for_every_leaf():
    head = b"code,parent,weight,direction,lower,upper\ni,,1,1,,\n"
    good = head + b"a1,i,1,1,0,10\na2,i,1,-1,1,2\nb,i,1,1,-1,1\n"
    bounds = read_inputs(("FW.csv", good), ("V.csv", VALUES), goalposts=True).bounds
    assert bounds.loc["b"].tolist() == [-1, 1] and list(bounds.index) == ["a1", "a2", "b"]
    bad = head + b"a1,i,1,1,5,5\na2,i,1,1,,2\nb,i,1,1,x,1\n"
    assert {fault[1:4] for fault in faults(bad, goalposts=True)} == {
        (3, "lower", "goalposts-order"), (4, "lower", "missing-goalpost"), (5, "lower", "not-a-number"),
    }  # fmt: skip
    assert [fault[2:4] for fault in faults(goalposts=True)] == [("lower", "missing-column"), ("upper", "missing-column")]


def test_the_framework_may_say_how_its_groups_are_made():
    chosen = FRAMEWORK.replace(b",note", b",aggregation").replace(b",x", b",geometric")
    assert read_inputs(("FW.csv", chosen), ("V.csv", VALUES)).framework.aggregation("A") == "geometric"
    overridden = read_inputs(("FW.csv", chosen), ("V.csv", VALUES), own_aggregation=False)
    assert overridden.framework.aggregation("A") == "arithmetic"


def test_lines_are_those_of_the_file():
    table, found = read_table("T.csv", b'unit,x\n\n"two\nlines",1\nu,2\n')
    assert found == [] and table.index.tolist() == [4, 5]
