"""Ranks of several indicators side by side, one small panel each: the eighteen ICT Index ranks in one view."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from pages.ui.charts import series
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import (
    LINE_BREAK,
    Channel,
    Spec,
    as_given,
    expr,
    layer,
    name,
    number,
    pixels,
    records,
    words_layers,
)
from pages.ui.charts.words import Words
from pages.ui.theme import Colour

PLOT = 190
LINE = 15
YEARS = 28
"""Pixels under a panel for its years."""
PER_ROW = {3: 6, 5: 4, 1000: 3}
"""Panels in a row by the number of years up to which so many fit."""
NARROW = 620
"""Width in pixels below which names break sooner and years are cut to two digits."""


@dataclass(frozen=True)
class Grid:
    """Where the panels stand: `per_row` in a row, each a plot with `top` pixels for its name above it.

    `panels`: the indicators in order; `first`, `last`: the years at the ends of every panel.
    """

    panels: list[str]
    per_row: int
    top: float
    first: int
    last: int

    @property
    def band(self) -> float:
        """Pixels from one row of panels to the next."""
        return self.top + PLOT + YEARS

    @property
    def height(self) -> float:
        return self.band * -(-len(self.panels) // self.per_row)

    def corner(self, panel: int) -> tuple[int, float]:
        """Left edge (in panels) and upper edge of the plot (in pixels) of a panel."""
        return panel % self.per_row, panel // self.per_row * self.band + self.top

    def across(self, period: int) -> float:
        """Where in its panel (0..1) a year stands; many years use more of the width than few."""
        if self.last == self.first:
            return 0.5
        margin = 0.2 if self.last - self.first < 3 else 0.11
        return margin + (1 - 2 * margin) * (period - self.first) / (self.last - self.first)


def small_multiples(frame: pd.DataFrame, *, of: int, caption: Caption, words: Words) -> Spec:
    """One panel per indicator in the order of the frame: rank over the periods, 1 on top, printed in the points.

    `frame`: one row per indicator and period; columns indicator, label, period (int), framework, rank (Int64;
    NA: a gap), basis (published | computed | derived).  `of`: units of the universe.  All panels share one
    rank axis.  The panels are laid out inside one plot, so that they share whatever width there is; the more years,
    the fewer panels in a row.
    """
    grid = _grid(frame)
    known = series.with_runs(frame.assign(line=frame["indicator"]), measure="rank").assign(colour=Colour.ACCENT)
    known = as_points(_placed(known, grid))
    x = number("x", axis=None, scale=alt.Scale(domain=[0, grid.per_row], nice=False))
    return dressed(
        _layers(x, grid.height, words),
        data={
            "points": records(known, "run", "x", "y", "rank", "label", "period", "fill", "ink", "shape"),
            "titles": _titles(frame, grid),
            "years": _years(frame, grid),
            "frames": _frames(grid),
        },
        caption=caption,
        subtitle=words("charts.small_multiples.subtitle", of=of) + note(known["basis"], words, marks="points"),
        summary=_summary(known, of),
        height=grid.height,
        words=words,
    )


def _grid(frame: pd.DataFrame) -> Grid:
    first, last = int(frame["period"].min()), int(frame["period"].max())
    per_row = next(most for years, most in PER_ROW.items() if last - first < years)
    labels = frame.drop_duplicates("indicator")["label"]
    lines = max(wrapped(label, _letters(per_row)[1]).count(LINE_BREAK) + 1 for label in labels)
    return Grid(list(dict.fromkeys(frame["indicator"])), per_row, 6 + LINE * lines, first, last)


def _letters(per_row: int) -> tuple[int, int]:
    """Letters in a line of a panel's name: in a wide chart, in a narrow one."""
    return 78 // per_row, 48 // per_row


def _titles(frame: pd.DataFrame, grid: Grid) -> list[dict]:
    labels = frame.drop_duplicates("indicator").set_index("indicator")["label"]
    wide, narrow = _letters(grid.per_row)
    found = []
    for i, panel in enumerate(grid.panels):
        left, top = grid.corner(i)
        texts = {"wide": wrapped(labels[panel], wide), "narrow": wrapped(labels[panel], narrow)}
        found.append({"x": left + 0.5, "y": top - 10} | texts)
    return found


def _frames(grid: Grid) -> list[dict]:
    corners = [grid.corner(i) for i in range(len(grid.panels))]
    return [{"x": left + 0.04, "x2": left + 0.96, "y": top, "y2": top + PLOT} for left, top in corners]


def _placed(known: pd.DataFrame, grid: Grid) -> pd.DataFrame:
    """Adds x (panel and place in it) and y (pixels; the best rank drawn is on top, the worst below)."""
    corners = [grid.corner(grid.panels.index(indicator)) for indicator in known["indicator"]]
    lowest = max([2, *known["rank"]])
    steps = [(rank - 1) / (lowest - 1) for rank in known["rank"]]
    return known.assign(
        x=[left + grid.across(period) for (left, _), period in zip(corners, known["period"], strict=True)],
        y=[top + 18 + (PLOT - 36) * step for (_, top), step in zip(corners, steps, strict=True)],
    )


def _years(frame: pd.DataFrame, grid: Grid) -> list[dict]:
    """The years with figures under every panel."""
    found = []
    for i in range(len(grid.panels)):
        left, top = grid.corner(i)
        for period in sorted(set(frame["period"])):
            at = {"x": left + grid.across(period), "y": top + PLOT + 12}
            found.append(at | {"long": str(period), "short": f"’{period % 100:02d}"})
    return found


def _summary(known: pd.DataFrame, of: int) -> str:
    texts = []
    for label, panel in known.groupby("label", sort=False):
        ranks = ", ".join(f"{row.period}: {row.rank}/{of}" for row in panel.itertuples())
        texts.append(f"{label} {ranks}")
    return "; ".join(texts)


def _layers(x: Channel, height: float, words: Words) -> list[Spec]:
    at = {"x": x, "y": pixels("y", height=height)}
    looks = {"fill": as_given("fill"), "shape": as_given("shape"), "stroke": {"value": Colour.ACCENT}}
    tips = [name("label", title=None), number("period", title=words("charts.axis.period"), format="d")]
    inside = at | {"text": number("rank", format="d"), "color": as_given("ink")}
    title = f"width < {NARROW} ? datum.narrow : datum.wide"
    rise = f"-{LINE} * (length(split(({title}), '\\n')) - 1)"
    year = f"width < {NARROW} ? datum.short : datum.long"
    area = expr("datum.shape == 'diamond' ? 480 : 350")
    return [
        layer("frames", "rect", at | {"x2": {"field": "x2"}, "y2": {"field": "y2"}}, color=Colour.WASH),
        *words_layers("titles", at, halo=False, text=expr(title), dy=expr(rise), lineHeight=LINE),
        layer("points", "line", at | {"detail": name("run")}, color=Colour.ACCENT, strokeWidth=2),
        layer("points", "point", at | looks | {"tooltip": tips}, size=area, opacity=1, strokeWidth=2),
        *words_layers("points", inside, halo=False, style="inside"),
        *words_layers("years", at, halo=False, style="quiet", text=expr(year)),
    ]
