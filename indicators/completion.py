"""What follows from a record's figures: derived parts first, then what the children say."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import findings, residual
from indicators.record import COMPUTED, DERIVED, Record
from indicators.scoring import score


def completed(given: Record, *, min_coverage: float) -> tuple[Record, pd.DataFrame]:
    """The record with all that follows from its figures, and the findings met on the way.

    Derived first (from published totals), then computed from children; never over a value that was there.
    """
    whole, found = _with_derived(given) if residual.applies(given.framework) else (given, pd.DataFrame())
    scores = score(whole.values, whole.framework, min_coverage=min_coverage)
    return whole.filled(scores.values, basis=_basis_of_computed(whole)), found


def _with_derived(given: Record) -> tuple[Record, pd.DataFrame]:
    derived = residual.derive(given.values, given.framework)
    wrong = residual.infeasible(derived, given.framework)
    sound = derived.clip(0, 1).mask(wrong.any(axis=1))
    return given.filled(sound, basis=DERIVED), findings.infeasible_residual(given, derived, wrong)


def _basis_of_computed(whole: Record) -> pd.DataFrame:
    """What a computed node rests on: derived where any of its children is."""
    known = np.where(whole.values.notna(), whole.basis, 0)
    basis = dict(zip(whole.values.columns, known.T, strict=True))
    for code in whole.framework.aggregates:
        below = np.max([basis[child] for child in whole.framework.children(code)], axis=0)
        basis[code] = np.where(basis[code] > 0, basis[code], np.maximum(below, COMPUTED))
    return pd.DataFrame({code: basis[code] for code in whole.framework.aggregates}, index=whole.values.index)
