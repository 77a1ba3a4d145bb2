"""With whom a unit is compared: other units, the mean of the nation, the mean of a region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from pages.ui.questions.edition import Edition
from pages.ui.questions.trends import lines

NATION = "nation"


@dataclass(frozen=True)
class Side:
    """`name`: what readers call it; `members`: codes of the units whose unweighted mean it is; one is itself."""

    name: str
    members: tuple[str, ...]

    @property
    def is_unit(self) -> bool:
        """Whether it is a unit and no mean."""
        return len(self.members) == 1


def sides(
    edition: Edition, *, rivals: Sequence[str], home: Sequence[str], regions: Mapping[str, str], texts: Texts
) -> dict[str, Side]:
    """Whom the gap can be measured to, by key: the rivals, the nation, the regions. `home`: ids of the unit's own
    regions; `regions`: their names by id. A region is offered only where every unit of the edition has figures: a
    mean over those that happen to be known would pass for the region's."""
    found = {code: Side(edition.units[code], (code,)) for code in rivals}
    found[NATION] = Side(texts("compare.side.nation"), tuple(edition.units))
    whole = edition.values["province_code"].nunique() == len(edition.units)
    for region in home if whole else ():
        name = texts("compare.side.region", name=regions[region])
        found[region] = Side(name, tuple(members(edition, region)))
    return found


def unknown(region: str, texts: Texts) -> Side:
    """The mean of a region some of whose units have no figures: it has a name and no values."""
    return Side(texts("compare.side.region", name=region), ())


def members(edition: Edition, region: str) -> list[str]:
    """The units of the edition that lie in a region, wholly or in part."""
    units = edition.values.drop_duplicates("province_code")
    inside = [region in regions for regions in units["regions"]]
    return list(units.loc[inside, "province_code"])


def values(edition: Edition, side: Side) -> pd.Series:
    """The side's value by indicator; a mean only where every member has a value."""
    rows = edition.values[edition.values["province_code"].isin(side.members)]
    known = rows.groupby("indicator")["value"]
    return known.mean()[known.count() == len(side.members)]


def nearest(edition: Edition, province: str) -> tuple[str, ...]:
    """Whom to compare with when nobody is chosen: the leader and the units ranked just above and just below."""
    ranking = edition.index_ranking
    units = lines.of_units(ranking, province=province, rivals=())
    return tuple(lines.nearest(units, province=province))
