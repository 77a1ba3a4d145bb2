"""The story as PDF/UA-1: a two-page profile on A4, or the whole briefing; tagged, vector charts, fonts inside.

What is laid out stands in ``profile.typ`` and ``whole.typ`` beside this file.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from pages.ui import images
from pages.ui.briefing.content import Briefing
from pages.ui.story.slide import Slide
from pages.ui.theme import FONT_FOLDER, Colour

Layout = Literal["profile", "whole"]
FOLDER = Path(__file__).parent
HALF, FULL = 400, 660
"""Units of width of a chart: in a column of the profile, and over the page."""


def profile(briefing: Briefing) -> bytes:
    """The unit on two pages."""
    return _printed(briefing, "profile")


def whole(briefing: Briefing) -> bytes:
    """Every slide with all its sentences."""
    return _printed(briefing, "whole")


def _printed(briefing: Briefing, layout: Layout) -> bytes:
    data = {
        "title": briefing.title,
        "lang": briefing.texts.lang,
        "kicker": briefing.texts("briefing.kicker"),
        "page": briefing.texts["briefing.page"],
        "choices": briefing.choices,
        "printed": briefing.printed,
        "place": briefing.place,
        "figures": briefing.figures,
        "slides": [_plain(slide, layout) for slide in briefing.slides],
        **{name: getattr(Colour, name.upper()) for name in ("ink", "muted", "accent", "faint")},
    }
    made = typst.compile(
        str(FOLDER / f"{layout}.typ"),
        root=str(FOLDER),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data)},
    )
    return bytes(made)


def _plain(slide: Slide, layout: Layout) -> dict[str, Any]:
    """A slide as the layouts read it; charts as SVG with their size."""
    width = HALF if layout == "profile" and slide.key != "standing" else FULL
    svg, height = images.bare_svg(slide.drawn.spec, width=width) if slide.drawn else (None, 0.0)
    caption = slide.caption
    return {
        "key": slide.key,
        "label": slide.label,
        "title": slide.title,
        "subtitle": caption.subtitle if caption else "",
        "alt": caption.description if caption else "",
        "said": slide.said,
        "sources": slide.sources,
        "svg": svg,
        "width": width,
        "height": height,
    }


@cache
def _fonts() -> typst.Fonts:
    """The font that the product ships and, for signs it lacks, those of typst itself: a PDF looks the same wherever
    it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONT_FOLDER)])
