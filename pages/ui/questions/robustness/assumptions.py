"""Which assumption moves the unit's rank, and which the whole ranking? And the rank without each indicator."""

from __future__ import annotations

import pandas as pd

from etl.text import Texts
from indicators.draws import flat_framework
from indicators.leave_one_out import leave_one_out
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


def tornado(study: Study, texts: Texts) -> Drawn:
    """The ranks that the unit reaches when one assumption changes and all others stay, the widest swing on top."""
    methods = other_methods(study.parts)
    found = swings(study.parts.values, study.parts.max_points, width=WIDTH, methods=methods)
    own = found[found["unit"] == study.province].copy()
    names = assumption_names(study.edition, texts)
    own["label"] = own["assumption"].map(names)
    own = own.assign(width=own["worst"] - own["best"]).sort_values("width", ascending=False, kind="stable")
    rows = own.assign(low=own["best"], high=own["worst"], text=list(map(span, own["best"], own["worst"])))
    title = _tornado_title(study, own.iloc[0], texts)
    table = own.assign(assumption=own["label"], rank_best=own["best"], rank_worst=own["worst"])
    return _ranges(study, rows, title, texts, table[SWINGS])


def left_out(study: Study, texts: Texts) -> Drawn:
    """The rank without each indicator, where it falls most on top."""
    framework = flat_framework(study.parts.max_points)
    found = leave_one_out(study.parts.values, framework)
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


def shares(study: Study, sensitivity: pd.DataFrame, texts: Texts) -> Drawn:
    """How much of the shifts of all ranks each assumption explains. `sensitivity`: as `rank_shift_sensitivity`."""
    names = assumption_names(study.edition, texts)
    rows = sensitivity.assign(label=sensitivity["assumption"].map(names))
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
