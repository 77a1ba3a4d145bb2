"""What every scenario of one edition stands on: published values of all units, and the gains that were really made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.achieved_gains import best_gains
from indicators.shared_parts import SharedParts
from indicators.what_if import additive
from pages.ui.questions.edition import Edition


@dataclass(frozen=True, eq=False)
class Ground:
    """One edition whose points are known for every unit.

    `values`: units × parts (0..1), which add up to the published index; `max_points`: by part; `rounding`: half a unit
    of the last printed decimal by part; `intervals`: mart `rank_intervals`, by unit; `periods`: values of every period
    of the framework that has the same parts, this one among them. `names`, `labels`: of parts and bars by code, in full
    and as charts have room for.
    """

    edition: Edition
    names: Mapping[str, str]
    labels: Mapping[str, str]
    values: pd.DataFrame
    max_points: pd.Series
    rounding: pd.Series
    intervals: pd.DataFrame
    periods: Mapping[int, pd.DataFrame]

    @property
    def of(self) -> int:
        """Units of the universe."""
        return len(self.values)

    @property
    def before(self) -> int | None:
        """The preceding period, where it has the same parts."""
        earlier = [period for period in self.periods if period < self.edition.period]
        return max(earlier, default=None)

    @property
    def drift(self) -> pd.DataFrame | None:
        """How far each unit moved in each part since the preceding period; None where that cannot be said."""
        return None if self.before is None else self.values - self.periods[self.before]

    @property
    def pace(self) -> tuple[int, int] | None:
        """The two periods whose gains show what can be done in a year: up to this period, else from it on."""
        later = [period for period in self.periods if period > self.edition.period]
        if self.before is not None:
            return self.before, self.edition.period
        return (self.edition.period, min(later)) if later else None

    def gains(self, province: str) -> pd.DataFrame | None:
        """The best yearly gain by part that a unit with a similar start made: `achieved_gains.best_gains`."""
        if self.pace is None:
            return None
        first, last = self.pace
        return best_gains(
            self.periods[first],
            self.periods[last],
            unit=province,
            start=self.values.loc[province],
            years=last - first,
        )


def closed_to_index(parts: SharedParts, index: pd.Series) -> pd.DataFrame:
    """The parts of each unit with what the source rounded put into the largest, so that they add up to `index`."""
    lacking = index.reindex(parts.values.index) - additive(parts.values, parts.max_points)
    largest = parts.max_points.idxmax()
    share = parts.max_points[largest] / parts.max_points.sum()
    return parts.values.assign(**{str(largest): parts.values[largest] + lacking / share})
