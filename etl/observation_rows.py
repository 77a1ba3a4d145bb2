"""Figures as observations: each with the cells it stands in and its source."""

from collections.abc import Mapping, Sequence

import pandas as pd

from etl import observations
from etl.sources import UNSTATED, Source
from etl.tables import Table


def observation_rows(
    frame: pd.DataFrame, *, tables: Sequence[Table], workbook: str, sources: Mapping[tuple[str, str], Source]
) -> pd.DataFrame:
    """The frame of etl.observations from figures (see harmonise.figures); `assessor` is published.

    `cell` is that of the value, else of the rank; `rank_cell` that of the rank, None without one.
    """
    sheets = [tables[table].sheet for table in frame["table"]]
    value_cells = _addresses(sheets, frame["row"], frame["value_column"].where(frame["value"].notna(), -1))
    rank_cells = _addresses(sheets, frame["row"], frame["rank_column"].where(frame["rank_published"].notna(), -1))
    cells = [value or rank for value, rank in zip(value_cells, rank_cells, strict=True)]
    names = [sheet.name for sheet in sheets]
    known = [sources.get(key, UNSTATED) for key in zip(names, cells, strict=True)] if sources else None
    rows = frame.assign(
        assessor="published",
        workbook=workbook,
        sheet=names,
        cell=cells,
        rank_cell=rank_cells,
        basis=_each(known, "basis", len(frame)),
        source_url=_each(known, "source_url", len(frame)),
        source_kind=_each(known, "source_kind", len(frame)),
        n_sources=pd.array(_each(known, "n_sources", len(frame)), dtype="Int64"),
    )
    return rows[observations.COLUMNS]


def _addresses(sheets: list, rows: pd.Series, columns: pd.Series) -> list[str | None]:
    return [
        sheet.address(row, column) if column >= 0 else None
        for sheet, row, column in zip(sheets, rows, columns, strict=True)
    ]


def _each(known: list[Source] | None, name: str, n: int) -> list:
    return [getattr(UNSTATED, name)] * n if known is None else [getattr(source, name) for source in known]
