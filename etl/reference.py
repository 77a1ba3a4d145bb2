"""The reference tables that people edit (data/framework, data/geo), read and checked as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from etl import reference_frameworks
from etl.reference_checks import Faults, ReferenceFault, ReferenceFaults
from etl.reference_geography import read_geography
from etl.vietnamese import fold
from indicators.framework import Framework
from indicators.lens import Lenses

__all__ = ["Reference", "ReferenceFault", "ReferenceFaults", "load"]

DATA_FOLDER = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, eq=False)
class Reference:
    """Frameworks, lenses, provinces and names, checked.  Columns are those of the files (data/README).

    Codes are text, periods and universes int, `regions` of a province a list; empty text is "", an unknown
    number NaN.
    """

    frameworks: Mapping[str, Framework]
    editions: pd.DataFrame
    lenses: Lenses
    provinces: pd.DataFrame
    regions: pd.DataFrame
    mergers: pd.DataFrame
    renamings: pd.DataFrame
    aliases: pd.DataFrame
    indicator_aliases: pd.DataFrame
    ambiguous_aliases: pd.DataFrame
    context: pd.DataFrame
    national_context: pd.DataFrame
    tiles: pd.DataFrame

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """One row per framework and indicator: framework, indicator, parent, position, level, max_points …"""
        trees = [
            tree.nodes.reset_index(names="indicator").assign(framework=edition, position=range(len(tree.nodes)))
            for edition, tree in self.frameworks.items()
        ]
        return pd.concat(trees, ignore_index=True).rename(columns={"weight": "max_points"})

    @cached_property
    def edition_names(self) -> dict[str, dict[str, str]]:
        """What each framework is called, by language."""
        columns = (self.editions[name] for name in ("framework", "name_vi", "name_en"))
        return {framework: {"vi": vi, "en": en} for framework, vi, en in zip(*columns, strict=True)}

    def tables(self) -> dict[str, pd.DataFrame]:
        """The reference tables as the warehouse holds them, by table name."""
        provinces = self.provinces.drop(columns="source_url").assign(folded=self.provinces["name_vi"].map(fold))
        mergers = ["old_code", "new_code", "change_type", "effective_from", "legal_basis", "source_url"]
        return {
            "framework": self.editions,
            "indicator": self.indicators,
            "lens": self.lenses.lenses,
            "lens_category": self.lenses.categories,
            "lens_member": self.lenses.members,
            "province": provinces,
            "region": self.regions,
            "merger": self.mergers[mergers],
            "context": self.context,
            "national_context": self.national_context,
        }


def load(folder: Path = DATA_FOLDER, *, published: Sequence[Mapping[str, pd.DataFrame]] = ()) -> Reference:
    """All of `folder`/framework and `folder`/geo.  Raises ReferenceFaults naming every fault at once.

    `published`: tables of data/framework that people published, as text by file name, the later winning.
    """
    faults = Faults(published)
    of_frameworks = folder / "framework"
    editions = reference_frameworks.read_editions(of_frameworks, faults)
    frameworks = reference_frameworks.read_frameworks(of_frameworks, editions, faults)
    reference = Reference(
        frameworks=frameworks,
        editions=editions,
        lenses=reference_frameworks.read_lenses(of_frameworks, frameworks, faults),
        indicator_aliases=reference_frameworks.read_indicator_names(of_frameworks, frameworks, faults),
        ambiguous_aliases=reference_frameworks.read_ambiguous_names(of_frameworks, frameworks, faults),
        national_context=reference_frameworks.read_national_context(of_frameworks, faults),
        **read_geography(folder / "geo", faults),
    )
    if faults.found:
        raise ReferenceFaults(faults.found)
    return reference
