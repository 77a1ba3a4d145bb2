"""Values over the periods: the chosen province, those it is compared with, region, nation and the best."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.ui.charts import series, tips
from pages.ui.charts.basis import as_points, note
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import Channel, Spec, as_given, layer, name, number, records, told, words_layers
from pages.ui.charts.words import Words

HEIGHT = 340
LONGEST = 30
"""Letters in a line of a line's name; longer names take two."""


def score_lines(
    frame: pd.DataFrame,
    *,
    decrees: Mapping[str, str],
    caption: Caption,
    words: Words,
    height: int = HEIGHT,
) -> Spec:
    """Value lines with the chosen province's values printed and every line named at its right end.

    `frame`: one row per line and period; columns line (key), label (the name shown), role (chosen |
    rival, at most five | region | mean | best | rest: thin and unnamed), period (int), framework, value (0..1;
    NaN: a gap, never a line across), basis (published | computed | derived).  `decrees`: framework → short name
    of its decree, written above its periods.
    """
    known = as_points(series.chosen_on_top(series.with_runs(series.with_looks(frame), measure="value")))
    low, high = _range(known["value"])
    named = known[known["role"] != "rest"]
    ends = series.ends(named, measure="value", low=low, high=high, height=height, apart=_apart(named["label"]))
    ends["text"] = [wrapped(_end_text(row, words), LONGEST) for row in ends.to_dict("records")]
    chosen = named[named["role"] == "chosen"]
    written = chosen.assign(text=[words("charts.score_lines.value", value=value) for value in chosen["value"]])
    x = series.period_axis(list(frame["period"]))
    axis = alt.Axis(title=words("charts.axis.value"), format=".2f", tickCount=6)
    y = number("value", axis=axis, scale=alt.Scale(domain=[low, high], nice=False, zero=False))
    return dressed(
        [*series.background(x), series.lines(x, y), *series.end_labels(x, y), *_points(x, y, words)],
        data={
            "points": records(known, "run", "period", "value", "colour", "dash", "width"),
            "named": records(named, "label", "period", "value", "colour", "fill", "shape"),
            "written": records(
                written[written["period"] < chosen["period"].max()], "period", "value", "text", "colour"
            ),
            "ends": records(ends, "name_place", "text", "colour", "weight"),
            "ties": records(ends[ends["reaches"]], "period", "value", "name_place", "colour"),
            "breaks": series.breaks(frame, decrees),
            "gaps": series.gaps(frame, measure="value", words=words),
        },
        caption=caption,
        subtitle=words("charts.score_lines.subtitle") + note(named["basis"], words, marks="points"),
        summary=told(records(ends, "text"), "text"),
        height=height,
        words=words,
    )


def _apart(labels: pd.Series) -> float:
    """Pixels from name to name: more where one takes two lines (its value stands behind it)."""
    return series.APART * (1.5 if (labels.str.len() > LONGEST - len(" 0,0000")).any() else 1)


def _end_text(row: dict, words: Words) -> str:
    key = "end" if row["reaches"] else "earlier_end"
    return words(f"charts.score_lines.{key}", label=row["label"], value=row["value"], period=str(row["period"]))


def _range(values: pd.Series) -> tuple[float, float]:
    """Ends of the value axis: whole twentieths around the values, so that the axis need not begin at zero."""
    if values.empty:
        return 0.0, 1.0
    low, high = values.min() - 0.02, values.max() + 0.04
    return float(low // 0.05 * 0.05), float(-(-high // 0.05) * 0.05)


def _points(x: Channel, y: Channel, words: Words) -> list[Spec]:
    at = {"x": x, "y": y}
    looks = {"fill": as_given("fill"), "stroke": as_given("colour"), "shape": as_given("shape")}
    above = at | {"text": name("text"), "color": as_given("colour")}
    return [
        layer(
            "named",
            "point",
            at | looks | {"tooltip": tips.of_line(words, tips.value(words))},
            size=70,
            opacity=1,
            strokeWidth=2,
        ),
        *words_layers("written", above, style="strong", dy=-15),
    ]
