"""The tree of a form whose criteria no framework knows, as a draft edition in the layout of data/framework."""

import hashlib
from collections.abc import Sequence

import pandas as pd

from etl.form_layout import Form
from etl.form_rows import Criterion
from etl.recognise import Edition
from etl.reference_frameworks import EDITION_COLUMNS, TREE_COLUMNS

LEVELS = ("index", "main", "component", "criterion")
ROOT = "total"


def draft_id(form: Form, rows: Sequence[Criterion]) -> str:
    """An id that follows from the tree: forms with the same codes and maximum points share it."""
    tree = "\n".join(f"{row.code}\t{row.maximum}" for row in rows)
    return f"FORM-{hashlib.sha256(tree.encode()).hexdigest()[:8]}"


def tables(rows: Sequence[Criterion], edition: Edition, *, title: str) -> dict[str, pd.DataFrame]:
    """frameworks.csv with one row and <id>.csv with the tree, all text; the family is the draft's own."""
    described = {
        "framework": edition.framework,
        "family": edition.framework.lower(),
        "root": ROOT,
        "name_vi": title,
        "name_en": title,
        "first_period": str(edition.period),
        "points_total": f"{_total(rows):g}",
    }
    return {
        "frameworks.csv": _text([described], EDITION_COLUMNS),
        f"{edition.framework}.csv": _text(_nodes(rows, title), TREE_COLUMNS),
    }


def _total(rows: Sequence[Criterion]) -> float:
    codes = {row.code for row in rows}
    return sum(row.maximum or 0 for row in rows if not row.parent_in(codes))


def _nodes(rows: Sequence[Criterion], title: str) -> list[dict[str, str]]:
    codes = {row.code for row in rows}
    root = _node(ROOT, "", f"{_total(rows):g}", LEVELS[0], title)
    return [root, *(_of(row, row.parent_in(codes), codes) for row in rows)]


def _of(row: Criterion, parent: str, codes: set[str]) -> dict[str, str]:
    depth = 1
    above = parent
    while above:
        depth += 1
        above = Criterion(0, above, "", None, {}).parent_in(codes)
    weight = "" if row.maximum is None else f"{row.maximum:g}"
    return _node(row.code, parent or ROOT, weight, LEVELS[min(depth, len(LEVELS) - 1)], row.name)


def _node(code: str, parent: str, weight: str, level: str, name: str) -> dict[str, str]:
    short = name if len(name) <= 18 else f"{name[:17]}…"
    names = {"name_vi": name, "name_en": name, "short_vi": short, "short_en": short}
    aggregation = "arithmetic"
    return {
        "code": code,
        "parent": parent,
        "weight": weight,
        "direction": "1",
        "level": level,
        "aggregation": aggregation,
        **names,
    }


def _text(records: list[dict[str, str]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(records, columns=list(columns), dtype=str).fillna("")
