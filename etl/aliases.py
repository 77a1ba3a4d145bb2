"""What people say that names in their workbooks mean: kept with what they publish, known to all later readings."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from etl.reference import Reference

SAID_BY_PEOPLE = "published"


@dataclass(frozen=True)
class Aliases:
    """Names as written, each with what it stands for.

    ``units``: (universe, name, province_code); ``indicators``: (framework, name, indicator code).
    """

    units: tuple[tuple[int, str, str], ...] = ()
    indicators: tuple[tuple[str, str, str], ...] = ()

    def __add__(self, later: Aliases) -> Aliases:
        """Both; of two meanings of a name the later one stands."""
        return Aliases(_later_stand(self.units + later.units), _later_stand(self.indicators + later.indicators))

    def __bool__(self) -> bool:
        return bool(self.units or self.indicators)


def understood(known: Reference, aliases: Aliases) -> Reference:
    """``known`` with these names in its tables of names, as far as what they stand for is still there."""
    if not aliases:
        return known
    return dataclasses.replace(
        known,
        aliases=_later_rows(known.aliases, _units(known, aliases), ["universe", "alias"]),
        indicator_aliases=_later_rows(known.indicator_aliases, _indicators(known, aliases), ["framework", "alias"]),
    )


def encoded(aliases: Aliases) -> bytes:
    """The aliases as a file of an event."""
    return json.dumps(dataclasses.asdict(aliases), ensure_ascii=False, indent=1).encode()


def decoded(content: bytes) -> Aliases:
    """The aliases that ``encoded`` wrote."""
    told = json.loads(content)
    return Aliases(
        units=tuple((int(universe), str(name), str(code)) for universe, name, code in told["units"]),
        indicators=tuple((str(framework), str(name), str(code)) for framework, name, code in told["indicators"]),
    )


def _later_stand(said: Sequence[tuple]) -> tuple:
    return tuple({row[:2]: row for row in said}.values())


def _units(known: Reference, aliases: Aliases) -> pd.DataFrame:
    there = set(zip(known.provinces["universe"].astype(int), known.provinces["province_code"], strict=True))
    rows = [(of, name, code, SAID_BY_PEOPLE) for of, name, code in aliases.units if (of, code) in there]
    return pd.DataFrame(rows, columns=["universe", "alias", "province_code", "source"])


def _indicators(known: Reference, aliases: Aliases) -> pd.DataFrame:
    trees = {framework: set(tree.nodes.index) for framework, tree in known.frameworks.items()}
    rows = [row for row in aliases.indicators if row[2] in trees.get(row[0], ())]
    return pd.DataFrame(rows, columns=["framework", "alias", "code"])


def _later_rows(before: pd.DataFrame, later: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    return pd.concat([before, later], ignore_index=True).drop_duplicates(key, keep="last", ignore_index=True)
