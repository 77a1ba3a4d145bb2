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
LONGEST_LABEL = 18


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
    """The root, then a node per row; what has parts of unknown or no points is only as printed."""
    codes = {row.code for row in rows}
    parents = {row.code: row.parent_in(codes) or ROOT for row in rows}
    parts: dict[str, list[float | None]] = {}
    for row in rows:
        parts.setdefault(parents[row.code], []).append(row.maximum)
    nodes = [
        _node(ROOT, "", _total(rows), title),
        *(_node(row.code, parents[row.code], row.maximum, row.name) for row in rows),
    ]
    for node in nodes:
        below = parts.get(node["code"], [1.0])
        summed = None not in below and any(below)
        node["aggregation"] = "arithmetic" if summed else "none"
        node["level"] = LEVELS[min(_depth(node["code"], parents), len(LEVELS) - 1)]
    return nodes


def _depth(code: str, parents: dict[str, str]) -> int:
    return 0 if code == ROOT else 1 + _depth(parents[code], parents)


def _node(code: str, parent: str, maximum: float | None, name: str) -> dict[str, str]:
    short = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
    names = {"name_vi": name, "name_en": name, "short_vi": short, "short_en": short}
    weight = "" if maximum is None else f"{maximum:g}"
    return {"code": code, "parent": parent, "weight": weight, "direction": "1", **names}


def _text(records: list[dict[str, str]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(records, columns=list(columns), dtype=str).fillna("")
