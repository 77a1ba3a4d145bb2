"""What must hold for figures; everything that does not is a problem at its cell."""

from collections.abc import Sequence

import pandas as pd

from etl.checks.editions import check_edition
from etl.checks.jumps import check_jumps
from etl.checks.ranges import check_ranges
from etl.checks.ranks import check_ranks
from etl.checks.totals import check_means, check_totals
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
    """All rules on the figures of a workbook (see figure_frame); `previous`: observations to compare with."""
    possible = check_ranges(frame, tables, findings)
    check_totals(possible, tables, reference.frameworks, findings)
    check_means(possible, tables, findings)
    check_ranks(possible, tables, findings)
    check_edition(possible, tables, findings, previous)
    check_jumps(possible, tables, reference, findings, previous)
