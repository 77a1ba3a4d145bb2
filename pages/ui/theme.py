"""How everything looks: colours by name, type sizes, the Vega configuration, the number form of a language.

The only file that knows a colour's code.  Checked by tests/pages/ui/test_theme.py: every text colour reaches
4.5:1 on the page's white, every mark colour 3:1, and the line colours stay apart for colour-blind eyes.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

FONT_FOLDER: Final = Path(__file__).parent / "fonts"
FONT: Final = "DTI Sans"
FONT_STACK: Final = f"{FONT}, Arial, sans-serif"


class Colour:
    """Colours by what they say, not by how they look."""

    PAGE: Final = "#FFFFFF"
    INK: Final = "#1F2933"  # text, totals
    MUTED: Final = "#56616D"  # secondary text, axis labels
    REST: Final = "#8C96A1"  # the marks of everybody else
    FAINT: Final = "#D5DAE0"  # grid, frames, thin context lines
    WASH: Final = "#F1F3F5"  # bands behind marks
    ACCENT: Final = "#C8400A"  # the chosen province, and nothing else
    RIVAL_1: Final = "#1667B0"
    RIVAL_2: Final = "#0B8273"
    RIVAL_3: Final = "#6B1F7C"
    RIVAL_4: Final = "#1F2933"
    RIVAL_5: Final = "#4A3C00"
    GAIN: Final = "#1667B0"
    LOSS: Final = "#9A3412"
    TINT: Final = "#8C96A12E"  # a band behind words on whatever page, light or dark
    UNKNOWN: Final = "#FFFFFF"  # no value: empty, with an outline


RIVALS: Final = (Colour.RIVAL_1, Colour.RIVAL_2, Colour.RIVAL_3, Colour.RIVAL_4, Colour.RIVAL_5)
"""Colours of up to five compared provinces, in the order they were chosen."""

SCALE: Final = ("#EAF2FA", "#C3DBEF", "#8DBADF", "#2C74B0", "#14578F", "#0A3762")
"""Steps from light (low) to dark (high), for maps and the heat map."""

SCALE_INK: Final = (Colour.INK, Colour.INK, Colour.INK, Colour.PAGE, Colour.PAGE, Colour.PAGE)
"""The colour of words upon each step."""

DASHES: Final = {
    "solid": (1, 0),
    "long": (7, 3),
    "dotted": (2, 2),
    "dash_dot": (9, 3, 2, 3),
    "dash_dots": (5, 2, 1, 2, 1, 2),
    "dashed": (4, 3),
    "sparse": (1, 3),
}
"""Line patterns by name."""

RIVAL_DASHES: Final = ("solid", "long", "dotted", "dash_dot", "dash_dots")
"""Patterns of the compared provinces, so that colour is never the only difference."""


CSS: Final = {
    "ink": Colour.INK,
    "accent": Colour.ACCENT,
    "accent-deep": Colour.LOSS,
    "gain": Colour.GAIN,
    "loss": Colour.LOSS,
    "muted": Colour.MUTED,
    "faint": Colour.FAINT,
    "wash": Colour.WASH,
    "page": Colour.PAGE,
    "link": Colour.RIVAL_1,
}
"""Colours by the names under which style sheets know them."""


CSS_DARK: Final = {
    "ink": "#E8EBEE",
    "accent": "#FF8F57",
    "accent-deep": "#F0A27A",
    "gain": "#7FB6E6",
    "loss": "#F0A27A",
    "muted": "#A9B3BD",
    "faint": "#3A434C",
    "wash": "#1F2226",
    "page": "#121212",
    "link": "#7FB6E6",
}
"""The same in the dark, on the dark page of ``.streamlit/config.toml``."""


def css_variables(colours: Mapping[str, str] = CSS) -> str:
    """Declarations of CSS, for the root of a document."""
    return "".join(f"--{name}: {colour};" for name, colour in colours.items())


class Size:
    """Type sizes in pixels."""

    TITLE: Final = 17
    SUBTITLE: Final = 13
    LABEL: Final = 12
    SMALL: Final = 11


def number_locale(lang: str) -> dict[str, Any]:
    """d3 number locale of `lang`: decimal comma and thousands dots in Vietnamese."""
    marks = (",", ".") if lang == "vi" else (".", ",")
    return {"decimal": marks[0], "thousands": marks[1], "grouping": [3], "currency": ["", " ₫"]}


def text_styles() -> dict[str, dict[str, Any]]:
    """Vega mark styles by name, so that a chart says `style="strong"` and never a size."""
    plain = {"font": FONT_STACK, "fontSize": Size.LABEL, "color": Colour.INK, "baseline": "middle"}
    return {
        "label": plain,
        "strong": plain | {"fontWeight": 700},
        "quiet": plain | {"fontSize": Size.SMALL, "color": Colour.MUTED},
        "inside": plain | {"fontSize": Size.SMALL, "fontWeight": 700},
        "halo": plain | {"color": Colour.PAGE, "stroke": Colour.PAGE, "strokeWidth": 4, "strokeJoin": "round"},
    }


def chart_config(lang: str) -> dict[str, Any]:
    """The Vega-Lite `config` shared by every chart on screen and in every picture."""
    axis_text = {"labelFontSize": Size.LABEL, "labelColor": Colour.MUTED, "labelLimit": 260}
    return {
        "background": Colour.PAGE,
        "font": FONT_STACK,
        "locale": {"number": number_locale(lang)},
        "view": {"stroke": None},
        "mark": {"aria": False},  # one text alternative for the chart, not one per mark
        "axis": axis_text
        | {"titleFontSize": Size.LABEL, "titleColor": Colour.MUTED, "titleFontWeight": 400}
        | {"labelOverlap": "greedy", "labelSeparation": 8}  # where a chart is narrow, numbers make room for each other
        | {"gridColor": Colour.FAINT, "domainColor": Colour.REST, "tickColor": Colour.REST},
        "legend": {"labelFontSize": Size.LABEL, "titleFontSize": Size.LABEL, "labelColor": Colour.INK}
        | {"titleColor": Colour.MUTED, "titleFontWeight": 400, "labelLimit": 260},
        "title": {"anchor": "start", "frame": "group", "offset": 12, "color": Colour.INK}
        | {"fontSize": Size.TITLE, "fontWeight": 700, "lineHeight": round(Size.TITLE * 1.35)}
        | {"subtitleFontSize": Size.SUBTITLE, "subtitleColor": Colour.MUTED, "subtitlePadding": 6}
        | {"subtitleLineHeight": round(Size.SUBTITLE * 1.4)},
        "style": text_styles(),
    }
