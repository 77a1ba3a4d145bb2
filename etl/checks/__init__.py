"""What must hold for figures; everything that does not is a problem at its cell."""

from collections.abc import Sequence

import pandas as pd

from etl.checks.ranges import check_ranges
from etl.findings import Findings
from etl.reference import Reference
from etl.tables import Table


def check(
    frame: pd.DataFrame,
    *,
    tables: Sequence[Table],
    reference: Reference,
    findings: Findings,
    previous: pd.DataFrame | None,
) -> None:
    """All rules on the figures of a workbook (see harmonise.figures)."""
    check_ranges(frame, tables, findings)
