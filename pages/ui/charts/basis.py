"""How a reader tells published, computed and derived figures apart: by the form of the mark, not its colour.

Points: published a filled disc, computed an open disc, derived an open diamond.
Bars: published solid, computed pale with a firm edge, derived pale with a dashed edge.
"""

from collections.abc import Iterable

import pandas as pd

from pages.ui.charts.words import Words
from pages.ui.theme import Colour

SHAPES = {"published": "circle", "computed": "circle", "derived": "diamond"}
PALE = 0.25
EDGES = {"published": "solid", "computed": "solid", "derived": "dashed"}


def as_points(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds fill, ink (of words upon the point) and shape to rows with colour and basis."""
    solid = frame["basis"] == "published"
    return frame.assign(
        fill=frame["colour"].where(solid, Colour.PAGE),
        ink=frame["colour"].where(~solid, Colour.PAGE),
        shape=frame["basis"].map(SHAPES),
    )


def as_bars(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds opacity (of the fill) and edge (dash of the outline) to rows with basis."""
    opacity = (frame["basis"] == "published").map({True: 1.0, False: PALE})
    return frame.assign(opacity=opacity, edge=frame["basis"].map(EDGES))


def note(bases: Iterable[str], words: Words, *, marks: str) -> str:
    """The sentence that explains the unusual marks among `bases`; empty when all are published.

    `marks`: points | bars.
    """
    unusual = [basis for basis in ("computed", "derived") if basis in set(bases)]
    return "".join("; " + words(f"charts.basis.{marks}.{basis}") for basis in unusual)
