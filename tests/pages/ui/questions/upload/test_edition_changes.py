"""An edition against the one that is known: what is new, changed, given up."""

from __future__ import annotations

import pandas as pd
import pytest

from etl import reference, text
from etl.reference import Reference
from pages.ui.questions.upload.edition_changes import mapping_changes, tree_changes

VI = text.load("vi")


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference.load()


def tree(known: Reference, framework: str = "QD922-2022") -> pd.DataFrame:
    nodes = known.frameworks[framework].nodes.reset_index(names="code")
    return nodes.astype(object).where(nodes.notna(), "").astype(str)


def test_the_same_tree_changes_nothing(known: Reference) -> None:
    assert tree_changes({"QD922-2022.csv": tree(known)}, known, VI).empty


def test_points_that_change_are_told_with_both_sides(known: Reference) -> None:
    rows = tree(known)
    rows.loc[rows["code"] == "digital_awareness", "weight"] = "120"
    told = tree_changes({"QD922-2022.csv": rows}, known, VI)
    assert told[["change", "indicator", "points_before", "points_after"]].to_numpy().tolist() == [
        [VI("tables.change.changed"), "digital_awareness", 100, 120]
    ]


def test_indicators_are_added_and_given_up(known: Reference) -> None:
    rows = tree(known)
    added = rows[rows["code"] == "digital_awareness"].assign(code="digital_awareness.1", parent="digital_awareness")
    rows = pd.concat([rows[rows["code"] != "digital_institutions"], added])
    told = tree_changes({"QD922-2022.csv": rows, "lens_members.csv": pd.DataFrame({"lens": []})}, known, VI)
    assert dict(zip(told["indicator"], told["change"], strict=True)) == {
        "digital_awareness.1": VI("tables.change.new"),
        "digital_institutions": VI("tables.change.gone"),
    }


def test_an_edition_that_nobody_knows_is_new_throughout(known: Reference) -> None:
    rows = tree(known)
    assert len(tree_changes({"QD922-2030.csv": rows}, known, VI)) == len(rows)
    assert tree_changes({}, known, VI).empty


def test_what_a_lens_maps_no_more_and_anew_is_told(known: Reference) -> None:
    editions = pd.DataFrame({"framework": ["QD922-2022"]})
    members = known.lenses.members[known.lenses.members["framework"] == "QD922-2022"].astype(str)
    same = {"frameworks.csv": editions, "lens_members.csv": members}
    assert mapping_changes(same, known, VI).empty
    assert mapping_changes({"frameworks.csv": editions}, known, VI).empty
    emptied = mapping_changes(same | {"lens_members.csv": pd.DataFrame()}, known, VI)
    assert len(emptied) == len(members) and set(emptied["change"]) == {VI("tables.change.gone")}
    another = members.assign(indicator=members["indicator"].where(members.index != members.index[0], "dti"))
    told = mapping_changes(same | {"lens_members.csv": another}, known, VI)
    assert list(told["change"]) == [VI("tables.change.new"), VI("tables.change.gone")] and told["indicator"][0] == "dti"
