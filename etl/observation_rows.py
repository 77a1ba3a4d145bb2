"""Figures as observations: each with its source."""

from collections.abc import Mapping
from operator import attrgetter

import pandas as pd

from etl import observations
from etl.sources import UNSTATED, Source


def observation_rows(
    frame: pd.DataFrame,
    *,
    workbook: str,
    sources: Mapping[tuple[str, str], Source],
) -> pd.DataFrame:
    """The frame of etl.observations from figures (see figure_frame); without `sources`, they are unstated."""
    unknown = pd.array([UNSTATED.n_sources], dtype="Int64").repeat(len(frame))
    rows = frame.assign(workbook=workbook, **vars(UNSTATED) | {"n_sources": unknown})
    if sources:
        known = [sources.get(key, UNSTATED) for key in zip(frame["sheet"], frame["cell"], strict=True)]
        for name in vars(UNSTATED):
            rows[name] = pd.array(list(map(attrgetter(name), known)), dtype=rows[name].dtype)
    return rows[observations.COLUMNS]
