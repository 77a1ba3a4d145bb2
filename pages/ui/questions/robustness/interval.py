"""Between which ranks does the unit lie, and every other? The unit's card, and one chart of all ranges."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

import pandas as pd

from etl.text import Texts
from indicators.certainty import DRAWS
from indicators.flips import DefensibleRanks, defensible_ranks
from pages.ui.charts.caption import Caption
from pages.ui.charts.rank_ranges import CLOSE, rank_ranges
from pages.ui.drawn import Drawn
from pages.ui.questions.robustness.study import WIDTH, Study, source
from pages.ui.questions.wording import span

TABLE = ["rank", "province", "p05", "p50", "p95", "p_top3", "p_top10"]
EACH_SIDE = 4
"""Units shown on either side of ours where not all are."""
TOPS = {3: "p_top3", 10: "p_top10"}


def card(study: Study, texts: Texts) -> str:
    """The unit's rank, its range and what else can be defended, as HTML."""
    own = study.own
    lines = [
        ("value", span_words(own, texts)),
        *(("", texts("robustness.card.top", k=k, share=own[column])) for k, column in TOPS.items()),
        ("", _defensible(defensible(study), texts)),
        ("note", texts("robustness.card.how", draws=DRAWS, width=WIDTH)),
    ]
    place, of = int(own["rank"]), study.of
    spoken = escape(texts("overview.card.rank_words", rank=place, of=of))
    rank = f'<span aria-hidden="true"><b>{place}</b>/{of}</span><span class="spoken">{spoken}</span>'
    body = "".join(f'<p class="{kind}">{escape(line)}</p>' for kind, line in lines)
    heading = escape(texts("robustness.card.label", province=study.name, year=str(study.edition.period)))
    return f'<section class="standing"><h2>{heading}</h2><p class="rank">{rank}</p>{body}</section>'


def defensible(study: Study) -> DefensibleRanks:
    """The best and the worst rank of the unit that any weights within the width can give."""
    parts = study.parts
    return defensible_ranks(parts.values, weights=parts.max_points, unit=study.province, width=WIDTH)


def span_words(row: pd.Series, texts: Texts) -> str:
    """The ranks between which a unit lies in 90 % of the draws, in words."""
    key = "firm" if row["p05"] == row["p95"] else "range"
    return texts(f"robustness.card.{key}", low=int(row["p05"]), high=int(row["p95"]))


def drawn(study: Study, texts: Texts, *, near: Collection[str]) -> Drawn:
    """All ranges, the best rank on top. `near`: codes of the units that cannot be told apart from the chosen one."""
    caption = Caption(_title(study, texts), source(study.edition, texts))
    chart = rank_ranges(_rows(study, near), of=study.of, caption=caption, words=texts, pitch=CLOSE)
    return Drawn.of(chart, study.intervals[TABLE])


def around(study: Study, texts: Texts, *, near: Collection[str]) -> Drawn:
    """The ranges of the units ranked just above and below the chosen one, for a slide; its own range in the title."""
    at = list(study.intervals["province_code"]).index(study.province)
    first = min(max(0, at - EACH_SIDE), max(0, len(study.intervals) - 2 * EACH_SIDE - 1))
    shown = slice(first, first + 2 * EACH_SIDE + 1)
    caption = Caption(_own_title(study, texts), source(study.edition, texts))
    chart = rank_ranges(_rows(study, near).iloc[shown], of=study.of, caption=caption, words=texts)
    return Drawn.of(chart, study.intervals[TABLE].iloc[shown].reset_index(drop=True))


def _rows(study: Study, near: Collection[str]) -> pd.DataFrame:
    rows = study.intervals
    roles = dict.fromkeys(near, "near") | {study.province: "chosen"}
    return rows.assign(
        label=[f"{rank}. {name}" for rank, name in zip(rows["rank"], rows["province"], strict=True)],
        low=rows["p05"],
        high=rows["p95"],
        text=list(map(span, rows["p05"], rows["p95"])),
        role=rows["province_code"].map(roles).fillna("rest"),
    )


def _title(study: Study, texts: Texts) -> str:
    """How wide the ranges are: of most units, and of the widest; or on what ground nobody moves."""
    widths = study.intervals["p95"] - study.intervals["p05"]
    if not widths.any():
        return texts("robustness.interval.still", width=WIDTH)
    widest = study.intervals.loc[widths.idxmax()]
    return texts(
        "robustness.interval.title",
        firm=int((widths <= 2).sum()),
        of=study.of,
        widest=widest["province"],
        low=int(widest["p05"]),
        high=int(widest["p95"]),
    )


def _own_title(study: Study, texts: Texts) -> str:
    """The unit's rank and how firm it is."""
    own = study.own
    low, high = int(own["p05"]), int(own["p95"])
    fields = {"province": study.name, "year": str(study.edition.period), "rank": int(own["rank"]), "of": study.of}
    key = "own_firm" if low == high else "own"
    return texts(f"robustness.interval.{key}", low=low, high=high, width=WIDTH, **fields)


def _defensible(found: DefensibleRanks, texts: Texts) -> str:
    key = "defensible_one" if found.best == found.worst else "defensible"
    return texts(f"robustness.card.{key}", best=found.best, worst=found.worst, width=WIDTH)
