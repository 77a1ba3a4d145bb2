"""What a query hands to a page to be drawn: a chart, and the rows that its table and downloads show."""

from __future__ import annotations

from typing import NamedTuple, Self

import altair as alt
import pandas as pd

from pages.ui.charts.marks import Spec


class Drawn(NamedTuple):
    """The specification of a chart with its rows (columns named by codes of ``tables.column``)."""

    spec: Spec
    table: pd.DataFrame

    @classmethod
    def of(cls, chart: alt.LayerChart, table: pd.DataFrame) -> Self:
        """`chart` written down, once: this is what is cached.  The tests check it against Altair's schema, not this.

        Its rows are plain already; Altair would look at each number in them, 150 ms for a map of shapes.
        """
        spec = chart.to_dict(validate=False, ignore=["datasets"])
        return cls(spec | {"datasets": chart["datasets"]}, table)
