"""What a query hands to a page to be drawn: a chart, and the rows that its table and downloads show."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import NamedTuple, Self

import pandas as pd

from pages.ui.charts.marks import Spec


class Drawn(NamedTuple):
    """The specification of a chart with its rows (columns named by codes of ``tables.column``)."""

    spec: Spec
    table: pd.DataFrame

    @classmethod
    def of(cls, chart: Spec, table: pd.DataFrame) -> Self:
        """`chart` with the fingerprint of its rows, made once: this is what is cached."""
        rows = blake2b(json.dumps(chart["datasets"]).encode(), digest_size=16).hexdigest()
        return cls(chart | {"usermeta": chart["usermeta"] | {"fingerprint": rows}}, table)


def fingerprint(spec: Spec) -> str:
    """What the rows of a drawn chart are known by: equal rows, equal fingerprints."""
    return str(spec["usermeta"]["fingerprint"])
