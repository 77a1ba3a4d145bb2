"""What a query hands to a page to be drawn: a chart, and the rows that its table and downloads show."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from pages.ui.charts.marks import Spec


class Drawn(NamedTuple):
    """A chart with its rows (columns named by codes of ``tables.column``)."""

    spec: Spec
    table: pd.DataFrame
