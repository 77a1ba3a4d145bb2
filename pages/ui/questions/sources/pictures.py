"""What is known of an index, and a framework as a tree: rows of the warehouse to charts."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.framework_checks import OUTSIDE_LEVELS
from pages.ui.charts.caption import Caption
from pages.ui.charts.coverage import coverage
from pages.ui.charts.framework_tree import framework_tree
from pages.ui.drawn import Drawn


def known(rows: pd.DataFrame, *, family: str, universe: int, decrees: str, texts: Texts) -> Drawn:
    """The coverage of one family of indices over its periods; ``rows`` as marts/coverage.sql, of one universe."""
    frame = pd.DataFrame(
        {
            "label": rows["short"],
            "period_label": rows["period"].astype(str),
            "published": rows["n_published"],
            "computed": rows["n_computed"],
            "derived": rows["n_derived"],
            "of": rows["of"],
        }
    )
    whole = rows.groupby("period")["n_values"].max() == universe
    title = texts(
        "sources.coverage.title",
        index=texts(f"shell.family.{family}"),
        complete=", ".join(str(period) for period in whole[whole].index) or texts("sources.coverage.none"),
        of=universe,
    )
    chart = coverage(frame, caption=Caption(title, texts("sources.coverage.source", decrees=decrees)), words=texts)
    columns = ["period", "indicator_name", "n_published", "n_computed", "n_derived", "n_ranks", "of"]
    return Drawn.of(chart, rows[columns])


def tree(rows: pd.DataFrame, *, name: str, decree: str, texts: Texts) -> Drawn:
    """One framework's indicators with their points; ``rows`` as marts/framework_tree.sql.

    What stands beside the tree is no item of the decree: it is marked so, and not counted.
    """
    beside = rows["level"].isin(OUTSIDE_LEVELS)
    rows = rows.assign(indicator_name=_marked(rows, beside, texts))
    frame = pd.DataFrame(
        {
            "code": rows["indicator"],
            "parent": rows["parent"].fillna(""),
            "label": rows["indicator_name"],
            "points": rows["max_points"],
        }
    )
    known_points = rows["max_points"].notna().any()
    title = texts(f"sources.tree.{'with' if known_points else 'without'}_points", name=name, n=int((~beside).sum()))
    chart = framework_tree(frame, caption=Caption(title, texts("sources.tree.source", decree=decree)), words=texts)
    columns = ["indicator_name", "max_points", "n_component_indicators", "n_criteria", "note"]
    return Drawn.of(chart, rows[columns])


def _marked(rows: pd.DataFrame, beside: pd.Series, texts: Texts) -> pd.Series:
    """The names of the rows; of those beside the tree with what they are."""
    marked = [
        texts(f"sources.beside.{level}", name=name) if out else name
        for level, name, out in zip(rows["level"], rows["indicator_name"], beside, strict=True)
    ]
    return pd.Series(marked, index=rows.index, dtype=object)
