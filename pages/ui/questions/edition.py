"""One framework, period and universe with all its units: what questions about one edition start from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.breakdown import ROUNDING
from indicators.framework import Framework
from indicators.residual import BLOCK
from indicators.trend import shown_rank
from pages.ui.questions.wording import opening, within
from pages.ui.source_line import source_line


@dataclass(frozen=True, eq=False)
class Edition:
    """All that is known of one framework, period and universe.

    `parts`: mart `parts` (all units); `values`: mart `edition_values` (all units); `units`: names by code in
    Vietnamese order; `decrees`: framework → its decree, as sources are cited; `names`: as sentences call it.
    """

    framework: Framework
    period: int
    parts: pd.DataFrame
    values: pd.DataFrame
    units: Mapping[str, str]
    decrees: Mapping[str, str]
    names: Mapping[str, str]

    @property
    def decree(self) -> str:
        """What a sentence calls this framework: its decree, or the index that has but one."""
        return self.names[self.framework.id]

    @property
    def points_known(self) -> bool:
        """Whether the maximum points of the parts are known (not for Decision 405 and the ICT Index)."""
        return bool(self.parts["max_points"].notna().any())

    @property
    def n_parts(self) -> int:
        """How many parts the score is known to have, over all units."""
        return int(self.parts.loc[self.parts["indicator"] != ROUNDING, "indicator"].nunique())

    def parts_of(self, province: str) -> pd.DataFrame:
        """The parts of one unit's score; empty where they are not known."""
        return self.parts[self.parts["province_code"] == province]

    def values_of(self, province: str) -> pd.DataFrame:
        """The figures of one unit, with the rank shown (ours, else the one that the source prints)."""
        rows = self.values[self.values["province_code"] == province]
        return rows.assign(rank=shown_rank(rows))

    def index_value(self, province: str) -> float:
        """The unit's value of the index itself; NaN where there is none."""
        rows = self.values_of(province).query("indicator == @self.framework.root")
        return float(rows["value"].iloc[0]) if len(rows) else float("nan")

    @property
    def index_ranking(self) -> pd.DataFrame:
        """All units' figures of the index."""
        return self.values[self.values["indicator"] == self.framework.root]

    def source(self, texts: Texts, *, provinces: Collection[str] = (), indicators: Collection[str] = ()) -> str:
        """The source line of the figures of these units and indicators (default: all)."""
        rows = self.values[self.values["province_code"].isin(provinces)] if provinces else self.values
        rows = rows[rows["indicator"].isin(indicators)] if len(indicators) else rows
        return source_line(rows, self.decrees, texts)

    def part_names(self, texts: Texts) -> dict[str, str]:
        """Names of parts by code: indicators, and the bars that are no indicator's doing."""
        named = self.parts.dropna(subset=["indicator_name"])
        return {**dict(zip(named["indicator"], named["indicator_name"], strict=True)), **texts.under("tables.kind")}

    def spoken_names(self) -> dict[str, str]:
        """Names of indicators in the middle of a sentence, by code; the derived block by its short name."""
        named = self.values.drop_duplicates("indicator")
        names = named["indicator_name"].where(named["indicator"] != BLOCK, named["short"])
        return {code: within(name) for code, name in zip(named["indicator"], names, strict=True)}

    def derived_parts(self, province: str) -> set[str]:
        """Codes of the parts of a unit's score that are not published but follow from what is."""
        rows = self.parts_of(province)
        return set(rows.loc[rows["basis"] == "derived", "indicator"]) - {ROUNDING}

    def part_labels(self, texts: Texts) -> dict[str, str]:
        """Names of parts as charts have room for: the derived block by its short name, and called derived."""
        block = self.parts.loc[self.parts["indicator"] == BLOCK, ["indicator", "short"]].drop_duplicates()
        short = {code: texts("factors.derived_part", name=name) for code, name in block.itertuples(index=False)}
        return {code: opening(name) for code, name in (self.part_names(texts) | short).items()}

    def value_labels(self, texts: Texts) -> dict[str, str]:
        """Names of all indicators as charts have room for; the index by its short name."""
        named = self.values.drop_duplicates("indicator").set_index("indicator")
        root = named.loc[named.index == self.framework.root, "short"].to_dict()
        return named["indicator_name"].to_dict() | self.part_labels(texts) | root
