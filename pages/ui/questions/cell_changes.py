"""Figures that an event adds, changes or removes: as a table, and drawn."""

from __future__ import annotations

import pandas as pd

from etl.changes import CHANGED, GONE, NEW
from etl.observations import KEY
from etl.text import Texts
from pages.ui.charts.brought import brought
from pages.ui.charts.caption import Caption
from pages.ui.charts.moved import moved
from pages.ui.drawn import Drawn
from pages.ui.questions.cell_names import CellNames

PUBLISHED = "published"
RANK_KEY = [part for part in KEY if part != "assessor"]
EDITION_KEY = ["framework", "period", "universe", "indicator", "assessor"]
MOST_BARS, MOST_MOVED = 14, 18
TABLE = ["change", "period", "universe", "decree", "indicator_name", "province", "assessor_name"]
NUMBERS = ["value_from", "value_to", "difference", "rank_from", "rank_to"]


def described(cells: pd.DataFrame, ranks: pd.DataFrame | None, names: CellNames) -> pd.DataFrame:
    """The changes with names, the largest first: the columns of ``cells`` (``changes.between``), TABLE and NUMBERS.

    ``ranks``: as of ``consequences.Consequences``: where known, the ranks that follow stand in place of printed ones.
    """
    frame = names.described(cells).rename(columns={f"value_{side}": f"value_{end}" for side, end in _ENDS.items()})
    frame = _with_ranks(frame, ranks)
    difference = frame["value_to"].astype(float) - frame["value_from"].astype(float)
    frame = frame.assign(difference=difference, size=difference.abs(), order=frame["change"].map(_ORDER))
    return frame.sort_values(["order", "size"], ascending=[True, False], kind="stable", ignore_index=True)


def table(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """What is listed and downloaded of ``described``: codes of ``tables.column``; columns without content left out."""
    shown = frame.assign(change=[texts(f"tables.change.{change}") for change in frame["change"]])
    if (frame["assessor"] == PUBLISHED).all():
        shown = shown.drop(columns="assessor_name")
    columns = [column for column in [*TABLE, *NUMBERS] if column in shown]
    return shown[columns].dropna(axis="columns", how="all")


def by_indicator(
    frame: pd.DataFrame, stated: pd.DataFrame, names: CellNames, texts: Texts, *, page: str
) -> Drawn | None:
    """How many figures of each indicator are new, changed, gone or as they were.

    None where nothing changes, and where ``of_values`` tells it all: one indicator whose values change.
    ``stated``: the rows of the return (``observations``), for what stays as it was. ``page``: whose words title it.
    """
    if frame.empty:
        return None
    counts = _counted(_forms_as_one(frame), _forms_as_one(stated))
    if len(counts) == 1 and not counts[[NEW, GONE]].to_numpy().any():
        return None
    shown = names.described(counts.reset_index().assign(province_code=""))
    shown["label"] = [_edition_label(row, texts) for row in shown.to_dict("records")]
    totals = {kind: int(counts[kind].sum()) for kind in _KINDS}
    told = ", ".join(texts(f"charts.brought.{kind}", n=n) for kind, n in totals.items() if n)
    caption = Caption(texts(f"{page}.brought.title", told=told), texts(f"{page}.brought.source"))
    chart = brought(_folded(shown, texts), caption=caption, words=texts)
    numbers = {f"n_{kind}": shown[kind] for kind in _KINDS}
    return Drawn.of(chart, shown[["period", "universe", "decree", "indicator_name"]].assign(**numbers))


def of_values(frame: pd.DataFrame, texts: Texts, *, source: str) -> Drawn | None:
    """The values that change, old to new, the largest changes first; None where none does."""
    changed = frame[(frame["change"] == CHANGED) & (frame["size"] > 0)]
    if changed.empty:
        return None
    shown = changed.head(MOST_MOVED)
    shown = shown.assign(label=[texts("upload.moved.label", **row) for row in shown.to_dict("records")])
    first = changed.iloc[0]
    kind = "one" if len(changed) == 1 else "some" if len(changed) <= MOST_MOVED else "many"
    fields = {"province": first["province"], "change": first["difference"], "n": len(changed), "most": MOST_MOVED}
    title = texts(f"upload.moved.{kind}", **fields)
    chart = moved(shown.assign(of=shown["universe"]), caption=Caption(title, source), words=texts)
    return Drawn.of(chart, table(changed, texts))


def _with_ranks(frame: pd.DataFrame, ranks: pd.DataFrame | None) -> pd.DataFrame:
    printed = frame.rename(columns={f"rank_{side}": f"rank_{end}" for side, end in _ENDS.items()})
    if ranks is None or ranks.empty:
        return printed
    following = ranks.set_index(RANK_KEY)[["rank_before", "rank_after"]]
    joined = printed.join(following, on=RANK_KEY)
    official = joined["assessor"] == PUBLISHED
    for side, end in _ENDS.items():
        computed = joined[f"rank_{side}"].astype("Int64")
        joined[f"rank_{end}"] = computed.where(official & computed.notna(), joined[f"rank_{end}"].astype("Int64"))
    return joined


def _forms_as_one(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with no indicator where they are of a self-assessment form: its criteria hold one figure each."""
    return frame.assign(indicator=frame["indicator"].where(frame["assessor"] == PUBLISHED, ""))


def _counted(frame: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """One row per EDITION_KEY: new, changed, gone, same; most changes first."""
    counts = frame.groupby([*EDITION_KEY, "change"]).size().unstack(fill_value=0)
    told = stated.dropna(subset=["value", "rank_published"], how="all").groupby(EDITION_KEY).size()
    counts = counts.reindex(index=counts.index.union(told.index), columns=[NEW, CHANGED, GONE], fill_value=0).fillna(0)
    same = told.reindex(counts.index, fill_value=0) - counts[NEW] - counts[CHANGED]
    counts = counts.assign(same=same.clip(lower=0)).astype(int)
    return counts.iloc[(-counts[[NEW, CHANGED, GONE]].sum(axis=1)).argsort(kind="stable")]


def _folded(shown: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The bars to draw; those beyond MOST_BARS become one."""
    if len(shown) <= MOST_BARS:
        return shown
    rest = shown.iloc[MOST_BARS - 1 :]
    one = {kind: rest[kind].sum() for kind in _KINDS} | {"label": texts("upload.brought.others", n=len(rest))}
    return pd.concat([shown.head(MOST_BARS - 1), pd.DataFrame([one])], ignore_index=True)


def _edition_label(row: dict, texts: Texts) -> str:
    kind = "label" if row["assessor"] == PUBLISHED else "label_of_assessor"
    return texts(f"upload.brought.{kind}", **row)


_ENDS = {"before": "from", "after": "to"}
_KINDS = (NEW, CHANGED, GONE, "same")
_ORDER = {CHANGED: 0, GONE: 1, NEW: 2}
