"""What an edition in a return does to the tree of indicators and to its lenses: what is new, changed or given up."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from etl.framework_returns import EDITIONS, MEMBERS
from etl.framework_workbooks import FRAMEWORK_COLUMN as FRAMEWORK
from etl.reference import Reference
from etl.reference_frameworks import TREE_COLUMNS
from etl.text import Texts

COLUMNS = ["change", "indicator", "indicator_name", "parent", "points_before", "points_after"]
MAPPING_COLUMNS = ["change", "lens", "category_name", "indicator"]
_COMPARED = ("parent", "weight", "direction", "level", "aggregation", "name_vi", "name_en")


def tree_changes(edition: Mapping[str, pd.DataFrame], known: Reference, texts: Texts) -> pd.DataFrame:
    """One row per indicator that is new, changed or given up, in the order of the new tree: COLUMNS."""
    trees = {file.removesuffix(".csv"): rows for file, rows in edition.items() if _is_tree(rows)}
    found = [_of_tree(framework, rows, known, texts) for framework, rows in trees.items()]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=COLUMNS)


def mapping_changes(edition: Mapping[str, pd.DataFrame], known: Reference, texts: Texts) -> pd.DataFrame:
    """One row per indicator that a lens puts into a category now and did not before, or no more: MAPPING_COLUMNS."""
    if MEMBERS not in edition:
        return pd.DataFrame(columns=MAPPING_COLUMNS)
    frameworks = set(edition[EDITIONS][FRAMEWORK])
    members = known.lenses.members
    before = _mapped(members[members[FRAMEWORK].isin(frameworks)])
    after = _mapped(edition[MEMBERS])
    lenses = known.lenses.lenses.set_index("lens")[f"name_{texts.lang}"]
    categories = known.lenses.categories.set_index(["lens", "category"])[f"name_{texts.lang}"]
    rows = [
        (texts(f"tables.change.{kind}"), lenses.get(lens, lens), categories.get((lens, category), category), indicator)
        for kind, there, elsewhere in (("new", after, before), ("gone", before, after))
        for lens, category, indicator in there
        if (lens, category, indicator) not in elsewhere
    ]
    return pd.DataFrame(rows, columns=MAPPING_COLUMNS)


def _mapped(members: pd.DataFrame) -> list[tuple[str, str, str]]:
    return list(members[["lens", "category", "indicator"]].itertuples(index=False, name=None)) if len(members) else []


def _is_tree(rows: pd.DataFrame) -> bool:
    return set(TREE_COLUMNS[:3]) <= set(rows.columns)


def _of_tree(framework: str, rows: pd.DataFrame, known: Reference, texts: Texts) -> pd.DataFrame:
    after = rows.assign(code=rows["code"].astype(str)).set_index("code")
    tree = known.frameworks.get(framework)
    before = _as_text(tree.nodes) if tree else after.iloc[:0]
    codes = [*after.index, *(code for code in before.index if code not in after.index)]
    told = [_row(code, before, after, texts) for code in codes]
    return pd.DataFrame([row for row in told if row], columns=COLUMNS)


def _row(code: str, before: pd.DataFrame, after: pd.DataFrame, texts: Texts) -> dict | None:
    kind = "new" if code not in before.index else "gone" if code not in after.index else "changed"
    if kind == "changed" and all(_same(before.at[code, name], after.at[code, name]) for name in _COMPARED):
        return None
    there = before if kind == "gone" else after
    return {
        "change": texts(f"tables.change.{kind}"),
        "indicator": code,
        "indicator_name": there.at[code, f"name_{texts.lang}"],
        "parent": there.at[code, "parent"],
        "points_before": _points(before, code),
        "points_after": _points(after, code),
    }


def _as_text(nodes: pd.DataFrame) -> pd.DataFrame:
    return nodes.rename_axis("code").astype(object).where(nodes.notna(), "").astype(str)


def _same(before: str, after: str) -> bool:
    """Whether two cells say the same: 100 is 100.0."""
    numbers = pd.to_numeric(pd.Series([before, after]), errors="coerce")
    return before == after or bool(numbers.notna().all() and numbers[0] == numbers[1])


def _points(side: pd.DataFrame, code: str) -> float | None:
    return pd.to_numeric(side.at[code, "weight"], errors="coerce") if code in side.index else None
