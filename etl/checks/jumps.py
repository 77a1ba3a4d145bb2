"""Rule jump: a change since the period before that lies beyond the spread of all units' changes."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from etl.checks.places import at_value, title
from etl.findings import Findings
from etl.reference import Reference
from etl.tables import Table

SPREADS = 5.0
"""How many times the usual spread (median absolute deviation, scaled to a standard deviation) is too far."""
SMALLEST = 0.1
"""A smaller distance from the median change is no jump, however alike the other changes are."""
FEWEST_UNITS = 8
"""From fewer changes no spread is told."""
TO_STANDARD_DEVIATION = 1.4826
SERIES = ["framework", "universe", "assessor"]
COLUMNS = ["framework", "period", "universe", "province_code", "indicator", "value"]


def check_jumps(
    frame: pd.DataFrame,
    tables: Sequence[Table],
    reference: Reference,
    findings: Findings,
    previous: pd.DataFrame | None,
) -> None:
    """Figures against the period before them of the same framework and assessor, in the return or in `previous`."""
    valued = frame if frame["value"].notna().all() else frame[frame["value"].notna()]
    for key, rows in valued[[*COLUMNS, "assessor"]].groupby(SERIES, sort=False):
        before = _of(previous, key)
        if len(before) or rows["period"].nunique() > 1:
            _report(valued, _changes(rows, before), tables, reference, findings)


def _of(previous: pd.DataFrame | None, key: tuple) -> pd.DataFrame:
    if previous is None or previous.empty:
        return pd.DataFrame(columns=COLUMNS)
    same = (previous[SERIES] == key).all(axis=1)
    return previous.loc[same & previous["value"].notna(), COLUMNS]


def _report(
    frame: pd.DataFrame,
    changes: pd.DataFrame,
    tables: Sequence[Table],
    reference: Reference,
    findings: Findings,
) -> None:
    for row in frame.loc[changes.index].join(changes).itertuples():
        fields = {"indicator": title(reference, row.framework, row.indicator), "before": row.before}
        change = {"change": row.value - row.before, "median": row.median, "since": int(row.since)}
        at_value(row, tables, findings, "jump", "spread", **fields, **change)


def _changes(rows: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Those of `rows` whose change lies beyond the spread of all units' changes, by their index.

    `before`: the unit's last value; `since`: its period; `median`: all units' median change.
    """
    both = pd.concat([before, rows[COLUMNS]], ignore_index=True) if len(before) else rows
    axes = [pd.factorize(both[name], sort=True) for name in ("indicator", "period", "province_code")]
    values = np.full([len(labels) for _, labels in axes], np.nan)
    values[tuple(codes for codes, _ in axes)] = both["value"].to_numpy()
    last, since = _last_before(values)
    change = values - last
    median = _median(change)[..., None]
    distance = np.abs(change - median)
    limit = np.maximum(SPREADS * TO_STANDARD_DEVIATION * _median(distance)[..., None], SMALLEST)
    enough = (~np.isnan(change)).sum(axis=2, keepdims=True) >= FEWEST_UNITS
    own = tuple(codes[len(both) - len(rows) :] for codes, _ in axes)
    far = ((distance > limit) & enough)[own]
    found = tuple(codes[far] for codes in own)
    told = {
        "before": last[found],
        "since": np.asarray(axes[1][1])[since[found]],
        "median": np.broadcast_to(median, values.shape)[found],
    }
    return pd.DataFrame(told, index=rows.index[far])


def _last_before(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The last value before each period (indicators × periods × units) and the number of its period."""
    last, since = np.full_like(values, np.nan), np.zeros(values.shape, dtype=int)
    for period in range(1, values.shape[1]):
        known = ~np.isnan(values[:, period - 1])
        last[:, period] = np.where(known, values[:, period - 1], last[:, period - 1])
        since[:, period] = np.where(known, period - 1, since[:, period - 1])
    return last, since


def _median(values: np.ndarray) -> np.ndarray:
    """Over the last axis, of what is there; NaN where nothing is."""
    ordered = np.sort(values, axis=-1)
    n = (~np.isnan(ordered)).sum(axis=-1, keepdims=True)
    low = np.take_along_axis(ordered, np.maximum(n - 1, 0) // 2, axis=-1)
    high = np.take_along_axis(ordered, n // 2, axis=-1)
    return ((low + high) / 2)[..., 0]
