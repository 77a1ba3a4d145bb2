"""Which part of a gap could be closed: where a unit trails, and what units that started alike really gained."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

COLUMNS = ["part", "value_from", "value_to", "behind", "closable", "by_unit", "peers"]


@dataclass(frozen=True)
class MainParts:
    """The fewest parts that make at least the wanted share of what is lacking: codes, largest first; their `share` of
    `behind`, the points lacking in all parts in which the unit trails (those in which it leads do not count)."""

    parts: list[str]
    share: float
    behind: float


def closable(us: pd.Series, them: pd.Series, *, max_points: pd.Series, gains: pd.DataFrame,
             drift: pd.Series) -> pd.DataFrame:  # fmt: skip
    """The points that `us` trails `them` in each part, and those of them that the best gain of a similar unit closes.

    `us`, `them`, `max_points`, `drift`: by part (values 0..1); `gains`: as `achieved_gains.best_gains`; `drift`: what
    `them` gain meanwhile, so that only a gain beyond it closes anything. Grain: part in which we trail, most points
    first; columns COLUMNS: `behind` and `closable` in points, 0 <= closable <= behind; `by_unit` (missing where nobody
    gained more than the drift) and `peers` (how many started alike) from `gains`.
    """
    lacking = (them - us)[max_points.index]
    closing = (gains["cap"].reindex(max_points.index).fillna(0.0) - drift[max_points.index]).clip(lower=0.0)
    rows = pd.DataFrame({"value_from": us, "value_to": them, "behind": lacking * max_points}).loc[max_points.index]
    rows["closable"] = np.minimum(lacking, closing) * max_points
    rows = rows.join(gains[["by_unit", "peers"]]).rename_axis("part").reset_index()
    rows["by_unit"] = rows["by_unit"].where(closing.to_numpy() > 0)
    trailing = rows[rows["behind"] > 0]
    return trailing.sort_values("behind", ascending=False, kind="stable", ignore_index=True)[COLUMNS]


def main_parts(deltas: pd.Series, *, share: float = 0.8) -> MainParts:
    """Of `deltas` (points by part, + where the other is ahead), the largest that together make `share` of all that are
    positive; no parts where none is."""
    behind = deltas[deltas > 0].sort_values(ascending=False, kind="stable")
    total = float(behind.sum())
    if total == 0:
        return MainParts([], 0.0, 0.0)
    reached = behind.cumsum() / total
    few = reached.index[: int((reached < share - 1e-9).sum()) + 1]
    return MainParts([str(code) for code in few], float(reached[few[-1]]), total)
