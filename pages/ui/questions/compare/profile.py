"""Indicator by indicator: where the unit stands among those it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.strengths import finest
from pages.ui.charts.caption import Caption
from pages.ui.charts.profile import profile
from pages.ui.drawn import Drawn
from pages.ui.questions.compare.sides import Side, values
from pages.ui.questions.edition import Edition

TABLE = ["indicator_name", "name", "value", "rank", "difference"]
MOST_NAMES = 3


@dataclass(frozen=True, eq=False)
class Line:
    """One compared side: `role` chosen | rival | reference; `values` and `ranks` by indicator (no rank: empty)."""

    name: str
    role: str
    values: pd.Series
    ranks: pd.Series


def unit_line(edition: Edition, code: str, *, role: str) -> Line:
    """A unit of the edition."""
    rows = edition.values_of(code).set_index("indicator")
    return Line(edition.units[code], role, rows["value"], rows["rank"])


def reference_line(edition: Edition, side: Side) -> Line:
    """A mean, or a unit of another universe's edition under a name that says so; never ranked among ours."""
    return Line(side.name, "reference", values(edition, side), pd.Series(dtype="Int64"))


@dataclass(frozen=True, eq=False)
class Answer:
    """`drawn`: None where the chosen unit has no value, or nobody beside it; `missing`: names of sides without any."""

    drawn: Drawn | None
    missing: tuple[str, ...]


def profiled(edition: Edition, lines: Sequence[Line], *, provinces: tuple[str, ...], texts: Texts) -> Answer:
    """All sides on one chart. The first line is the chosen unit's.

    `provinces`: codes of the units among the lines, whose figures the source line names.
    """
    codes = shown(edition, lines)
    known = [line for line in lines if line.values.reindex(codes).notna().any()]
    missing = tuple(line.name for line in lines if line not in known)
    if len(known) < 2 or known[0] is not lines[0]:
        return Answer(None, missing)
    return Answer(_drawn(edition, known, codes, provinces, texts), missing)


def _drawn(
    edition: Edition, lines: Sequence[Line], codes: Sequence[str], provinces: tuple[str, ...], texts: Texts
) -> Drawn:
    labels = edition.value_labels(texts)
    rows = pd.concat([_rows(line, codes, lines[0].values, labels) for line in lines])
    order = {label: place for place, label in enumerate(labels[code] for code in codes)}
    rows = rows.sort_values("label", key=lambda column: column.map(order), kind="stable")
    below = [code for code in codes if code != edition.framework.root]
    title = _title(lines, below, edition.spoken_names(), texts)
    caption = Caption(title, edition.source(texts, provinces=provinces))
    chart = profile(rows, of=len(edition.units), caption=caption, words=texts)
    table = rows.assign(indicator_name=rows["label"], name=rows["unit"]).dropna(subset=["value"])
    return Drawn.of(chart, table[TABLE].reset_index(drop=True))


def shown(edition: Edition, lines: Sequence[Line]) -> list[str]:
    """The index, then the finest indicators that all compared units have; where there is none, the chosen unit's."""
    units = [set(line.values.dropna().index) for line in lines if line.role != "reference"]
    common = _finest(set.intersection(*units), edition) or _finest(units[0], edition)
    root = edition.framework.root
    return [code for code in (root, *common) if code in units[0]]


def _finest(codes: set[str], edition: Edition) -> list[str]:
    return finest(dict.fromkeys(codes, 1), edition.framework)


def _rows(line: Line, codes: Sequence[str], ours: pd.Series, labels: Mapping[str, str]) -> pd.DataFrame:
    own = line.values.reindex(codes)
    frame = pd.DataFrame({"value": own, "difference": own - ours.reindex(codes), "rank": line.ranks.reindex(codes)})
    frame["rank"] = frame["rank"].astype("Int64")
    return frame.assign(label=[labels[code] for code in codes], unit=line.name, role=line.role)


def _title(lines: Sequence[Line], codes: Sequence[str], spoken: Mapping[str, str], texts: Texts) -> str:
    """In how many indicators the unit leads those compared, and in how many it comes last."""
    rivals = [line for line in lines if line.role == "rival"]
    table = pd.DataFrame({place: line.values.reindex(codes) for place, line in enumerate([lines[0], *rivals])})
    table = table.dropna()
    fields = {"province": lines[0].name, "n": len(table)}
    if not rivals or table.empty:
        return texts("compare.profile.plain", **fields)
    first = [code for code in table.index if table.at[code, 0] == table.loc[code].max() > table.loc[code, 1:].max()]
    last = [code for code in table.index if table.at[code, 0] == table.loc[code].min() < table.loc[code, 1:].min()]
    key = {(True, True): "both", (True, False): "first", (False, True): "last", (False, False): "between"}
    fields |= {"first": _names(first, spoken), "last": _names(last, spoken)}
    counts = {"n_first": len(first), "n_last": len(last)}
    return texts(f"compare.profile.{key[bool(first), bool(last)]}", **counts, **fields)


def _names(codes: Sequence[str], spoken: Mapping[str, str]) -> str:
    names = [spoken[code] for code in codes]
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
