"""Which assumption moves the unit's rank, and which the whole ranking? And the rank without each indicator."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.assumptions import rank_shift_sensitivity
from indicators.draws import flat_framework
from indicators.leave_one_out import leave_one_out
from indicators.method_study import Method
from indicators.monte_carlo import Noise
from indicators.shared_parts import SharedParts
from indicators.swings import swings
from pages.ui.charts.caption import Caption
from pages.ui.charts.explained import explained
from pages.ui.charts.rank_ranges import rank_ranges
from pages.ui.drawn import Drawn
from pages.ui.questions.robustness.study import WIDTH, Study, assumption_names, other_methods, source
from pages.ui.questions.wording import span, within

SWINGS = ["assumption", "rank", "rank_best", "rank_worst"]
SHARES = ["assumption", "first", "total", "total_low", "total_high"]
LEFT_OUT = ["left_out", "rank", "rank_without", "rank_change"]


@dataclass(frozen=True, eq=False)
class Tried:
    """What other assumptions make of all units' ranks: as `swings`, `leave_one_out` and `rank_shift_sensitivity`."""

    swings: pd.DataFrame
    left_out: pd.DataFrame
    sensitivity: pd.DataFrame


def tried(parts: SharedParts, *, rounding: pd.Series) -> Tried:
    """Every assumption tried on one edition. `rounding`: half a unit of the last printed decimal by part."""
    values, points, methods = parts.values, parts.max_points, other_methods(parts)
    noise = Noise(weights=WIDTH, rounding=rounding)
    return Tried(
        swings=swings(values, points, width=WIDTH, methods=methods),
        left_out=leave_one_out(values, flat_framework(points)),
        sensitivity=rank_shift_sensitivity(values, points, noise=noise, methods=[Method(), *methods.values()]),
    )


def tornado(study: Study, found: pd.DataFrame, texts: Texts) -> Drawn:
    """The ranks that the unit reaches when one assumption changes and all others stay, the widest swing on top.

    `found`: the swings of `Tried`.
    """
    own = found[found["unit"] == study.province].copy()
    names = assumption_names(study.edition, texts)
    own["label"] = own["assumption"].map(names)
    own = own.assign(width=own["worst"] - own["best"]).sort_values("width", ascending=False, kind="stable")
    rows = own.assign(low=own["best"], high=own["worst"], text=list(map(span, own["best"], own["worst"])))
    title = _tornado_title(study, own.iloc[0], texts)
    table = own.assign(assumption=own["label"], rank_best=own["best"], rank_worst=own["worst"])
    return _ranges(study, rows, title, texts, table[SWINGS])


def left_out(study: Study, found: pd.DataFrame, texts: Texts) -> Drawn:
    """The rank without each indicator, where it falls most on top. `found`: the ranks left out of `Tried`."""
    own = found[found["unit"] == study.province].sort_values("shift", kind="stable")
    names = study.edition.part_labels(texts)
    own = own.assign(name=own["left_out"].map(names), without=own["rank_without"].astype(int))
    own = own.assign(rank=own["rank"].astype(int), code=own["left_out"])
    rows = own.assign(
        label=[texts("robustness.left_out.label", name=within(name)) for name in own["name"]],
        low=own[["rank", "without"]].min(axis=1),
        high=own[["rank", "without"]].max(axis=1),
        text=[_without(row, texts) for row in own.to_dict("records")],
        rank=own["without"],
    )
    table = own.assign(left_out=own["name"], rank_change=own["shift"])
    return _ranges(study, rows, _left_out_title(study, own, texts), texts, table[LEFT_OUT])


def shares(study: Study, found: pd.DataFrame, texts: Texts) -> Drawn:
    """How much of the shifts of all ranks each assumption explains. `found`: the sensitivity of `Tried`."""
    names = assumption_names(study.edition, texts)
    rows = found.assign(label=found["assumption"].map(names))
    most = rows.iloc[0]
    title = texts("robustness.shares.title", assumption=within(most["label"]), share=most["total"])
    chart = explained(rows, caption=Caption(title, source(study.edition, texts)), words=texts)
    return Drawn.of(chart, rows.assign(assumption=rows["label"])[SHARES])


def _ranges(study: Study, rows: pd.DataFrame, title: str, texts: Texts, table: pd.DataFrame) -> Drawn:
    caption = Caption(title, source(study.edition, texts), subtitle=texts("robustness.ranges_subtitle", of=study.of))
    rank = int(study.own["rank"])
    roles = (rows["low"] < rows["high"]).map({True: "chosen", False: "rest"})
    chart = rank_ranges(rows.assign(role=roles), of=study.of, at=rank, caption=caption, words=texts)
    return Drawn.of(chart, table.reset_index(drop=True))


def _tornado_title(study: Study, most: pd.Series, texts: Texts) -> str:
    if most["width"] == 0:
        return texts("robustness.tornado.same", province=study.name, rank=int(most["rank"]), of=study.of)
    ranks = {"best": int(most["best"]), "worst": int(most["worst"])}
    change = _change(study, str(most["assumption"]), texts)
    return texts("robustness.tornado.title", province=study.name, change=change, **ranks)


def _change(study: Study, assumption: str, texts: Texts) -> str:
    """What happens to an assumption, in the middle of a sentence."""
    if assumption in study.parts.max_points.index:
        name = study.edition.spoken_names()[assumption]
        return texts("robustness.change.weight", name=name, width=WIDTH)
    return texts(f"robustness.change.{assumption}")


def _without(row: dict, texts: Texts) -> str:
    key = "same" if row["shift"] == 0 else "up" if row["shift"] > 0 else "down"
    return texts(f"robustness.left_out.{key}", rank=row["without"], n=abs(row["shift"]))


def _left_out_title(study: Study, own: pd.DataFrame, texts: Texts) -> str:
    most = own.loc[own["shift"].abs().astype(int).idxmax()]
    if most["shift"] == 0:
        return texts("robustness.left_out.steady", province=study.name, rank=int(most["rank"]), of=study.of)
    indicator = study.edition.spoken_names()[most["code"]]
    ranks = {"rank": int(most["rank"]), "without": int(most["without"])}
    return texts("robustness.left_out.title", province=study.name, indicator=indicator, **ranks)
