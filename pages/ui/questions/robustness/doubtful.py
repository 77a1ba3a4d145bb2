"""From whom can the unit not clearly be told apart, and how little weight would have to move for another order?"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.text import Texts
from indicators.flips import Flip, smallest_flip
from indicators.rank_uncertainty import FLIP_SHARE
from indicators.weights import scaled
from pages.ui.questions.robustness.study import Study

TABLE = ["rank", "province", "p_reversed"]


@dataclass(frozen=True, eq=False)
class Answer:
    """`said`: the finding; `rows`: rank, province, p_reversed, best first; `flips`: a sentence for each neighbour."""

    said: str
    rows: pd.DataFrame
    flips: tuple[str, ...]


def doubtful(study: Study, alike: pd.DataFrame, texts: Texts) -> Answer:
    """`alike`: mart `doubtful_pairs` of the unit."""
    fields = {"province": study.name, "share": FLIP_SHARE, "n": len(alike)}
    said = texts(f"robustness.doubtful.{'some' if len(alike) else 'none'}", **fields)
    return Answer(said, alike[TABLE], tuple(_flip(study, pair, texts) for pair in _neighbours(study)))


def _neighbours(study: Study) -> list[tuple[str, str]]:
    """The pairs (ahead, behind) of the unit and those just above and just below it."""
    codes = list(study.intervals["province_code"])
    at = codes.index(study.province)
    return [(codes[place], codes[place + 1]) for place in (at - 1, at) if 0 <= place < len(codes) - 1]


def _flip(study: Study, pair: tuple[str, str], texts: Texts) -> str:
    """How much of the weight would have to change hands for the one behind to draw level."""
    ahead, behind = pair
    found = smallest_flip(study.parts.values, weights=study.parts.max_points, ahead=ahead, behind=behind)
    units = {"ahead": study.edition.units[ahead], "behind": study.edition.units[behind]}
    if found.weights is None or found.moved is None:
        return texts("robustness.doubtful.never", **units)
    if found.moved == 0:
        return texts("robustness.doubtful.level", **units)
    return texts("robustness.doubtful.flip", moved=found.moved, **_moved(study, found), **units)


def _moved(study: Study, found: Flip) -> dict[str, str]:
    """The part that gives most weight away, and the one that takes most."""
    change = found.weights - scaled(study.parts.max_points)
    names = study.edition.spoken_names()
    return {"giver": names[str(change.idxmin())], "taker": names[str(change.idxmax())]}
