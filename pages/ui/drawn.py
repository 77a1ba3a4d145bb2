"""What a query hands to a page to be drawn: a chart, and the rows that its table and downloads show."""

from __future__ import annotations

import json
from hashlib import blake2b
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
        spec, rows = chart.to_dict(validate=False, ignore=["datasets"]), chart["datasets"]
        spec["usermeta"]["fingerprint"] = blake2b(json.dumps(rows).encode(), digest_size=16).hexdigest()
        return cls(spec | {"datasets": rows}, table)


def fingerprint(spec: Spec) -> str:
    """What the rows of a drawn chart are known by: equal rows, equal fingerprints."""
    return str(spec["usermeta"]["fingerprint"])
