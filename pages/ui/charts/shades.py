"""Light-to-dark steps for maps and the heat map, and the ink that stays readable on each."""

import altair as alt
import pandas as pd

from pages.ui.charts.marks import Channel, number
from pages.ui.theme import SCALE, SCALE_INK, Colour

Domain = tuple[float, float]
"""From the value of the lightest step to that of the darkest: (0.2, 0.9) for values, (63, 1) for ranks."""


def step_of(value: float | None, domain: Domain) -> int | None:
    """Which step (0 = lightest) `value` falls into; None when it is missing."""
    if value is None or pd.isna(value):
        return None
    low, high = sorted(domain)
    share = (value - low) / (high - low) if high > low else 1.0
    rising = min(int(share * len(SCALE)), len(SCALE) - 1)
    return rising if domain == (low, high) else len(SCALE) - 1 - rising


def ink_on(value: float, domain: Domain) -> str:
    """The colour of words on the shade of `value`."""
    step = step_of(value, domain)
    return Colour.MUTED if step is None else SCALE_INK[step]


def colour_channel(field: str, domain: Domain, *, title: str, form: str) -> Channel:
    """The colour channel with its legend; a missing value is left white."""
    low, high = domain
    steps = list(SCALE) if low <= high else list(reversed(SCALE))
    scale = alt.Scale(type="quantize", domain=sorted(domain), range=steps)
    legend = alt.Legend(title=title, orient="top", format=form, direction="horizontal", titleOrient="top")
    missing = {"test": f"!isValid(datum['{field}'])", "value": Colour.UNKNOWN}
    return {"condition": missing} | number(field, scale=scale, legend=legend)


def domain_of(values: pd.Series, *, measure: str, of: int) -> Domain:
    """The domain for `values` of `measure`: what they span; for ranks the whole universe, 1 the darkest."""
    if measure == "rank":
        return float(of), 1.0
    known = values.dropna()
    return (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
