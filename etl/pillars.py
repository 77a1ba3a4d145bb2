"""Activities printed under the names of pillars: told apart by the arithmetic of the framework (method §4)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from etl.findings import Findings
from etl.harmonise import Batch
from etl.indicator_names import IndicatorMatch, IndicatorNames
from etl.recognise import Edition
from etl.tables import Table
from indicators import residual
from indicators.framework import Framework

MOST = 0.5
"""From this share of units on, the pillars' arithmetic is taken as broken."""


def with_activities_told_apart(
    batches: Sequence[Batch], tables: Sequence[Table], names: IndicatorNames, findings: Findings
) -> list[Batch]:
    """The batches, those of pillars that can only be activities as activities, with a warning at the header.

    Sources call both "Chính quyền số".  As pillars most units would have negative points somewhere; as activities
    they would not.
    """
    renamed = list(batches)
    for stated in dict.fromkeys(_stated(batch) for batch in batches if batch.match.activity):
        together = [batch for batch in batches if _stated(batch) == stated]
        if _are_activities(together, names.reference.frameworks[stated[0].framework]):
            renamed = [
                _as_activity(batch, tables, names, findings) if _stated(batch) == stated else batch for batch in renamed
            ]
    return renamed


def _stated(batch: Batch) -> tuple[Edition, str]:
    """Of what and by whom the figures are: within one such statement the pillars' arithmetic holds."""
    return batch.edition, batch.columns.assessor


def _are_activities(batches: Sequence[Batch], tree: Framework) -> bool:
    """Whether the figures are possible under the activities' names, and not under the pillars'."""
    activities = {batch.match.code: batch.match.activity for batch in batches if batch.match.activity}
    printed = {batch.match.code for batch in batches}
    if not residual.applies(tree) or printed & set(activities.values()):
        return False
    as_pillars = _infeasible(batches, {}, tree)
    as_activities = _infeasible(batches, activities, tree)
    return as_pillars is not None and as_activities is not None and as_pillars > MOST > as_activities


def _infeasible(batches: Sequence[Batch], names: Mapping[str, str | None], tree: Framework) -> float | None:
    """The share of units whose figures, under these names, give impossible parts; None when nothing follows."""
    values = pd.DataFrame(
        {
            names.get(batch.match.code) or batch.match.code: pd.Series(batch.values, index=batch.codes)
            for batch in batches
        }
    )
    derived = residual.derive(values.reindex(columns=tree.nodes.index), tree).dropna(subset=[residual.GROUP])
    return float(residual.infeasible(derived, tree).any(axis=1).mean()) if len(derived) else None


def _as_activity(batch: Batch, tables: Sequence[Table], names: IndicatorNames, findings: Findings) -> Batch:
    activity = batch.match.activity
    if activity is None:
        return batch
    label = batch.columns.label
    fields = {"activity": names.title(batch.edition.framework, activity)}
    sheet = tables[batch.table].sheet
    findings.problem(sheet, label.row, label.column, "unknown-indicator", "activity_as_pillar", **fields)
    return replace(batch, match=IndicatorMatch(activity))
