"""One edition whose ranks can be tried under other methods, seen from one unit."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.method_study import Method
from indicators.normalise import Rule
from indicators.shared_parts import SharedParts
from pages.ui.questions.edition import Edition
from pages.ui.questions.wording import within
from pages.ui.source_line import source_line

WIDTH = 0.25
"""How far each weight moves either way (method §7)."""


@dataclass(frozen=True, eq=False)
class Study:
    """`province`: the unit's code; `parts`: of the index, all units; `intervals`: mart `rank_intervals`, all units."""

    edition: Edition
    province: str
    parts: SharedParts
    intervals: pd.DataFrame

    @property
    def name(self) -> str:
        """The unit's name."""
        return self.edition.units[self.province]

    @property
    def own(self) -> pd.Series:
        """The unit's row of `intervals`."""
        return self.intervals.set_index("province_code").loc[self.province]

    @property
    def of(self) -> int:
        """Units of the universe."""
        return len(self.edition.units)


def source(edition: Edition, texts: Texts) -> str:
    """The source line of what is worked out here: nothing of it is published."""
    row = {"framework": [edition.framework.id], "period": [edition.period], "source_kind": [None]}
    return source_line(pd.DataFrame(row), edition.decrees, texts)


def other_methods(parts: SharedParts) -> dict[str, Method]:
    """Other ways to normalise and aggregate these parts, by code; a geometric mean only where no value is 0."""
    ways = {"minmax": Method(Rule("minmax")), "zscore": Method(Rule("zscore"))}
    if (parts.values > 0).all(axis=None):
        ways["geometric"] = Method(aggregation="geometric")
    return ways


def assumption_names(edition: Edition, texts: Texts) -> dict[str, str]:
    """What readers call each assumption, by code: the weight of a part, another method, rounding."""
    labels = edition.part_labels(texts).items()
    weights = {code: texts("robustness.weight_of", name=within(name)) for code, name in labels}
    return weights | texts.under("robustness.assumption")
