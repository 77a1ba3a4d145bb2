"""A chart as a picture (PNG, SVG), drawn offline with its title, unit, source and font in it."""

import xml.etree.ElementTree as ET
from functools import cache
from html import escape

import vl_convert

from pages.ui import theme
from pages.ui.charts.caption import caption_of
from pages.ui.charts.labels import wrapped
from pages.ui.charts.marks import LINE_BREAK, Spec
from pages.ui.theme import Colour, Size

MARGIN = 16
ADVANCE = 0.56
"""Mean width of a letter of the font, as a share of its size: how many letters fit a line."""


def png(spec: Spec, *, width: int = 1000, scale: float = 2.0) -> bytes:
    """The chart `spec` as PNG, `width` × `scale` pixels wide."""
    return rastered(svg(spec, width=width), scale=scale)


def rastered(drawing: str, *, scale: float = 2.0) -> bytes:
    """An SVG as PNG, each of its units `scale` pixels wide."""
    _register_font()
    return vl_convert.svg_to_png(drawing, scale=scale)


def svg(spec: Spec, *, width: int = 1000) -> str:
    """The chart `spec` as SVG, `width` units wide: title and unit above, source below; text stays text."""
    caption = caption_of(spec)
    inner = width - 2 * MARGIN
    drawing, height = bare_svg(spec, width=inner)
    title, top = _text(caption.title, MARGIN, inner, Size.TITLE, 'font-weight="700"', Colour.INK)
    subtitle, top = _text(caption.subtitle, top, inner, Size.SUBTITLE, "", Colour.MUTED)
    source, bottom = _text(caption.source, top + 10 + height + 4, inner, Size.SMALL, "", Colour.MUTED)
    placed = drawing.replace("<svg ", f'<svg x="{MARGIN}" y="{top + 10}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{bottom + MARGIN:.0f}" role="img">'
        f"<title>{escape(caption.title)}</title><desc>{escape(caption.description)}</desc>"
        f'<rect width="100%" height="100%" fill="{Colour.PAGE}"/>{title}{subtitle}{placed}{source}</svg>'
    )


def bare_svg(spec: Spec, *, width: int) -> tuple[str, float]:
    """The chart alone as SVG, `width` units wide, and its height: for documents that set its words themselves."""
    _register_font()
    drawing = vl_convert.vegalite_to_svg(spec | {"width": width})
    return drawing, float(ET.fromstring(drawing).get("height", 0))


def _text(text: str, top: float, width: float, size: int, look: str, colour: str) -> tuple[str, float]:
    """SVG text wrapped to `width` with its upper edge at `top`, and where the next thing may begin."""
    if not text:
        return "", top
    lines = wrapped(text, int(width / (size * ADVANCE * (1.08 if look else 1)))).split(LINE_BREAK)
    pitch = size * 1.4
    spans = "".join(
        f'<text x="{MARGIN}" y="{top + pitch * i + size:.1f}" fill="{colour}" font-size="{size}" {look} '
        f'font-family="{theme.FONT_STACK}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return spans, top + pitch * len(lines) + 2


@cache
def _register_font() -> None:
    vl_convert.register_font_directory(str(theme.FONT_FOLDER))
